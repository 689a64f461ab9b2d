using Archive.ReadingRoom.Requests;
using ArchiveFunctions.ReadingRoom.Audit;
using ArchiveFunctions.ReadingRoom.Pages;
using ArchiveFunctions.ReadingRoom.Requests.Api;
using ArchiveFunctions.Transfer;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ArchiveFunctions.ReadingRoom.Requests.Pages;

/// <summary>The archivists' desk: what waits for the archive, what is due first at the top.</summary>
public sealed class ShowRequestQueue(PageDesk desk, RequestTable requests, RequestRules rules, AuditTrail audit, TimeProvider clock)
{
    /// <summary>Shows it.</summary>
    [Function(nameof(ShowRequestQueue))]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "desk/requests")] HttpRequest request, CancellationToken stop) =>
        desk.AnswerOnly(nameof(ShowRequestQueue), request, async frame =>
        {
            await audit.NoteReader(frame.Caller, ListOpenRequests.List, null, stop);
            var open = await Limit.Within(ending => requests.Open(ending).Take(ListOpenRequests.Most).ToListAsync(ending).AsTask(), clock, stop);
            return new PageResult<RequestQueuePage>(frame, new RequestListSheet([.. open.OrderBy(one => one.Status)], null, rules, Today.Of(clock.GetUtcNow())));
        });
}
