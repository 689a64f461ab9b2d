using Archive;
using Archive.Accession;
using Archive.Description;
using Archive.Records;
using ArchiveFunctions.Records;
using Azure.Storage.Blobs;

namespace ArchiveFunctions.Accession;

/// <summary>Takes a document in: inspect, judge, keep, write, announce.</summary>
public sealed class DocumentIntake(
    Inbox inbox, UploadInspector inspector, UploadTable uploads, RecordTable records, Vault vault, Quarantine quarantine, AdmissionPolicy policy, TimeProvider clock)
{
    /// <summary>Takes one document in and returns what is to be announced.</summary>
    public async Task<RecordAdmitted?> Take(BlobClient blob, UploadRow row, CancellationToken stop)
    {
        var inspected = await inspector.Inspect(blob, row.Upload, stop);
        if (inspected is null)
            return null;

        var verdict = Admission.Judge(inspected.Facts, policy, clock.GetUtcNow());
        return verdict switch
        {
            Verdict.Admitted admitted => await Admit(blob, inspected, admitted, row, stop),
            Verdict.Refused refused => await Refuse(blob, inspected, refused, row, stop),
            _ => throw new InvalidOperationException($"No upload is judged {verdict}."),
        };
    }

    private async Task<RecordAdmitted?> Admit(BlobClient blob, Inspected inspected, Verdict.Admitted admitted, UploadRow row, CancellationToken stop)
    {
        var statement = inspected.Facts.Statement;
        await vault.Keep(blob, inspected.Read, admitted.Record, stop);
        var held = await records.Create(admitted.Record, admitted.Journal, statement?.Source.Bytes, stop);
        if (held is null)
            return await Conclude(row, inspected, UploadStatus.Admitted, admitted.Record, stop);

        var status = Admission.Meet(admitted, held.Record) is Verdict.Admitted ? UploadStatus.Admitted : UploadStatus.AlreadyHeld;
        return await Conclude(row, inspected, status, await Restate(held, inspected, stop) ?? held.Record, stop);
    }

    /// <summary>A second upload of the same bytes may say more of them than the first.</summary>
    private async Task<ArchiveRecord?> Restate(Held held, Inspected inspected, CancellationToken stop)
    {
        if (inspected.Facts.Statement is not { Reading: SidecarReading.Read read } statement
            || Restatement.Apply(held.Record, read, [.. Uploaded(inspected).Reverse()], clock.GetUtcNow()) is not { } restated)
            return null;
        await records.Amend(held, restated.Next, restated.Journal, statement.Source.Bytes, text: null, stop);
        return restated.Next;
    }

    /// <summary>
    /// A record's origins are what is announced of it, so that a run repeated after a kill says what the killed one was about to say. They stay
    /// in the inbox until the record is described; the rest has nothing left to do. The document's row is written last: with it, the upload is
    /// decided.
    /// </summary>
    private async Task<RecordAdmitted?> Conclude(UploadRow row, Inspected inspected, UploadStatus status, ArchiveRecord record, CancellationToken stop)
    {
        int Announced(InboxBlob blob) => record.Origins.Contains(blob) ? record.Version : 0;
        var decided = Decided(row.Upload, inspected, status) with
        {
            RecordIds = [record.Id.Value],
            RecordVersion = Announced(inspected.Facts.Blob),
            Findings = inspected.Facts.Statement is null && status == UploadStatus.AlreadyHeld ? [] : record.Findings,
        };
        if (inspected.Facts.Statement?.Source.Blob is { } sidecar)
            await ConcludeSidecar(row.Upload, sidecar, decided with { RecordVersion = Announced(sidecar) }, stop);
        await uploads.Write(row, decided, stop);
        foreach (var done in Uploaded(inspected).Where(blob => Announced(blob) == 0))
            await inbox.Clear(done, stop);
        return decided.RecordVersion > 0 ? new RecordAdmitted(record.Id.Value, record.Version) : null;
    }

    /// <summary>The document and the sidecar it came with, if it came with one.</summary>
    private static IEnumerable<InboxBlob> Uploaded(Inspected inspected) => new[] { inspected.Facts.Blob, inspected.Facts.Statement?.Source.Blob }.OfType<InboxBlob>();

    private async Task<RecordAdmitted?> Refuse(BlobClient blob, Inspected inspected, Verdict.Refused refused, UploadRow row, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var detail = $"findings={string.Join(',', refused.Findings.Select(finding => finding.Code))}; erased={refused.Erase}";
        var decided = Decided(row.Upload, inspected, UploadStatus.Refused) with
        {
            Findings = refused.Findings,
            Journal = [.. row.Upload.Journal, new JournalEvent(EventTypes.Quarantine, now, row.Upload.Folder, Admission.Agent, EventOutcome.Failure, detail)],
        };
        await quarantine.Take(blob, inspected.Read, decided, inspected.Facts.Statement?.Source.Bytes, refused.Erase, stop);
        if (inspected.Facts.Statement?.Source.Blob is { } sidecar)
            await ConcludeSidecar(row.Upload, sidecar, decided, stop);
        await uploads.Write(row, decided, stop);
        foreach (var done in Uploaded(inspected))
            await inbox.Clear(done, stop);
        return null;
    }

    /// <summary>A sidecar shares the outcome of its document.</summary>
    private async Task ConcludeSidecar(Upload document, InboxBlob sidecar, Upload outcome, CancellationToken stop)
    {
        var own = await uploads.Find(document.Folder, UploadName.Split(sidecar.Name).Name, stop);
        await uploads.Write(own, own.Upload with
        {
            Status = outcome.Status,
            ETag = sidecar.ETag,
            DecidedAt = outcome.DecidedAt,
            RecordIds = outcome.RecordIds,
            RecordVersion = outcome.RecordVersion,
            Findings = outcome.Findings,
        }, stop);
    }

    /// <summary>
    /// The statement goes with the outcome: it must not be taken for one of the next upload under this name. Neither are an earlier upload's
    /// records this one's.
    /// </summary>
    private Upload Decided(Upload upload, Inspected inspected, UploadStatus status) => upload with
    {
        Status = status,
        ETag = inspected.Facts.Blob.ETag,
        DecidedAt = clock.GetUtcNow(),
        RecordIds = [],
        RecordVersion = 0,
        Statement = null,
        SetAsideAt = null,
    };
}
