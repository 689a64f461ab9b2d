using Archive.ReadingRoom.Deliveries;
using ArchiveFunctions.ReadingRoom.Requests;
using ArchiveFunctions.Records;
using ArchiveFunctions.Transfer;
using Microsoft.Azure.Functions.Worker;

namespace ArchiveFunctions.ReadingRoom.Deliveries;

/// <summary>
/// What stands on a day that has come: the term of a delivery is over, and its request says so; or its bytes are destroyed (TT 05/2025 Đ37: five days after
/// the term). The row stays as evidence. Each is a few small operations, so the timer does them itself, a batch a night; killed anywhere, what is not
/// struck off is done again and comes to the same.
/// </summary>
public sealed class ExpireDeliveries(DeliveryTable deliveries, DeliveryBlobs blobs, RequestTable requests, TimeProvider clock)
{
    /// <summary>The most of one night; what is left is the oldest of the next.</summary>
    public const int Most = 2000;

    /// <summary>Runs at 01:30 in Viet Nam; the schedule is UTC.</summary>
    [Function(nameof(ExpireDeliveries))]
    public async Task Run([TimerTrigger("0 30 18 * * *")] TimerInfo timer, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        await foreach (var due in deliveries.Until(Today.Of(now), stop).Take(Most))
        {
            await Overtaken.Repeat(async () =>
            {
                if (await deliveries.Find(due.Delivery, stop) is { } held)
                    await Expire(held, now, stop);
                return due;
            });
            await deliveries.Strike(due, stop);
        }
    }

    private async Task Expire(HeldDelivery held, DateTimeOffset now, CancellationToken stop)
    {
        var (delivery, today) = (held.Delivery, Today.Of(now));
        if (today <= delivery.UseUntil)
            return;

        if (await requests.Find(delivery.RequestId, stop) is { } request && today > request.Request.UseUntil)
            await requests.NoteExpired(delivery.RequestId, now, stop);
        if (today < delivery.DestroyOn)
            return;

        await blobs.Destroy(delivery.Id, stop);
        if (delivery is { State: DeliveryState.Ready, DestroyedAt: null })
            await deliveries.Write(held, delivery with { DestroyedAt = now }, stop);
    }
}
