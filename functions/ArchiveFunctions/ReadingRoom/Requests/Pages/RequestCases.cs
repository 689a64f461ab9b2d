using Archive.ReadingRoom.Requests;
using ArchiveFunctions.ReadingRoom.Pages;
using ArchiveFunctions.Transfer;
using Microsoft.AspNetCore.Http;

namespace ArchiveFunctions.ReadingRoom.Requests.Pages;

/// <summary>The page on which archivists decide a request: gathered and shown, also again after a word that did not count.</summary>
public sealed class RequestCases(RequestTable requests, ReaderTable readers, RequestCounter counter, RequestRules rules, TimeProvider clock)
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

    /// <summary>After a word that counted, the page of the request; otherwise the same page with what kept it from counting.</summary>
    internal Task<IResult> After(PageFrame frame, string id, Answered answered, string? written, CancellationToken stop) => answered.Problem is { } problem
        ? Show(frame, id, problem, written, stop)
        : Task.FromResult(Results.LocalRedirect($"/desk/requests/{id}?noted=1"));

    private async Task<RequestSheet?> Sheet(PageFrame frame, string id, CancellationToken stop)
    {
        if (!RequestTable.IsId(id) || await requests.Find(id, stop) is not { Request: var request })
            return null;
        var records = await counter.Visible(request.RecordIds, frame.Caller, stop);
        var account = await readers.Find(request.Reader, stop);
        return new RequestSheet(request, records, rules, Today.Of(clock.GetUtcNow()), frame.Query.ContainsKey("noted") ? "noted" : null, PayAt: null) { Account = account };
    }
}
