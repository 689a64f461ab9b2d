using Archive;
using Archive.Transfer;
using ArchiveFunctions.Records;
using Microsoft.Azure.Functions.Worker;

namespace ArchiveFunctions.Transfer.Consignments;

/// <summary>
/// Puts what waits together, by dossier or loose, once nothing more comes to it (<see cref="Settling"/>), and announces it. A run killed half way
/// leaves rows waiting; the next makes the same consignments of them, or others whose records find themselves claimed.
/// </summary>
public sealed class FormConsignments(WaitingTable waiting, ConsignmentTable consignments, PolicyTable policies, Settling settling, TimeProvider clock)
{
    /// <summary>Runs every five minutes.</summary>
    [Function(nameof(FormConsignments))]
    [ServiceBusOutput(Queues.ConsignmentFormed, Connection = StorageNames.ServiceBus)]
    public async Task<ConsignmentFormed[]> Run([TimerTrigger("0 */5 * * * *")] TimerInfo timer, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var policy = await policies.InForce(Today.Of(now), stop);
        var formed = new List<ConsignmentFormed>();
        await foreach (var group in waiting.Groups(stop).Where(group => settling.IsOver(group.Records.Count, group.First, group.Last, now)))
        {
            var consignment = Consignment.Form(group.Agency, group.FileCode, group.Records, policy.Id, now);
            await consignments.Create(consignment, group.Records, stop);
            formed.Add(new ConsignmentFormed(group.Agency.Value, consignment.Id));
            await waiting.Remove(group, stop);
        }

        return [.. formed];
    }
}
