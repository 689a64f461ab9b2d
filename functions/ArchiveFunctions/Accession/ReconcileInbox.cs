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
        var overlooked = new List<UploadOverlooked>();
        await foreach (var blob in inbox.List(stop))
        {
            if (overlooked.Count == Most)
                break;

            var (folder, name) = UploadName.Split(blob.Name);
            var modified = blob.Properties.LastModified ?? now;
            if (now - modified >= policy.OverlookedAfter && Overlooked.IsDue((await uploads.Find(folder, name, stop)).Upload, UploadName.DocumentOf(name) is not null, modified, policy, now))
                overlooked.Add(new UploadOverlooked(blob.Name));
        }

        if (overlooked.Count > 0)
            log.UploadsOverlooked(overlooked.Count);
        return [.. overlooked];
    }
}
