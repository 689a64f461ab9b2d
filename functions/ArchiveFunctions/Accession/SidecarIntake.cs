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
/// broken, when another description of the document stands, as a package's own does, or when no document has come for it in time.
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
        var row = await uploads.Find(own.Upload.Folder, document, stop);
        if (stated.Reading is not SidecarReading.Read said)
        {
            await Forget(row, origin, stop);
            return await Refuse(blob, own, origin, ((SidecarReading.Broken)stated.Reading).Finding, stop);
        }

        // A document that lies there undecided is another under the same name, and the sidecar is as likely to speak of that one: it waits.
        if (row.Upload is { Status: not UploadStatus.Refused, RecordIds: [.., var id], ETag: var decided } && await Inbox.IsStill(inbox.Blob(own.Upload.Folder, document), decided, stop))
            return await Restate(blob, own, origin, RecordId.Parse(id), said, stated.Source.Bytes, stop);

        if (row.Upload is { Status: UploadStatus.Unpacked })
            return await Refuse(blob, own, origin, Superseded(own.Upload, document), stop);

        var orphaned = clock.GetUtcNow() - read.Details.LastModified >= policy.SidecarPatience && !await inbox.Blob(own.Upload.Folder, document).ExistsAsync(stop);
        if (!orphaned)
            return await Wait(blob, own, row, origin, stated, stop);
        await Forget(row, origin, stop);
        return await Refuse(blob, own, origin, Finding.Of(FindingCodes.SidecarOrphaned, own.Upload.Name, document), stop);
    }

    /// <summary>
    /// What is refused must not be taken for the word on a document that comes later; neither must what it has overwritten, which its depositor
    /// took back.
    /// </summary>
    private async Task Forget(UploadRow document, InboxBlob refused, CancellationToken stop)
    {
        if (document.Upload.Statement?.Blob?.Name == refused.Name)
            await uploads.Write(document, document.Upload with { Statement = null }, stop);
    }

    private async Task<RecordAdmitted?> Wait(BlobClient blob, UploadRow own, UploadRow document, InboxBlob origin, Stated stated, CancellationToken stop)
    {
        // A description its depositor has removed meanwhile stands in nobody's way.
        if (document.Upload.Statement is { } statement && statement.Blob != origin && (statement.Blob is null || await inbox.Holds(statement.Blob, stop)))
        {
            if (!Precedence.Replaces(stated, StatementReading.Of(statement)))
                return await Refuse(blob, own, origin, Superseded(own.Upload, statement.Blob?.Name ?? document.Upload.Name), stop);
            await RefuseDisplaced(own.Upload, statement.Blob, stop);
        }

        if (document.Upload.Statement?.Blob != origin)
        {
            var next = document.Tag is null ? document.Upload with { Status = UploadStatus.Awaiting } : document.Upload;
            await uploads.Write(document, next with { Statement = stated.Source }, stop);
        }

        if (own.Upload.ETag != origin.ETag)
            await uploads.Write(own, own.Upload.Waiting(origin.ETag), stop);
        return null;
    }

    /// <summary>
    /// A waiting sidecar that another takes the place of has its outcome now. It is refused before its place is taken, so that a run that ends
    /// between the two finds it again.
    /// </summary>
    private async Task RefuseDisplaced(Upload by, InboxBlob? displaced, CancellationToken stop)
    {
        if (displaced is null || displaced.Name == UploadName.Join(by.Folder, by.Name))
            return;
        var row = await uploads.Find(by.Folder, UploadName.Split(displaced.Name).Name, stop);
        await Refuse(inbox.Blob(by.Folder, row.Upload.Name), row, displaced, Superseded(row.Upload, by.Name), stop);
    }

    private static Finding Superseded(Upload refused, string stands) => Finding.Of(FindingCodes.DescriptionSuperseded, refused.Name, UploadName.FileOf(stands));

    private async Task<RecordAdmitted?> Restate(BlobClient blob, UploadRow own, InboxBlob origin, RecordId id, SidecarReading.Read said, byte[] bytes, CancellationToken stop)
    {
        var held = await records.Find(id, stop) ?? throw new InvalidDataException($"Upload {own.Upload.Id} speaks of record {id}, which is not held.");
        held = await inbox.WithLastingOrigins(held, stop);
        if (Restatement.Objection(held.Record, said, own.Upload.Name) is { } objection)
            return await Refuse(blob, own, origin, objection, stop);
        if (Precedence.Yields(said, held.Record))
            return await Refuse(blob, own, origin, Superseded(own.Upload, held.Record.Content.OriginalName), stop);

        var next = held.Record;
        if (Restatement.Apply(held.Record, said, [origin], clock.GetUtcNow()) is { } restated)
        {
            await records.Amend(held, restated.Next, restated.Journal, bytes, text: null, stop);
            next = restated.Next;
        }

        var decided = own.Upload.Decided(UploadStatus.Admitted, origin.ETag, said.Findings, clock.GetUtcNow()).Of(next);
        await uploads.Write(own, decided, stop);
        if (decided.RecordVersion > 0)
            return new RecordAdmitted(id.Value, next.Version);
        await inbox.Clear(origin, stop);
        return null;
    }

    private async Task<RecordAdmitted?> Refuse(BlobClient blob, UploadRow own, InboxBlob origin, Finding finding, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var refused = own.Upload.Decided(UploadStatus.Refused, origin.ETag, [finding], now)
            .Journalled(new JournalEvent(EventTypes.Quarantine, now, own.Upload.Folder, Admission.Agent, EventOutcome.Failure, $"findings={finding.Code}"));
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
