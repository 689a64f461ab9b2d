using Archive.ReadingRoom;
using Archive.ReadingRoom.Deliveries;
using Archive.Records;
using ArchiveFunctions.ReadingRoom.Pages;
using ArchiveFunctions.Records;
using ArchiveFunctions.Transfer;
using Microsoft.AspNetCore.Http;

namespace ArchiveFunctions.ReadingRoom.Deliveries;

/// <summary>Where the reader a delivery was made for finds it, and nobody else.</summary>
public sealed class DeliveryDesk(PageDesk desk, Refusals refusals, DeliveryTable deliveries, RecordTable records, TimeProvider clock)
{
    /// <summary>Answers somebody who is signed in with what the delivery is to them.</summary>
    /// <param name="act">The function.</param>
    /// <param name="request">The request.</param>
    /// <param name="id">The delivery.</param>
    /// <param name="answer">Makes the answer of what is theirs.</param>
    /// <param name="stop">Stops.</param>
    internal Task<IResult> Answer(string act, HttpRequest request, string id, Func<PageFrame, DeliveryAccess, Task<IResult>> answer, CancellationToken stop) =>
        desk.AnswerOnly(act, request, async frame => await Limit.Within(ending => Access(id, frame.Caller, ending), clock, stop) switch
        {
            DeliveryAccess.None => await refusals.NotThere(act, frame, id, stop),
            var access => await answer(frame, access),
        });

    private async Task<DeliveryAccess> Access(string id, Caller caller, CancellationToken stop)
    {
        var held = DeliveryTable.IsId(id) ? await deliveries.Find(id, stop) : null;
        var record = held is null ? null : (await records.Find(RecordId.Parse(held.Delivery.RecordId), stop))?.Record;
        return DeliveryAccess.Judge(held?.Delivery, record, RecordId.ForReader(caller.Subject), Today.Of(clock.GetUtcNow()));
    }
}
