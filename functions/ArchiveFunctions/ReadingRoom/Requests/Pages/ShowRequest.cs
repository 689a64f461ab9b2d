using Archive.ReadingRoom.Deliveries;
using Archive.ReadingRoom.Requests;
using Archive.Records;
using ArchiveFunctions.ReadingRoom.Deliveries;
using ArchiveFunctions.ReadingRoom.Pages;
using ArchiveFunctions.Transfer;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ArchiveFunctions.ReadingRoom.Requests.Pages;

/// <summary>The page of a reader's own request, and the way to what was made for it.</summary>
public sealed class ShowRequest(PageDesk desk, RequestCounter counter, DeliveryTable deliveries, RequestRules rules, IPayments payments, TimeProvider clock)
{
    /// <summary>Shows it; another reader's, exactly what is shown when there is none.</summary>
    [Function(nameof(ShowRequest))]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "reading-room/requests/{request}")] HttpRequest asked, string request, CancellationToken stop) =>
        desk.AnswerOnly(nameof(ShowRequest), asked, async frame => await Limit.Within(ending => Sheet(request, frame, ending), clock, stop) is { } sheet
            ? new PageResult<RequestPage>(frame, sheet)
            : PageDesk.Problem(frame, ProblemCode.NotFound));

    private async Task<RequestSheet?> Sheet(string id, PageFrame frame, CancellationToken stop)
    {
        if (await counter.Own(nameof(ShowRequest), id, frame.Caller, stop) is not { } own)
            return null;
        var records = await counter.Visible(own.RecordIds, frame.Caller, stop);
        return new RequestSheet(own, records, rules, Today.Of(clock.GetUtcNow()), frame.Query.ContainsKey("sent") ? "sent" : null, own.Status == RequestStatus.AwaitingPayment ? payments.Place(own) : null)
        {
            Deliveries = own.Status == RequestStatus.Delivered ? await Task.WhenAll(own.RecordIds.Select(record => Delivered(own.Id, record, stop))) : [],
        };
    }

    private async Task<Delivery?> Delivered(string request, string record, CancellationToken stop) =>
        await deliveries.Find(RecordId.ForDelivery(request, RecordId.Parse(record)), stop) is { Delivery: { State: DeliveryState.Ready } made } ? made : null;
}
