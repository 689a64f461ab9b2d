using Archive;
using Archive.Accession;
using ArchiveFunctions.Records;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace ArchiveFunctions.Accession;

/// <summary>
/// Finds uploads that lie in the inbox without an outcome: events get lost, processes get killed. It only finds and announces; what it misses
/// or repeats does no harm.
/// </summary>
public sealed class ReconcileInbox(Inbox inbox, UploadTable uploads, AdmissionPolicy policy, TimeProvider clock, ILogger<ReconcileInbox> log)
{
    /// <summary>The most announcements of one run; the rest waits five minutes for the next.</summary>
    private const int Most = 1000;

    /// <summary>Announces every overlooked upload.</summary>
    [Function(nameof(ReconcileInbox))]
    [ServiceBusOutput(Queues.UploadOverlooked, Connection = StorageNames.ServiceBus)]
    public async Task<UploadOverlooked[]> Run([TimerTrigger("0 */5 * * * *")] TimerInfo timer, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var lying = new Dictionary<string, DateTimeOffset>();
        await foreach (var blob in inbox.List(stop))
        {
            if (blob.Properties.LastModified is { } modified && now - modified >= policy.OverlookedAfter)
                lying[blob.Name] = modified;
        }

        var overlooked = new List<UploadOverlooked>();
        foreach (var blob in Overlooked.InTurn([.. lying.Keys], Most, now))
        {
            if (overlooked.Count == Most)
                break;

            var (folder, name) = UploadName.Split(blob);
            if (Overlooked.IsDue((await uploads.Find(folder, name, stop)).Upload, UploadName.DocumentOf(name) is not null, lying[blob], policy, now))
                overlooked.Add(new UploadOverlooked(blob));
        }

        if (overlooked.Count > 0)
            log.UploadsOverlooked(overlooked.Count);
        return [.. overlooked];
    }
}
