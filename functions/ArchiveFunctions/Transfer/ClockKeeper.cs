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
        return ClockSetting.Of(record, await Feeds(record, stop), await policies.InForce(today, stop), today);
    }

    /// <summary>
    /// Whether a record's agency is a source of the historical archive. One struck off the register leaves its records' clocks running: that it
    /// is unknown is then what keeps them.
    /// </summary>
    public async Task<bool> Feeds(ArchiveRecord record, CancellationToken stop) =>
        (await agencies.Find(record.Agency.Value, stop))?.FeedsHistoricalArchive ?? record.Transfer is not null;

    /// <summary>What follows a record's clock, once the record is written. Two operations for a new clock.</summary>
    /// <param name="record">The record as written.</param>
    /// <param name="before">Its clock before, or null.</param>
    /// <param name="stop">Stops.</param>
    public async Task Follow(ArchiveRecord record, TransferClock? before, CancellationToken stop)
    {
        var now = record.Transfer;
        await Task.WhenAll(
            deadlines.Follow(record.Id, record.Agency, before, now, stop),
            now?.NextAction is { } day && !now.IsSettled ? agenda.Put(day, record.Id, stop) : Task.CompletedTask);
        if (now?.Replaces is { } was && before?.Due == now.Due && was.Due != now.Due)
            await Clear(record, was, stop);
        if (before?.NextAction is { } old && (now?.NextAction != old || now.IsSettled))
            await agenda.Strike(old, record.Id, stop);
    }

    /// <summary>A run ended after it wrote the record and before this: only the clock still knows where its forerunner stood.</summary>
    private async Task Clear(ArchiveRecord record, ClockPlace was, CancellationToken stop)
    {
        await deadlines.Remove(record.Id, record.Agency, was.Due, stop);
        if (was.NextAction is { } day && day != record.Transfer?.NextAction)
            await agenda.Strike(day, record.Id, stop);
    }
}
