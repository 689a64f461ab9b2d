using System.Collections.Concurrent;
using Archive.Records;
using Archive.Transfer;
using ArchiveFunctions.Records;

namespace ArchiveFunctions.Transfer.Consignments;

/// <summary>
/// Claims records for consignments and gives them back. A claim is a write of the record's own row against its ETag, so of two consignments
/// that hold the same record one gets it.
/// </summary>
public sealed class ConsignmentClaims(RecordTable records, ConsignmentTable consignments, AgencyRegister agencies, WaitingTable waiting, ClockKeeper clocks, TimeProvider clock)
{
    private const int AtOnce = 8;

    /// <summary>The records that go with the consignment, in its order; those that may not are left where they are.</summary>
    public async Task<IReadOnlyList<ArchiveRecord>> Claim(Consignment consignment, CancellationToken stop)
    {
        var put = await consignments.Records(consignment.Id, stop);
        var registered = await agencies.Find(consignment.Agency.Value, stop) is not null;
        var claimed = new ConcurrentDictionary<string, ArchiveRecord>();
        await Parallel.ForEachAsync(put, Limits(stop), async (one, claiming) =>
        {
            if (await Amend(one.RecordId, record => CustodyMoves.Claim(record, consignment.Id, registered), claiming) is { } record)
                claimed[one.RecordId] = record;
        });
        return [.. put.Select(one => claimed.GetValueOrDefault(one.RecordId)).OfType<ArchiveRecord>()];
    }

    /// <summary>Gives claimed records back to their clocks; those without a reason wait for the next consignment.</summary>
    public async Task GiveBack(Consignment consignment, IEnumerable<ArchiveRecord> claimed, Func<RecordId, Finding?> reason, CancellationToken stop)
    {
        var today = Today.Of(clock.GetUtcNow());
        await Parallel.ForEachAsync(claimed, Limits(stop), async (one, returning) =>
        {
            var why = reason(one.Id);
            var record = await Amend(one.Id.Value, held => CustodyMoves.Release(held, consignment.Id, why, today), returning);
            if (record is not null && why is null)
                await waiting.Put(record, returning);
        });
    }

    /// <summary>Gives back all the records of a consignment, with what the archivist says of it.</summary>
    public async Task GiveBack(Consignment consignment, Finding reason, CancellationToken stop)
    {
        var today = Today.Of(clock.GetUtcNow());
        await Parallel.ForEachAsync(await consignments.Records(consignment.Id, stop), Limits(stop), async (one, returning) =>
            await Amend(one.RecordId, held => CustodyMoves.Release(held, consignment.Id, reason, today), returning));
    }

    private Task<ArchiveRecord?> Amend(string id, Func<ArchiveRecord, ArchiveRecord?> step, CancellationToken stop) => Overtaken.Repeat(async () =>
    {
        var held = await records.Find(RecordId.Parse(id), stop) ?? throw new InvalidDataException($"Record {id} is in a consignment but is not held.");
        if (step(held.Record) is not { } next)
            return null;

        if (next.Version != held.Record.Version)
            await records.Amend(held, next, [], statement: null, text: null, stop);
        await clocks.Follow(next, held.Record.Transfer, stop);
        return next;
    });

    private static ParallelOptions Limits(CancellationToken stop) => new() { MaxDegreeOfParallelism = AtOnce, CancellationToken = stop };
}
