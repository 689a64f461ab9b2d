using Archive;
using ArchiveFunctions.Records;
using Microsoft.Azure.Functions.Worker;

namespace ArchiveFunctions.Transfer.Fixity;

/// <summary>Announces every package that is to be read again by today. It only finds and announces: whoever hears it twice looks at the consignment.</summary>
public sealed class AnnounceFixityChecks(FixityAgenda agenda, TimeProvider clock)
{
    /// <summary>The most announcements of one night; what is left is the oldest of the next.</summary>
    public const int Most = 1000;

    /// <summary>Runs at 01:00 in Viet Nam; the schedule is UTC. Once a night, because a package may take hours to read.</summary>
    [Function(nameof(AnnounceFixityChecks))]
    [ServiceBusOutput(Queues.FixityCheckFellDue, Connection = StorageNames.ServiceBus)]
    public async Task<FixityCheckFellDue[]> Run([TimerTrigger("0 0 18 * * *")] TimerInfo timer, CancellationToken stop) =>
        await agenda.Until(Today.Of(clock.GetUtcNow()), stop).Take(Most).ToArrayAsync(stop);
}
