using Archive.ReadingRoom.Requests;
using ArchiveFunctions.ReadingRoom.Audit;
using ArchiveFunctions.ReadingRoom.Pages;
using ArchiveFunctions.ReadingRoom.Requests.Api;
using ArchiveFunctions.Transfer;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ArchiveFunctions.ReadingRoom.Requests.Pages;

/// <summary>The archivists' desk: what waits for the archive, what is due first on the first page.</summary>
public sealed class ShowRequestQueue(PageDesk desk, RequestTable requests, RequestRules rules, AuditTrail audit, TimeProvider clock)
{
    private const int Size = 50;

    /// <summary>Shows a page of it: what waits for an answer before what waits for something else.</summary>
    [Function(nameof(ShowRequestQueue))]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "desk/requests")] HttpRequest request, CancellationToken stop) =>
        desk.AnswerOnly(nameof(ShowRequestQueue), request, async frame =>
        {
            if (frame.Query.GetValueOrDefault("continuation") is var after && after is not null && !RequestTable.IsOpenContinuation(after))
                return PageDesk.Problem(frame, ProblemCode.ContinuationInvalid);

            await audit.NoteReader(frame.Caller, ListOpenRequests.List, null, stop);
            var page = await Limit.Within(ending => requests.OpenPage(after, Size, ending), clock, stop);
            return new PageResult<RequestQueuePage>(frame, new RequestListSheet([.. page.Requests.OrderBy(one => one.Status)], page.Continuation, rules, Today.Of(clock.GetUtcNow())));
        });
}
