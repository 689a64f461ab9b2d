using Archive;
using Archive.Accession;
using Archive.Description;
using Archive.Records;
using ArchiveFunctions.Records;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace ArchiveFunctions.Accession;

/// <summary>
/// Takes a sidecar in. Before its document, it waits in the document's upload row; after it, it restates the record. Refused only when it is
/// broken, or when no document has come for it in time.
/// </summary>
public sealed class SidecarIntake(Inbox inbox, UploadTable uploads, RecordTable records, Quarantine quarantine, AdmissionPolicy policy, TimeProvider clock)
{
    /// <summary>Larger than any description; the limit itself is the sidecar reader's to state.</summary>
    private const int Most = 256 << 10;

    /// <summary>Takes one sidecar in and returns what is to be announced.</summary>
    public async Task<RecordAdmitted?> Take(BlobClient blob, UploadRow own, string document, CancellationToken stop)
    {
        if (await Download(blob, stop) is not { } read)
            return null;

        var origin = new InboxBlob(blob.Name, read.Details.ETag.ToString());
        var stated = StatementReading.Of(new DepositorStatement(read.Content.ToArray(), origin));
        if (stated.Reading is not SidecarReading.Read said)
            return await Refuse(blob, own, origin, ((SidecarReading.Broken)stated.Reading).Finding, stop);

        var row = await uploads.Find(own.Upload.Folder, document, stop);
        // A document that lies there undecided is another under the same name, and the sidecar is as likely to speak of that one: it waits.
        if (row.Upload is { RecordIds: [.., var id], ETag: var decided } && await Inbox.IsStill(inbox.Blob(own.Upload.Folder, document), decided, stop))
            return await Restate(own, origin, RecordId.Parse(id), said, stated.Source.Bytes, stop);

        var orphaned = clock.GetUtcNow() - read.Details.LastModified >= policy.SidecarPatience && !await inbox.Blob(own.Upload.Folder, document).ExistsAsync(stop);
        // What is refused must not be taken for the word on a document that comes later.
        if (orphaned && row.Upload.Statement?.Blob == origin)
            await uploads.Write(row, row.Upload with { Statement = null }, stop);
        return orphaned
            ? await Refuse(blob, own, origin, Finding.Of(FindingCodes.SidecarOrphaned, own.Upload.Name, document), stop)
            : await Wait(own, row, origin, stated.Source, stop);
    }

    private async Task<RecordAdmitted?> Wait(UploadRow own, UploadRow document, InboxBlob origin, DepositorStatement statement, CancellationToken stop)
    {
        if (document.Upload.Statement?.Blob != origin)
        {
            var next = document.Tag is null ? document.Upload with { Status = UploadStatus.Awaiting } : document.Upload;
            await uploads.Write(document, next with { Statement = statement }, stop);
        }

        if (own.Upload.ETag != origin.ETag)
            await uploads.Write(own, own.Upload with { Status = UploadStatus.Received, ETag = origin.ETag, RecordIds = [], RecordVersion = 0, Findings = [] }, stop);
        return null;
    }

    private async Task<RecordAdmitted?> Restate(UploadRow own, InboxBlob origin, RecordId id, SidecarReading.Read said, byte[] bytes, CancellationToken stop)
    {
        var held = await records.Find(id, stop) ?? throw new InvalidDataException($"Upload {own.Upload.Id} speaks of record {id}, which is not held.");
        var next = held.Record;
        if (Restatement.Apply(held.Record, said, [origin], clock.GetUtcNow()) is { } restated)
        {
            await records.Amend(held, restated.Next, restated.Journal, bytes, text: null, stop);
            next = restated.Next;
        }

        var announce = next.Origins.Contains(origin);
        await uploads.Write(own, own.Upload with
        {
            Status = UploadStatus.Admitted,
            ETag = origin.ETag,
            DecidedAt = clock.GetUtcNow(),
            RecordIds = [id.Value],
            RecordVersion = announce ? next.Version : 0,
            Findings = said.Findings,
        }, stop);
        if (!announce)
            await inbox.Clear(origin, stop);
        return announce ? new RecordAdmitted(id.Value, next.Version) : null;
    }

    private async Task<RecordAdmitted?> Refuse(BlobClient blob, UploadRow own, InboxBlob origin, Finding finding, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var refused = own.Upload with
        {
            Status = UploadStatus.Refused,
            ETag = origin.ETag,
            DecidedAt = now,
            RecordIds = [],
            RecordVersion = 0,
            Findings = [finding],
            Journal = [.. own.Upload.Journal, new JournalEvent(EventTypes.Quarantine, now, own.Upload.Folder, Admission.Agent, EventOutcome.Failure, $"findings={finding.Code}")],
        };
        await quarantine.Take(blob, new ETag(origin.ETag), refused, statement: null, erase: false, stop);
        await uploads.Write(own, refused, stop);
        await inbox.Clear(origin, stop);
        return null;
    }

    /// <summary>The sidecar, cut off where it can be no sidecar any more; null when it is gone.</summary>
    private static async Task<BlobDownloadResult?> Download(BlobClient blob, CancellationToken stop)
    {
        try
        {
            return await blob.DownloadContentAsync(new BlobDownloadOptions { Range = new HttpRange(0, Most) }, stop);
        }
        catch (RequestFailedException empty) when (empty.Status == 416)
        {
            // A range of an empty blob: read it whole.
            return await blob.DownloadContentAsync(stop);
        }
        catch (RequestFailedException gone) when (gone.Status == 404)
        {
            return null;
        }
    }
}
