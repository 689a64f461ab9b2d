using System.Collections.Concurrent;
using Archive.Records;
using Archive.Transfer;
using ArchiveFunctions.Records;

namespace ArchiveFunctions.Transfer.Consignments;

/// <summary>
/// Claims records for consignments and gives them back. A claim is a write of the record's own row against its ETag, so of two consignments
/// that hold the same record one gets it.
/// </summary>
public sealed class ConsignmentClaims(RecordTable records, ConsignmentTable consignments, AgencyRegister agencies, PolicyTable policies, WaitingTable waiting, ClockKeeper clocks, TimeProvider clock)
{
    private const int AtOnce = 8;

    /// <summary>The records that go with the consignment, in its order; those that may not are left where they are.</summary>
    public async Task<IReadOnlyList<ArchiveRecord>> Claim(Consignment consignment, CancellationToken stop)
    {
        var put = await consignments.Records(consignment.Id, stop);
        var registered = await IsRegistered(consignment, stop);
        var claimed = new ConcurrentDictionary<string, ArchiveRecord>();
        await Parallel.ForEachAsync(put, Limits(stop), async (one, claiming) =>
        {
            if (await Amend(one.RecordId, record => CustodyMoves.Claim(record, consignment.Id, registered), claiming) is { } record)
                claimed[one.RecordId] = record;
        });
        return [.. put.Select(one => claimed.GetValueOrDefault(one.RecordId)).OfType<ArchiveRecord>()];
    }

    /// <summary>
    /// Gives the records of a consignment back to their clocks. What nothing keeps waits for the next one; what something keeps is looked at again
    /// in the coming night. Repeated, it finishes what a killed run began.
    /// </summary>
    /// <param name="consignment">The consignment; its row says already why.</param>
    /// <param name="said">What is found or said of a record, which stays with it; null for nothing.</param>
    /// <param name="stop">Stops.</param>
    public async Task GiveBack(Consignment consignment, Func<string, Finding?> said, CancellationToken stop)
    {
        var today = Today.Of(clock.GetUtcNow());
        var (registered, policy) = (await IsRegistered(consignment, stop), await policies.InForce(today, stop));
        await Parallel.ForEachAsync(await consignments.Records(consignment.Id, stop), Limits(stop), async (one, returning) =>
        {
            var record = await Amend(one.RecordId, held => CustodyMoves.Release(held, consignment.Id, said(one.RecordId), registered, policy, today), returning);
            if (record is { Transfer: { State: ClockState.Due or ClockState.Overdue, Reasons.Count: 0 } })
                await waiting.Put(record, returning);
        });
    }

    /// <summary>Whether the agency of a consignment is registered now.</summary>
    public async Task<bool> IsRegistered(Consignment consignment, CancellationToken stop) => await agencies.Find(consignment.Agency.Value, stop) is not null;

    private Task<ArchiveRecord?> Amend(string id, Func<ArchiveRecord, ArchiveRecord?> step, CancellationToken stop) => Overtaken.Repeat(async () =>
    {
        var held = await records.Find(RecordId.Parse(id), stop) ?? throw new InvalidDataException($"Record {id} is in a consignment but is not held.");
        if (step(held.Record) is not { } next)
            return null;

        // A record that loses its clock leaves the schedule first: once it is written, nothing says where it stood.
        if (next.Transfer is null)
            await clocks.Follow(next, held.Record.Transfer, stop);
        if (next.Version != held.Record.Version)
            await records.Amend(held, next, [.. Lines(next, held.Record.Transfer)], statement: null, text: null, stop);
        await clocks.Follow(next, held.Record.Transfer, stop);
        return next;
    });

    /// <summary>Being claimed and given back is the consignment's story; a clock that another policy has moved is the record's.</summary>
    private IEnumerable<JournalEvent> Lines(ArchiveRecord next, TransferClock? before) =>
        next.Transfer?.Policy == before?.Policy ? [] : ClockSetting.Lines(next, before, Archive.Accession.Admission.Agent, clock.GetUtcNow());

    private static ParallelOptions Limits(CancellationToken stop) => new() { MaxDegreeOfParallelism = AtOnce, CancellationToken = stop };
}
