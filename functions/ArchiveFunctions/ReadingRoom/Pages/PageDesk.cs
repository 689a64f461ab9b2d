using Archive.ReadingRoom;
using ArchiveFunctions.ReadingRoom.SignIn;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace ArchiveFunctions.ReadingRoom.Pages;

/// <summary>The reading desk for those who look at pages: the same callers, the same rights, and problems said as pages.</summary>
public sealed class PageDesk(ReadingDesk desk, CallerReader callers)
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

    /// <summary>Shows a page that is not for anyone to those who may see it; others are told to sign in, or that they may not.</summary>
    internal Task<IResult> AnswerOnly(string act, HttpRequest request, Func<PageFrame, Task<IResult>> answer) => Answer(request, async frame =>
        Permissions.May(act, frame.Caller, null) ? await answer(frame) : Problem(frame, frame.Caller.IsAnonymous ? ProblemCode.Unauthenticated : ProblemCode.Forbidden));

    /// <summary>Takes a form from those who may send it.</summary>
    internal Task<IResult> AnswerFormOnly(string act, HttpRequest request, Func<PageFrame, IFormCollection, Task<IResult>> answer, CancellationToken stop) => AnswerForm(request, async (frame, form) =>
        Permissions.May(act, frame.Caller, null) ? await answer(frame, form) : Problem(frame, frame.Caller.IsAnonymous ? ProblemCode.Unauthenticated : ProblemCode.Forbidden), stop);

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
