using Archive.Records;
using Archive.Transfer;
using ArchiveFunctions.Records;

namespace ArchiveFunctions.Transfer;

/// <summary>
/// Sets records' clocks and keeps the schedule and the agenda in line with them. The clock is written with the record; what follows it is
/// written after, and repeated by whatever repeats the write, so a kill in between leaves nothing behind for good.
/// </summary>
public sealed class ClockKeeper(PolicyTable policies, AgencyRegister agencies, DeadlineTable deadlines, AgendaTable agenda, TimeProvider clock)
{
    /// <summary>The clock a record should have now; null where it stays with its agency.</summary>
    public async Task<TransferClock?> Set(ArchiveRecord record, CancellationToken stop)
    {
        var today = Today.Of(clock.GetUtcNow());
        return ClockSetting.Of(record, await Registered(record, stop), await policies.InForce(today, stop), today);
    }

    /// <summary>Whether a record's agency is one of the register's.</summary>
    public async Task<bool> Registered(ArchiveRecord record, CancellationToken stop) => await agencies.Find(record.Agency.Value, stop) is not null;

    /// <summary>What follows a record's clock, once the record is written. Two operations for a new clock.</summary>
    /// <param name="record">The record as written.</param>
    /// <param name="before">Its clock before, or null.</param>
    /// <param name="stop">Stops.</param>
    public async Task Follow(ArchiveRecord record, TransferClock? before, CancellationToken stop)
    {
        var now = record.Transfer;
        await Task.WhenAll(Put(record, stop), deadlines.Clear(record.Id, record.Agency, before?.Place, now?.Place, stop));
        if (now?.Replaces is { } was && (before?.Due, before?.Deferred) == (now.Due, now.Deferred) && was.Rows.Except(now.Place.Rows).Any())
            await Clear(record, was, stop);
        if (before?.NextAction is { } old && (now?.NextAction != old || now.IsSettled))
            await agenda.Strike(old, record.Id, stop);
    }

    /// <summary>
    /// Puts a record into schedule and agenda before it is written, where nothing would repeat what follows it: a row too many is met on its day and
    /// removed (<see cref="Heal"/>), and one too few would never be found.
    /// </summary>
    public Task Put(ArchiveRecord record, CancellationToken stop) => record.Transfer is not { } now ? Task.CompletedTask : Task.WhenAll(
        deadlines.Put(record.Id, record.Agency, now, stop),
        now.NextAction is { } day && !now.IsSettled ? agenda.Put(day, record.Id, now.Due, stop) : Task.CompletedTask);

    /// <summary>
    /// Removes a row of the schedule that no clock of the record stands for: a run may have ended between taking the clock away, or moving it, and what
    /// follows that.
    /// </summary>
    public Task Heal(ArchiveRecord record, DateOnly due, CancellationToken stop) =>
        record.Transfer?.Place.Rows.Contains(due) == true ? Task.CompletedTask : deadlines.Remove(record.Id, record.Agency, due, stop);

    /// <summary>A run ended after it wrote the record and before this: only the clock still knows where its forerunner stood.</summary>
    private async Task Clear(ArchiveRecord record, ClockPlace was, CancellationToken stop)
    {
        await deadlines.Clear(record.Id, record.Agency, was, record.Transfer?.Place, stop);
        if (was.NextAction is { } day && day != record.Transfer?.NextAction)
            await agenda.Strike(day, record.Id, stop);
    }
}
