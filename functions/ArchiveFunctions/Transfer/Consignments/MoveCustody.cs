using System.Collections.Concurrent;
using Archive;
using Archive.Records;
using Archive.Transfer;
using ArchiveFunctions.Records;
using ArchiveFunctions.Transfer.Fixity;
using Microsoft.Azure.Functions.Worker;

namespace ArchiveFunctions.Transfer.Consignments;

/// <summary>What moving custody announces.</summary>
/// <param name="Changed">Readers find these in their new custody.</param>
/// <param name="Next">The rest of the consignment; null when this was the last of it.</param>
public sealed record CustodyMoved(
    [property: ServiceBusOutput(Queues.RecordChanged, Connection = StorageNames.ServiceBus)] RecordChanged[] Changed,
    [property: ServiceBusOutput(Queues.ConsignmentAccepted, Connection = StorageNames.ServiceBus)] ConsignmentAccepted? Next);

/// <summary>
/// The historical archive has signed: custody moves, each record in one write of its own row. Repeated, it finds what has moved and says it
/// again; killed half way, the message comes again.
/// </summary>
public sealed class MoveCustody(RecordTable records, ConsignmentTable consignments, ClockKeeper clocks, FixityAgenda agenda)
{
    /// <summary>Records of one run: their announcements fit into one batch of messages.</summary>
    public const int Portion = 500;

    /// <summary>Moves one portion.</summary>
    [Function(nameof(MoveCustody))]
    public async Task<CustodyMoved> Run([ServiceBusTrigger(Queues.ConsignmentAccepted, Connection = StorageNames.ServiceBus)] ConsignmentAccepted accepted, CancellationToken stop)
    {
        using var step = Telemetry.ConsignmentStep(nameof(MoveCustody), accepted.Consignment);
        var held = await consignments.Find(AgencyCode.Parse(accepted.Agency), accepted.Consignment, stop) ?? throw new InvalidDataException($"Consignment {accepted.Consignment} was accepted but is not held.");
        var packed = await consignments.Packed(accepted.Consignment, stop);
        var changed = new ConcurrentBag<RecordChanged>();
        await Parallel.ForEachAsync(packed.Skip(accepted.From).Take(Portion), new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = stop }, async (one, moving) =>
            changed.Add(await Move(held.Consignment, one, moving)));

        step?.About(changed.Select(moved => moved.RecordId));
        var next = accepted.From + Portion;
        if (next < packed.Count)
            return new CustodyMoved([.. changed], accepted with { From = next });

        if (held.Consignment.State == ConsignmentState.Accepted)
            await Conclude(held, stop);
        return new CustodyMoved([.. changed], null);
    }

    /// <summary>The first check goes on the agenda before the consignment says so: killed in between, the day stands there and the message comes again.</summary>
    private async Task Conclude(HeldConsignment held, CancellationToken stop)
    {
        var consignment = held.Consignment;
        var check = FixitySchedule.First(Today.Of(consignment.AcceptedAt!.Value));
        await agenda.Put(check, consignment.Agency, consignment.Id, stop);
        await consignments.Write(held, consignment with { State = ConsignmentState.Done, NextCheck = check }, stop);
    }

    private Task<RecordChanged> Move(Consignment consignment, PackedRecord packed, CancellationToken stop) => Overtaken.Repeat(async () =>
    {
        var held = await records.Find(RecordId.Parse(packed.RecordId), stop) ?? throw new InvalidDataException($"Record {packed.RecordId} was transferred but is not held.");
        var record = held.Record;
        if (CustodyMoves.Move(record, consignment, $"{consignment.Folder}/{packed.Path}") is { } moved)
        {
            await records.Amend(held, moved.Next, [moved.Journal], statement: null, text: null, stop);
            record = moved.Next;
        }

        await clocks.Follow(record, held.Record.Transfer, stop);
        return new RecordChanged(record.Id.Value, record.Version);
    });
}
