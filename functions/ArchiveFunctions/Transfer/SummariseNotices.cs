using Archive;
using Archive.Transfer;
using ArchiveFunctions.Records;
using Microsoft.Azure.Functions.Worker;

namespace ArchiveFunctions.Transfer;

/// <summary>
/// Announces each day whose night is over and has not been summed up yet: usually one, after an outage several. Run twice, it says the same until
/// the day is marked, and what is then told twice is the same message.
/// </summary>
public sealed class SummariseNotices(NoticeTable notices, TimeProvider clock)
{
    /// <summary>Runs at 06:30 in Viet Nam, after the night's last sweep; the schedule is UTC.</summary>
    [Function(nameof(SummariseNotices))]
    [ServiceBusOutput(Queues.DayNoticed, Connection = StorageNames.ServiceBus)]
    public async Task<DayNoticed[]> Run([TimerTrigger("0 30 23 * * *")] TimerInfo timer, CancellationToken stop) =>
        [.. Notice.DaysToSumUp(await notices.SummedUp(stop), clock.GetUtcNow()).Select(day => new DayNoticed(day))];
}
