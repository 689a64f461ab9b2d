using Archive;
using Archive.ReadingRoom;
using Archive.ReadingRoom.Requests;
using ArchiveFunctions.ReadingRoom.Audit;
using ArchiveFunctions.ReadingRoom.Pages;
using ArchiveFunctions.ReadingRoom.Requests.Api;
using ArchiveFunctions.Transfer;
using Microsoft.AspNetCore.Http;

namespace ArchiveFunctions.ReadingRoom.Requests.Pages;

/// <summary>The page on which archivists decide a request: gathered and shown, also again after a word that did not count.</summary>
public sealed class RequestCases(PageDesk desk, RequestTable requests, ReaderTable readers, RequestCounter counter, RequestRules rules, AuditTrail audit, TimeProvider clock)
{
    /// <summary>The page of a request, or that there is none.</summary>
    /// <param name="frame">What every page knows.</param>
    /// <param name="id">The request.</param>
    /// <param name="problem">What kept a word from counting.</param>
    /// <param name="written">What was written, to be shown again.</param>
    /// <param name="stop">Stops.</param>
    internal async Task<IResult> Show(PageFrame frame, string id, ProblemCode? problem, string? written, CancellationToken stop) =>
        await Limit.Within(ending => Sheet(frame, id, ending), clock, stop) is { } sheet
            ? new PageResult<RequestCasePage>(frame, sheet with { Problem = problem, Written = written }, problem?.Status ?? StatusCodes.Status200OK)
            : PageDesk.Problem(frame, ProblemCode.NotFound);

    /// <summary>Takes a form by which an archivist has a word on a request: after one that counted, the page of the request; otherwise the same page with what kept it from counting.</summary>
    /// <param name="act">The function.</param>
    /// <param name="asked">The HTTP request.</param>
    /// <param name="id">The request.</param>
    /// <param name="written">The field of the form that is shown again.</param>
    /// <param name="say">Says it; null where the form makes no sense.</param>
    /// <param name="stop">Stops.</param>
    internal async Task<RequestAnswered> Take(string act, HttpRequest asked, string id, string written, Func<Caller, IFormCollection, Task<Answered?>> say, CancellationToken stop)
    {
        RequestApproved? approved = null;
        var answer = await desk.AnswerFormOnly(act, asked, async (frame, form) =>
        {
            if (await say(frame.Caller, form) is not { } answered)
                return PageDesk.Problem(frame, ProblemCode.BodyInvalid);
            approved = answered.Announcement;
            return answered.Problem is { } problem ? await Show(frame, id, problem, form[written], stop) : Results.LocalRedirect($"/desk/requests/{id}?noted=1");
        }, stop);
        return new RequestAnswered(answer, approved);
    }

    private async Task<RequestSheet?> Sheet(PageFrame frame, string id, CancellationToken stop)
    {
        if (!RequestTable.IsId(id) || await requests.Find(id, stop) is not { Request: var request })
            return null;
        await audit.NoteReader(frame.Caller, request.Reader, id, stop);
        var records = await counter.Visible(request.RecordIds, frame.Caller, stop);
        var account = await readers.Find(request.Reader, stop);
        return new RequestSheet(request, records, rules, Today.Of(clock.GetUtcNow()), frame.Query.ContainsKey("noted") ? "noted" : null, PayAt: null) { Account = account };
    }
}
