using Archive.ReadingRoom.Requests;
using Archive.Records;
using ArchiveFunctions.ReadingRoom.Pages;
using ArchiveFunctions.Transfer;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ArchiveFunctions.ReadingRoom.Requests.Pages;

/// <summary>A reader's own requests, newest first.</summary>
public sealed class ShowRequests(PageDesk desk, RequestTable requests, RequestRules rules, TimeProvider clock)
{
    private const int Size = 20;

    /// <summary>Shows a page of them.</summary>
    [Function(nameof(ShowRequests))]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "reading-room/requests")] HttpRequest request, CancellationToken stop) =>
        desk.AnswerOnly(nameof(ShowRequests), request, async frame =>
        {
            if (frame.Query.GetValueOrDefault("after") is var after && after is not null && !RequestTable.IsContinuation(after))
                return PageDesk.Problem(frame, ProblemCode.ContinuationInvalid);
            var page = await Limit.Within(ending => requests.OfReader(RecordId.ForReader(frame.Caller.Subject), after, Size, ending), clock, stop);
            return new PageResult<RequestListPage>(frame, new RequestListSheet(page.Requests, page.Continuation, rules, Today.Of(clock.GetUtcNow())));
        });
}
