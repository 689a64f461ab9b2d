using System.Globalization;
using Archive;
using Archive.Accession;
using Archive.Records;
using Archive.Transfer;
using ArchiveFunctions.Records;
using Azure;
using Microsoft.Azure.Functions.Worker;

namespace ArchiveFunctions.Transfer;

/// <summary>
/// Sets the clocks of a range of records by the policy in force, a part at a time; what is left goes on with the next message. Whatever was set is
/// found to be so: a part done twice, or broken off anywhere, ends the same.
/// </summary>
public sealed class ResetClocks(RecordTable records, PolicyTable policies, PolicyProgress progress, ClockKeeper clocks, TimeProvider clock)
{
    /// <summary>The most records read for one message; some minutes of work where all of them move.</summary>
    public const int Most = 2000;

    private const int Tries = 3;

    /// <summary>Sets a part and announces the rest; nothing after the last part, or for a policy that another has followed.</summary>
    [Function(nameof(ResetClocks))]
    [ServiceBusOutput(Queues.PolicyChanged, Connection = StorageNames.ServiceBus)]
    public async Task<PolicyChanged?> Run([ServiceBusTrigger(Queues.PolicyChanged, Connection = StorageNames.ServiceBus)] PolicyChanged changed, CancellationToken stop)
    {
        var today = Today.Of(clock.GetUtcNow());
        var policy = await policies.InForce(today, stop);
        if (policy.Id != changed.Policy)
            return null;

        var (start, seen) = ($"r{changed.Range}", 0);
        await foreach (var held in records.Between(changed.After.Length > 0 ? changed.After : start, start + "~", stop))
        {
            await Reset(held, policy, today, stop);
            if (++seen == Most)
                return changed with { After = held.Record.Id.Value };
        }

        await progress.Mark(changed.Range, policy.Id, stop);
        return null;
    }

    private async Task Reset(Held held, TransferPolicy policy, DateOnly today, CancellationToken stop)
    {
        for (var attempt = 1; PolicyChange.Of(held.Record, await clocks.Registered(held.Record, stop), policy, today) is { } change; attempt++)
        {
            var next = held.Record with { Version = held.Record.Version + 1, Transfer = change.After };
            try
            {
                await Write(held, next, change, stop);
                return;
            }
            catch (RequestFailedException overtaken) when (overtaken.Status == 412 && attempt < Tries)
            {
                // The row was written between our read and our write: what followed our clock is taken back, and it is decided anew.
                held = await records.Find(held.Record.Id, stop) ?? throw new InvalidDataException($"Record {held.Record.Id} is gone.");
                await clocks.Follow(held.Record, next.Transfer, stop);
            }
        }
    }

    /// <summary>
    /// Schedule and agenda first, the record last: until the record is written the change is still to be seen, so that a run that ends in between
    /// is repeated whole. The other way round nobody would know the row of the old month that is to go.
    /// </summary>
    private async Task Write(Held held, ArchiveRecord next, PolicyChange change, CancellationToken stop)
    {
        await clocks.Follow(next, change.Before, stop);
        var detail = string.Create(CultureInfo.InvariantCulture, $"transfer={change.After?.State.ToString() ?? "none"}; due={change.After?.Due:yyyy-MM-dd}; before={change.Before?.Due:yyyy-MM-dd}; policy={change.After?.Policy ?? "none"}");
        var journal = new JournalEvent(EventTypes.PolicyAssignment, clock.GetUtcNow(), held.Record.Agency.Value, Admission.Agent, EventOutcome.Success, detail);
        await records.Amend(held, next, [journal], statement: null, text: null, stop);
    }
}
