using Archive;
using Archive.Accession;
using Archive.Packages.Reading;
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
        var lying = await Lying(now, stop);
        var overlooked = new List<UploadOverlooked>();
        foreach (var blob in Overlooked.InTurn([.. lying.Keys], Most, now))
        {
            if (overlooked.Count == Most)
                break;

            var (folder, name) = UploadName.Split(blob);
            var upload = (await uploads.Find(folder, name, stop)).Upload;

            // A sidecar waits for its document, and a folder for more of its files: what has not changed since is not looked at again so soon.
            var (modified, files) = lying[blob];
            var waits = files.Count > 0 ? upload.ETag == PackageFolder.StateOf(files) && upload.Findings.Count > 0 : UploadName.DocumentOf(name) is not null;
            if (Overlooked.IsDue(upload, waits, modified, policy, now))
                overlooked.Add(new UploadOverlooked(blob));
        }

        if (overlooked.Count > 0)
            log.UploadsOverlooked(overlooked.Count);
        return [.. overlooked];
    }

    /// <summary>Every upload that has lain for a while: when it was stored, and of a folder its files, of which the last one counts.</summary>
    private async Task<Dictionary<string, (DateTimeOffset Modified, IReadOnlyList<InboxBlob> Files)>> Lying(DateTimeOffset now, CancellationToken stop)
    {
        var lying = new Dictionary<string, (DateTimeOffset Modified, IReadOnlyList<InboxBlob> Files)>(StringComparer.Ordinal);
        var folders = new Dictionary<string, List<(DateTimeOffset Modified, InboxBlob File)>>(StringComparer.Ordinal);
        await foreach (var blob in inbox.List(stop))
        {
            if (blob.Properties is not { LastModified: { } modified, ETag: { } etag })
                continue;
            var (agency, name) = UploadName.Split(blob.Name);
            if (PackageFolder.Of(name) is not { } package)
                lying[blob.Name] = (modified, []);
            else if (!folders.TryGetValue(UploadName.Join(agency, package), out var files))
                folders[UploadName.Join(agency, package)] = [(modified, new InboxBlob(blob.Name, etag.ToString()))];
            else if (files.Count <= PackageLimits.Default.Entries)
                files.Add((modified, new InboxBlob(blob.Name, etag.ToString())));
        }

        foreach (var (folder, files) in folders)
            lying[folder] = (files.Max(file => file.Modified), [.. files.Select(file => file.File)]);
        return lying.Where(one => now - one.Value.Modified >= policy.OverlookedAfter).ToDictionary(StringComparer.Ordinal);
    }
}
