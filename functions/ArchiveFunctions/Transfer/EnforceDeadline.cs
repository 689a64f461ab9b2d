using System.Globalization;
using Archive;
using Archive.Accession;
using Archive.Records;
using Archive.Transfer;
using ArchiveFunctions.Records;
using ArchiveFunctions.Transfer.Consignments;
using Microsoft.Azure.Functions.Worker;

namespace ArchiveFunctions.Transfer;

/// <summary>
/// A record's day has come: it is noticed, sent on its way, kept with its reasons, or overdue. Decided by the record as it is now, so that a
/// message that comes twice finds nothing left to do.
/// </summary>
public sealed class EnforceDeadline(RecordTable records, AgencyRegister agencies, PolicyTable policies, NoticeTable notices, AgendaTable agenda, WaitingTable waiting, ClockKeeper clocks, TimeProvider clock)
{
    /// <summary>Does what the record's clock asks for today.</summary>
    [Function(nameof(EnforceDeadline))]
    public Task Run([ServiceBusTrigger(Queues.TransferFellDue, Connection = StorageNames.ServiceBus)] TransferFellDue fell, CancellationToken stop) =>
        Overtaken.Repeat(() => Enforce(RecordId.Parse(fell.RecordId), fell, stop));

    private async Task<Enforcement> Enforce(RecordId id, TransferFellDue fell, CancellationToken stop)
    {
        using var step = Telemetry.Step(nameof(EnforceDeadline), id.Value);
        var held = await records.Find(id, stop) ?? throw new InvalidDataException($"Record {id} is on the agenda but is not held.");

        // A record that is being described anew has its own message under way, which sets the clock; writing it here would overtake that message.
        if (held.Record.Status == RecordStatus.Admitted)
            return new Enforcement.Nothing();

        var today = Today.Of(clock.GetUtcNow());
        var decided = held.Record.Transfer is { } running ? await Decide(held.Record, running, today, stop) : new Enforcement.Nothing();
        if (Notice.Of(decided, held.Record, today) is { } notice)
            await notices.Write(notice, stop);

        var record = await Apply(held, decided, stop);
        if (decided is Enforcement.Overdue)
            Telemetry.Overdue(record.Agency.Value);
        if (decided is Enforcement.Ready)
            await waiting.Put(record, stop);
        await clocks.Follow(record, held.Record.Transfer, stop);
        if (fell.Due is { } due)
            await clocks.Heal(record, due, stop);
        if (record.Transfer?.NextAction != fell.Day)
            await agenda.Strike(fell.Day, id, stop);
        return decided;
    }

    private async Task<Enforcement> Decide(ArchiveRecord record, TransferClock running, DateOnly today, CancellationToken stop)
    {
        var registered = await agencies.Find(record.Agency.Value, stop) is not null;
        return Enforcement.Decide(running, Readiness.Obstacles(record, registered), await policies.Named(running.Policy, stop), today);
    }

    private async Task<ArchiveRecord> Apply(Held held, Enforcement decided, CancellationToken stop)
    {
        if (decided.After is not { } next || next == held.Record.Transfer)
            return held.Record;

        var detail = string.Create(CultureInfo.InvariantCulture, $"transfer={next.State}; due={next.Due:yyyy-MM-dd}; policy={next.Policy}; reasons={string.Join(',', next.Reasons.Select(reason => reason.Code).Distinct())}");
        var record = held.Record with { Version = held.Record.Version + 1, Transfer = next };
        var journal = new JournalEvent(EventTypes.PolicyAssignment, clock.GetUtcNow(), held.Record.Agency.Value, Admission.Agent, next.Reasons.Count == 0 ? EventOutcome.Success : EventOutcome.Failure, detail);
        await records.Amend(held, record, [journal], statement: null, text: null, stop);
        return record;
    }
}
