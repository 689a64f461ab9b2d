using Archive;
using Archive.Transfer;
using ArchiveFunctions.Records;
using Microsoft.Azure.Functions.Worker;

namespace ArchiveFunctions.Transfer.Consignments;

/// <summary>What a run announces again.</summary>
/// <param name="Formed">Consignments that were never packaged.</param>
/// <param name="Verified">Consignments that were never accepted, though nobody holds them.</param>
/// <param name="Accepted">Consignments whose custody has not moved wholly.</param>
/// <param name="Released">Consignments whose agency's copies have not been released wholly.</param>
public sealed record ConsignmentsOverlooked(
    [property: ServiceBusOutput(Queues.ConsignmentFormed, Connection = StorageNames.ServiceBus)] ConsignmentFormed[] Formed,
    [property: ServiceBusOutput(Queues.ConsignmentVerified, Connection = StorageNames.ServiceBus)] ConsignmentVerified[] Verified,
    [property: ServiceBusOutput(Queues.ConsignmentAccepted, Connection = StorageNames.ServiceBus)] ConsignmentAccepted[] Accepted,
    [property: ServiceBusOutput(Queues.ReleaseAsked, Connection = StorageNames.ServiceBus)] ReleaseAsked[] Released);

/// <summary>Announces again the consignments that stopped on their way: messages get lost, processes get killed. It only finds and announces.</summary>
public sealed class ReconcileConsignments(ConsignmentTable consignments, TimeProvider clock)
{
    /// <summary>Longer than any step takes.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromHours(2);

    /// <summary>Runs every hour.</summary>
    [Function(nameof(ReconcileConsignments))]
    public async Task<ConsignmentsOverlooked> Run([TimerTrigger("0 35 * * * *")] TimerInfo timer, CancellationToken stop)
    {
        var overlooked = await consignments.Unfinished(clock.GetUtcNow() - Patience, stop).ToListAsync(stop);
        return new ConsignmentsOverlooked(
            [.. In(ConsignmentState.Formed).Select(one => new ConsignmentFormed(one.Agency.Value, one.Id))],
            [.. In(ConsignmentState.Verified).Select(one => new ConsignmentVerified(one.Agency.Value, one.Id))],
            [.. In(ConsignmentState.Accepted).Select(one => new ConsignmentAccepted(one.Agency.Value, one.Id, 0))],
            [.. In(ConsignmentState.Done).Select(one => new ReleaseAsked(one.Agency.Value, one.Id, one.Release?.From ?? 0))]);

        IEnumerable<Consignment> In(ConsignmentState state) => overlooked.Where(one => one.State == state);
    }
}
