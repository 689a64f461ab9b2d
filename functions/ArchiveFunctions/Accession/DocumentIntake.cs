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
        return verdict is Verdict.Admitted admitted
            ? await Admit(blob, inspected, admitted, row, stop)
            : await Refuse(blob, inspected, (Verdict.Refused)verdict, row, stop);
    }

    private async Task<RecordAdmitted?> Admit(BlobClient blob, Inspected inspected, Verdict.Admitted admitted, UploadRow row, CancellationToken stop)
    {
        var statement = inspected.Facts.Statement;
        await vault.Keep(blob, inspected.Read, admitted.Record, stop);
        var held = await records.Create(admitted.Record, admitted.Journal, statement?.Source.Bytes, stop);
        if (held is null)
            return await Conclude(row, inspected, UploadStatus.Admitted, admitted.Record, stop);

        // The agency has released its copy of these bytes: what was kept of them just now goes again. The upload is decided only after that. A hold
        // may have come before the copy was destroyed, and keeps it.
        if (held.Record is { Hold: null, Permit.LeavesNoCopy: true })
            await vault.Remove(held.Record, stop);
        return await Conclude(row, inspected, Admission.Meet(admitted, held.Record), await Restate(held, inspected, row, stop) ?? held.Record, stop);
    }

    /// <summary>A second upload of the same bytes may say more of them than the first, or that they are of another dossier too.</summary>
    private async Task<ArchiveRecord?> Restate(Held held, Inspected inspected, UploadRow row, CancellationToken stop)
    {
        held = await inbox.WithLastingOrigins(held, stop);
        if (inspected.Facts.Statement is not { Reading: SidecarReading.Read read } statement)
            return null;

        var joins = row.Upload.Within is not null && Restatement.OtherDossier(held.Record, read) is not null;
        var restated = joins ? Restatement.Join(held.Record, read, inspected.Facts.Blob, clock.GetUtcNow()) : Said(held.Record, read, inspected, row);
        if (restated is not var (next, journal))
            return null;
        await records.Amend(held, next, journal, joins ? null : statement.Source.Bytes, text: null, stop);
        return next;
    }

    private (ArchiveRecord Next, IReadOnlyList<JournalEvent> Journal)? Said(ArchiveRecord held, SidecarReading.Read read, Inspected inspected, UploadRow row) =>
        Restatement.Objection(held, read, row.Upload.Name) is null && !Precedence.Yields(read, held)
            ? Restatement.Apply(held, read, [.. Uploaded(inspected).Reverse()], clock.GetUtcNow())
            : null;

    /// <summary>
    /// A record's origins are what is announced of it, so that a run repeated after a kill says what the killed one was about to say. They stay
    /// in the inbox until the record is described; the rest has nothing left to do. The document's row is written last: with it, the upload is
    /// decided.
    /// </summary>
    private async Task<RecordAdmitted?> Conclude(UploadRow row, Inspected inspected, UploadStatus status, ArchiveRecord record, CancellationToken stop)
    {
        var findings = inspected.Facts.Statement is null && status == UploadStatus.AlreadyHeld ? [] : record.Findings;
        var decided = row.Upload.Decided(status, inspected.Facts.Blob.ETag, findings, clock.GetUtcNow()).Of(record);
        if (inspected.Facts.Statement?.Source.Blob is { } sidecar)
            await ConcludeSidecar(decided, sidecar, record, stop);
        await uploads.Write(row, decided, stop);
        Telemetry.Admitted(record.Agency.Value);
        foreach (var done in Uploaded(inspected).Except(record.Origins))
            await inbox.Clear(done, stop);
        return Announcement(decided);
    }

    /// <summary>The document and the sidecar it came with, if it came with one.</summary>
    private static IEnumerable<InboxBlob> Uploaded(Inspected inspected) => new[] { inspected.Facts.Blob, inspected.Facts.Statement?.Source.Blob }.OfType<InboxBlob>();

    /// <summary>
    /// A held record of bytes that are refused as secret must not stay public. It is withheld before anything else is written, so that a run
    /// that ends anywhere after it leaves nobody reading; the refused blobs stay in the inbox until that is announced.
    /// </summary>
    private async Task<ArchiveRecord?> Withhold(Inspected inspected, Verdict.Refused refused, CancellationToken stop)
    {
        if (refused.Findings.FirstOrDefault(finding => finding.Code == FindingCodes.SecretMarking.Id) is not { } marking
            || inspected.Facts is not { Agency: { } agency, Digest: { } digest }
            || await records.Find(RecordId.ForContent(agency.Code, digest), stop) is not { } held)
            return null;
        held = await inbox.WithLastingOrigins(held, stop);
        if (Restatement.Withhold(held.Record, marking, [.. Uploaded(inspected)], clock.GetUtcNow()) is not { } withheld)
            return held.Record;
        await records.Amend(held, withheld.Next, withheld.Journal, statement: null, text: null, stop);
        return withheld.Next;
    }

    private async Task<RecordAdmitted?> Refuse(BlobClient blob, Inspected inspected, Verdict.Refused refused, UploadRow row, CancellationToken stop)
    {
        var withheld = await Withhold(inspected, refused, stop);
        var now = clock.GetUtcNow();
        var detail = $"findings={string.Join(',', refused.Findings.Select(finding => finding.Code))}; erased={refused.Erase}";
        var decided = row.Upload.Decided(UploadStatus.Refused, inspected.Facts.Blob.ETag, refused.Findings, now)
            .Journalled(new JournalEvent(EventTypes.Quarantine, now, row.Upload.Folder, Admission.Agent, EventOutcome.Failure, detail));
        await quarantine.Take(blob, inspected.Read, decided, inspected.Facts.Statement?.Source.Bytes, refused.Erase, stop);
        if (inspected.Facts.Statement?.Source.Blob is { } sidecar)
            await ConcludeSidecar(decided, sidecar, withheld, stop);
        if (withheld is not null)
            decided = decided.Of(withheld);
        await uploads.Write(row, decided, stop);
        Telemetry.Refused(row.Upload.Folder, refused.Findings);
        foreach (var done in Uploaded(inspected).Except(withheld?.Origins ?? []))
            await inbox.Clear(done, stop);
        return Announcement(decided);
    }

    private static RecordAdmitted? Announcement(Upload decided) => decided.RecordVersion > 0 ? new RecordAdmitted(decided.RecordIds[^1], decided.RecordVersion) : null;

    /// <summary>A sidecar shares the outcome of its document.</summary>
    private async Task ConcludeSidecar(Upload document, InboxBlob sidecar, ArchiveRecord? record, CancellationToken stop)
    {
        var own = await uploads.Find(document.Folder, UploadName.Split(sidecar.Name).Name, stop);
        var decided = own.Upload.Decided(document.Status, sidecar.ETag, document.Findings, clock.GetUtcNow());
        await uploads.Write(own, record is null ? decided : decided.Of(record), stop);
    }
}
