using Archive;
using Archive.Transfer;
using ArchiveFunctions.Records;
using Microsoft.Azure.Functions.Worker;

namespace ArchiveFunctions.Transfer;

/// <summary>
/// Announces the policy in force to every range of records whose clocks have not all been set by it: after one was added, and when the first day of
/// one added earlier has come. It says so each hour until the range is done, so that nothing lost on the way is lost for good.
/// </summary>
public sealed class AnnouncePolicy(PolicyTable policies, PolicyProgress progress, TimeProvider clock)
{
    /// <summary>Runs every hour at five past.</summary>
    [Function(nameof(AnnouncePolicy))]
    [ServiceBusOutput(Queues.PolicyChanged, Connection = StorageNames.ServiceBus)]
    public async Task<PolicyChanged[]> Run([TimerTrigger("0 5 * * * *")] TimerInfo timer, CancellationToken stop)
    {
        var inForce = (await policies.InForce(Today.Of(clock.GetUtcNow()), stop)).Id;
        var marks = await progress.Marks(stop);
        return [.. PolicyProgress.Ranges.Where(range => marks.GetValueOrDefault(range, TransferPolicy.Hanoi.Id) != inForce).Select(range => new PolicyChanged(inForce, range, ""))];
    }
}
