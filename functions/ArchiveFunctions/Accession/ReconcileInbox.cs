using Archive;
using Archive.Accession;
using Archive.Records;
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
        var (lying, folders) = (new Dictionary<string, DateTimeOffset>(), new Dictionary<string, (List<InboxBlob> Files, DateTimeOffset Modified)>());
        await foreach (var blob in inbox.List(stop))
        {
            if (blob.Properties is not { LastModified: { } modified, ETag: { } etag })
                continue;
            var (agency, name) = UploadName.Split(blob.Name);
            if (PackageFolder.Of(name) is { } package)
            {
                var folder = UploadName.Join(agency, package);
                var (files, latest) = folders.GetValueOrDefault(folder, ([], modified));
                files.Add(new InboxBlob(blob.Name, etag.ToString()));
                folders[folder] = (files, modified > latest ? modified : latest);
            }
            else if (now - modified >= policy.OverlookedAfter)
            {
                lying[blob.Name] = modified;
            }
        }

        foreach (var (folder, (_, modified)) in folders.Where(folder => now - folder.Value.Modified >= policy.OverlookedAfter))
            lying[folder] = modified;

        var overlooked = new List<UploadOverlooked>();
        foreach (var blob in Overlooked.InTurn([.. lying.Keys], Most, now))
        {
            if (overlooked.Count == Most)
                break;

            var (folder, name) = UploadName.Split(blob);
            var upload = (await uploads.Find(folder, name, stop)).Upload;

            // A sidecar waits for its document, and a folder for more of its files: what has not changed since is not looked at again so soon.
            var waits = folders.TryGetValue(blob, out var package) ? upload.ETag == PackageFolder.StateOf(package.Files) && upload.Findings.Count > 0 : UploadName.DocumentOf(name) is not null;
            if (Overlooked.IsDue(upload, waits, lying[blob], policy, now))
                overlooked.Add(new UploadOverlooked(blob));
        }

        if (overlooked.Count > 0)
            log.UploadsOverlooked(overlooked.Count);
        return [.. overlooked];
    }
}
