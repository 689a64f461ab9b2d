using System.Security.Cryptography;
using Archive;
using Archive.ReadingRoom;
using Archive.ReadingRoom.Deliveries;
using Archive.ReadingRoom.Requests;
using Archive.Records;
using ArchiveFunctions.ReadingRoom.Requests;
using ArchiveFunctions.Records;
using ArchiveFunctions.Transfer;
using Microsoft.Azure.Functions.Worker;

namespace ArchiveFunctions.ReadingRoom.Deliveries;

/// <summary>
/// A request was approved: what it asks for is made, one delivery for each record. Its row is written first, with the code and the moment its copy bears;
/// then the bytes; then the row says that they are ready; last, the request. Killed anywhere, the repeated message goes on where there is no row, or one
/// that is not ready, and a request that has been delivered is left alone. One of which nothing can be made ends with the reasons, which its reader sees.
/// </summary>
public sealed class PrepareDelivery(RequestTable requests, RecordTable records, DeliveryTable deliveries, CopyMaker maker, AgencyRegister agencies, DeliverySettings settings, TimeProvider clock)
{
    /// <summary>Makes them.</summary>
    [Function(nameof(PrepareDelivery))]
    public async Task Run([ServiceBusTrigger(Queues.RequestApproved, Connection = StorageNames.ServiceBus)] RequestApproved approved, CancellationToken stop)
    {
        var held = await requests.Find(approved.RequestId, stop) ?? throw new InvalidDataException($"Request {approved.RequestId} was approved but is not held.");
        if (held.Request.Status != RequestStatus.Preparing)
            return;

        var made = new List<Delivery>();
        foreach (var record in held.Request.RecordIds)
            made.Add(await Prepare(held.Request, RecordId.Parse(record), stop));

        var ready = made.Where(delivery => delivery.State == DeliveryState.Ready).ToList();
        await (ready.Count > 0
            ? requests.NoteDelivered(held.Request.Id, clock.GetUtcNow(), ready.Max(delivery => delivery.UseUntil), stop)
            : requests.NoteNotMade(held.Request.Id, [.. made.Select(delivery => delivery.Obstacle).OfType<CopyObstacle>().Distinct()], clock.GetUtcNow(), stop));
    }

    private async Task<Delivery> Prepare(CopyRequest request, RecordId id, CancellationToken stop)
    {
        var name = RecordId.ForDelivery(request.Id, id);
        var held = await deliveries.Find(name, stop) ?? await deliveries.Begin(New(name, request, id), stop);
        if (held.Delivery.State != DeliveryState.Preparing)
            return held.Delivery;

        var next = await Make(held.Delivery, request, (await records.Find(id, stop))?.Record, stop);
        await deliveries.Write(held, next, stop);
        return next;
    }

    private async Task<Delivery> Make(Delivery delivery, CopyRequest request, ArchiveRecord? record, CancellationToken stop)
    {
        if (record is null || Visibility.ReadersOf(record).Count == 0)
            return delivery with { State = DeliveryState.Impossible, Obstacle = CopyObstacle.Withheld };

        var archive = record.Custody == Custody.Historical ? settings.HistoricalArchive : (await agencies.Find(record.Agency.Value, stop))?.Name ?? record.Agency.Value;
        var item = CopyPaper.Item(record, request, archive);
        return await maker.Make(delivery, item, record, request, stop) switch
        {
            MadeCopy.File file => delivery with { State = DeliveryState.Ready, File = file.Delivered, Item = item },
            MadeCopy.None none => delivery with { State = DeliveryState.Impossible, Obstacle = none.Obstacle },
            var other => throw new InvalidOperationException($"{other} is no copy."),
        };
    }

    private Delivery New(string name, CopyRequest request, RecordId id)
    {
        var now = clock.GetUtcNow();
        var today = Today.Of(now);
        var policy = DeliveryPolicy.InForce(settings.Policies, today);
        var until = today.AddDays(policy.UseDays);
        return new Delivery
        {
            Id = name,
            RequestId = request.Id,
            RecordId = id.Value,
            Reader = request.Reader,
            Product = request.Product,
            Code = request.Product is CopyProduct.AuthenticatedCopy or CopyProduct.DisseminationPackage ? VerificationCode.Of(RandomNumberGenerator.GetBytes(VerificationCode.RandomBytes)).Value : null,
            State = DeliveryState.Preparing,
            BegunAt = now,
            Policy = policy.Id,
            UseUntil = until,
            DestroyOn = until.AddDays(policy.KeptDays),
        };
    }
}
