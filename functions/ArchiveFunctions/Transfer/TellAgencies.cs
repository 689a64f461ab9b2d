using Archive;
using Archive.Transfer;
using ArchiveFunctions.Records;
using Microsoft.Azure.Functions.Worker;

namespace ArchiveFunctions.Transfer;

/// <summary>
/// Tells other systems, one message per agency, what agencies were told in a night. The message that a day is over is done with only when these
/// have been sent: a run that ends before is repeated, so a subscriber may hear of an agency's day twice, and never not at all.
/// </summary>
public sealed class TellAgencies(NoticeTable notices, AgencyRegister agencies)
{
    /// <summary>Sums up a day.</summary>
    [Function(nameof(TellAgencies))]
    [ServiceBusOutput(Topics.Notices, ServiceBusEntityType.Topic, Connection = StorageNames.ServiceBus)]
    public async Task<AgencyNoticed[]> Run([ServiceBusTrigger(Queues.DayNoticed, Connection = StorageNames.ServiceBus)] DayNoticed over, CancellationToken stop)
    {
        var told = new List<AgencyNoticed>();
        foreach (var agency in (await agencies.All(stop)).Keys.OrderBy(code => code.Value, StringComparer.Ordinal))
        {
            if (Notice.Summary(agency, over.Day, await notices.On(over.Day, agency, stop).ToListAsync(stop)) is { } summary)
                told.Add(summary);
        }

        await notices.SumUp(over.Day, stop);
        return [.. told];
    }
}
