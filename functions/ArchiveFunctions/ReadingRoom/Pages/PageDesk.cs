using Archive.ReadingRoom;
using Archive.Records;
using ArchiveFunctions.ReadingRoom.SignIn;
using ArchiveFunctions.Records;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace ArchiveFunctions.ReadingRoom.Pages;

/// <summary>The reading desk for those who look at pages: the same callers, the same rights, and problems said as pages.</summary>
public sealed class PageDesk(ReadingDesk desk, Refusals refusals, CallerReader callers, AgencyRegister agencies)
{
    private const long LongestForm = 200_000;
    private static readonly FormOptions Limits = new() { ValueCountLimit = 200, ValueLengthLimit = 20_000, MultipartBodyLengthLimit = LongestForm };

    /// <summary>Answers anyone; the page depends on who asks.</summary>
    /// <param name="request">The request.</param>
    /// <param name="answer">Makes the page.</param>
    /// <param name="unreachable">What it means when a service it needs does not answer.</param>
    internal Task<IResult> Answer(HttpRequest request, Func<PageFrame, Task<IResult>> answer, ProblemCode? unreachable = null) => desk.Answer(
        request,
        async caller => await answer(PageFrame.Of(request, caller)),
        unreachable,
        code => Problem(PageFrame.Of(request, Caller.Anonymous), code));

    /// <summary>Takes a form that was made for the session it comes with; one made elsewhere changes nothing (OWASP ASVS 3.5.1).</summary>
    /// <param name="request">The request.</param>
    /// <param name="answer">Does what the form asks.</param>
    /// <param name="stop">Ends the reading of the form.</param>
    internal async Task<IResult> AnswerForm(HttpRequest request, Func<PageFrame, IFormCollection, Task<IResult>> answer, CancellationToken stop)
    {
        var (form, unreadable) = await Form(request, stop);
        if (unreadable is not null)
            return Problem(PageFrame.Of(request, Caller.Anonymous), unreadable);

        callers.Recognise(request);
        var isOurs = Session.Of(request) is { } session && Session.IsProven(session, form[Session.FormField]);
        return await desk.Answer(
            request,
            async caller => isOurs ? await answer(PageFrame.Of(request, caller), form) : Problem(PageFrame.Of(request, Caller.Anonymous), ProblemCode.FormForeign),
            null,
            code => Problem(PageFrame.Of(request, Caller.Anonymous), code),
            isOurs);
    }

    /// <summary>Answers callers who may do an act that is about no agency an officer could be of; others are sent to sign in, or told that they may not.</summary>
    internal Task<IResult> AnswerOnly(string act, HttpRequest request, Func<PageFrame, Task<IResult>> answer, ProblemCode? unreachable = null) => Answer(
        request, frame => Permissions.May(act, frame.Caller, null) ? answer(frame) : refusals.MayNot(act, frame, isForm: false, request.HttpContext.RequestAborted), unreachable);

    /// <summary>Answers callers who may do an act for the agency of the route; nobody else learns that it is registered.</summary>
    internal Task<IResult> AnswerOf(string act, HttpRequest request, string agency, Func<PageFrame, Agency, Task<IResult>> answer, ProblemCode? unreachable = null) => Answer(
        request, frame => Known(act, frame, agency, known => answer(frame, known), request.HttpContext.RequestAborted), unreachable);

    /// <summary>Takes a form of the caller's own session for an act that is about no agency an officer could be of.</summary>
    internal Task<IResult> AnswerFormOnly(string act, HttpRequest request, Func<PageFrame, IFormCollection, Task<IResult>> answer, CancellationToken stop) => AnswerForm(
        request, (frame, form) => Permissions.May(act, frame.Caller, null) ? answer(frame, form) : refusals.MayNot(act, frame, isForm: true, stop), stop);

    /// <summary>Takes a form of the caller's own session for an act for the agency of the route.</summary>
    internal Task<IResult> AnswerFormOf(string act, HttpRequest request, string agency, Func<PageFrame, Agency, IFormCollection, Task<IResult>> answer, CancellationToken stop) => AnswerForm(
        request, (frame, form) => Known(act, frame, agency, known => answer(frame, known, form), stop, isForm: true), stop);

    private async Task<IResult> Known(string act, PageFrame frame, string agency, Func<Agency, Task<IResult>> answer, CancellationToken stop, bool isForm = false)
    {
        if (!AgencyCode.TryParse(agency, out var code) || !Permissions.May(act, frame.Caller, code))
            return await refusals.MayNot(act, frame, isForm, stop, agency);
        return await agencies.Find(agency, stop) is { } known ? await answer(known) : Problem(frame, ProblemCode.AgencyUnknown);
    }

    /// <summary>The form, or why it cannot be read. What is no form at all is an empty one, which no session made.</summary>
    private static async Task<(IFormCollection Form, ProblemCode? Unreadable)> Form(HttpRequest request, CancellationToken stop)
    {
        if (request.ContentLength > LongestForm)
            return (FormCollection.Empty, ProblemCode.FormTooLarge);

        try
        {
            return (request.HasFormContentType ? await request.ReadFormAsync(Limits, stop) : FormCollection.Empty, null);
        }
        catch (BadHttpRequestException refused) when (refused.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return (FormCollection.Empty, ProblemCode.FormTooLarge);
        }
        catch (Exception broken) when (broken is InvalidDataException or IOException && !request.HttpContext.RequestAborted.IsCancellationRequested)
        {
            return (FormCollection.Empty, ProblemCode.FormInvalid);
        }
    }

    /// <summary>A problem as a page, with its code for whoever has to look it up.</summary>
    internal static IResult Problem(PageFrame frame, ProblemCode code, string? parameter = null) =>
        new PageResult<ProblemPage>(frame, new ProblemView(code, parameter), code.Status);
}

/// <summary>A problem to be shown.</summary>
public sealed record ProblemView(ProblemCode Code, string? Parameter);
