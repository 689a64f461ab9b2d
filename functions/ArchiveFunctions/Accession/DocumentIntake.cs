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
            return await Conclude(row, inspected, UploadStatus.Admitted, admitted.Record, announce: true, stop);

        var outcome = Admission.Meet(admitted, held.Record);
        var restated = await Restate(held, inspected, stop);
        return outcome is Verdict.Admitted
            ? await Conclude(row, inspected, UploadStatus.Admitted, restated ?? held.Record, announce: true, stop)
            : await Conclude(row, inspected, UploadStatus.AlreadyHeld, restated ?? held.Record, announce: restated is not null, stop);
    }

    /// <summary>A second upload of the same bytes may say more of them than the first.</summary>
    private async Task<ArchiveRecord?> Restate(Held held, Inspected inspected, CancellationToken stop)
    {
        if (inspected.Facts.Statement is not { Reading: SidecarReading.Read read } statement
            || Restatement.Apply(held.Record, read, statement.Source.Blob ?? inspected.Facts.Blob, clock.GetUtcNow()) is not { } restated)
            return null;

        await records.Amend(held, restated.Next, restated.Journal, statement.Source.Bytes, text: null, stop);
        return restated.Next;
    }

    private async Task<RecordAdmitted?> Conclude(UploadRow row, Inspected inspected, UploadStatus status, ArchiveRecord record, bool announce, CancellationToken stop)
    {
        var sidecar = inspected.Facts.Statement?.Source.Blob;
        var decided = Decided(row.Upload, inspected, status) with
        {
            RecordIds = [record.Id.Value],
            RecordVersion = announce ? record.Version : 0,
            Findings = inspected.Facts.Statement is null && status == UploadStatus.AlreadyHeld ? [] : record.Findings,
        };
        await uploads.Write(row, decided, stop);
        if (sidecar is not null)
            await ConcludeSidecar(row.Upload, sidecar, decided, stop);

        // What is announced stays in the inbox until it is described; what is not announced has nothing left to do.
        foreach (var done in new[] { inspected.Facts.Blob, sidecar }.OfType<InboxBlob>().Where(blob => !announce || !record.Origins.Contains(blob)))
            await inbox.Clear(done, stop);
        return announce ? new RecordAdmitted(record.Id.Value, record.Version) : null;
    }

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
        await uploads.Write(row, decided, stop);
        if (inspected.Facts.Statement?.Source.Blob is { } sidecar)
        {
            await ConcludeSidecar(row.Upload, sidecar, decided, stop);
            await inbox.Clear(sidecar, stop);
        }

        await inbox.Clear(inspected.Facts.Blob, stop);
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

    /// <summary>The statement goes with the outcome: it must not be taken for one of the next upload under this name.</summary>
    private Upload Decided(Upload upload, Inspected inspected, UploadStatus status) => upload with
    {
        Status = status,
        ETag = inspected.Facts.Blob.ETag,
        DecidedAt = clock.GetUtcNow(),
        Statement = null,
        SetAsideAt = null,
    };
}
