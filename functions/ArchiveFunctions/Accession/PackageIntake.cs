using Archive.Accession;
using Archive.Description;
using Archive.Packages;
using Archive.Packages.Reading;
using Archive.Packages.Rules;
using Archive.Records;
using ArchiveFunctions.Records;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace ArchiveFunctions.Accession;

/// <summary>
/// Takes a package in: check the whole of it, then take it apart. Its documents become uploads of their own, with what the package says of each as
/// their statement, and go the way of all uploads; so a run that is killed goes on where it stopped, and no document is judged in a second way.
/// </summary>
public sealed class PackageIntake(
    AgencyRegister agencies, UploadTable uploads, Quarantine quarantine, Submissions submissions, Unpacking unpacking, Inbox inbox, AdmissionPolicy policy, TimeProvider clock)
{
    /// <summary>Takes a package in. False where the blob is none, and is to be taken for a document.</summary>
    public async Task<bool> Take(BlobClient blob, UploadRow row, CancellationToken stop)
    {
        if (await Open(blob, stop) is not { } packed)
            return true;

        await using (packed.Content)
        {
            // Larger than anything is read: then it is refused as an upload of any kind is, without its bytes.
            if (packed.Size > policy.MaxBytes)
                return false;

            var workArea = Directory.CreateTempSubdirectory("package-");
            try
            {
                var opening = await PackageOpener.OpenAsync(packed.Content, workArea.FullName, PackageLimits.Default, stop);
                await using var package = (opening as PackageOpening.Opened)?.Package;
                if (opening is PackageOpening.Refused { Finding.Code: var code } ? code == FindingCodes.PackageNotRecognised.Id : !await PackageCheck.IsPackageAsync(package!, stop))
                    return false;
                await Take(blob, row, packed, opening, package, stop);
                return true;
            }
            finally
            {
                workArea.Delete(recursive: true);
            }
        }
    }

    private async Task Take(BlobClient blob, UploadRow row, Packed packed, PackageOpening opening, OpenedPackage? package, CancellationToken stop)
    {
        row = await TakeUp(row, packed.Read, stop);
        var (report, dossier) = await PackageVerification.TakeAsync(opening, row.Upload.DocumentName, stop);
        var arrived = new CheckedPackage(packed.Read, packed.Size, row.Upload.DeclaredDigest is null ? null : await Digest(packed.Content, stop), package, report, dossier);
        var decided = await Decide(row, arrived, (refused, erase) => quarantine.Take(blob, packed.Read, refused, statement: null, erase, stop), stop);
        await Conclude(row, decided, stop);
        await inbox.Clear(new InboxBlob(blob.Name, packed.Read.ToString()), stop);
    }

    /// <summary>Notes that a run has begun, so that no other is begun beside it while it lasts; returns the row as it is then.</summary>
    internal async Task<UploadRow> TakeUp(UploadRow row, ETag read, CancellationToken stop)
    {
        await uploads.Write(row, row.Upload.Waiting(read.ToString()) with { TakenUpAt = clock.GetUtcNow() }, stop);
        return await uploads.Find(row.Upload.Folder, row.Upload.Name, stop);
    }

    /// <summary>Writes the outcome down, with which the package is decided.</summary>
    internal async Task Conclude(UploadRow row, Upload decided, CancellationToken stop)
    {
        await uploads.Write(row, decided, stop);
        if (decided.Status == UploadStatus.Refused)
            Telemetry.Refused(decided.Folder, decided.Findings);
    }

    /// <summary>
    /// Judges a package that was checked, and brings it to its outcome in everything but its row, which is returned. A run that is repeated finds done what
    /// an earlier one has.
    /// </summary>
    internal async Task<Upload> Decide(UploadRow row, CheckedPackage arrived, Func<Upload, bool, Task> setAside, CancellationToken stop)
    {
        var (upload, report, dossier) = (row.Upload, arrived.Report, arrived.Dossier);
        var arrival = new PackageArrival(
            await agencies.Find(upload.Folder, stop),
            UploadName.Join(upload.Folder, upload.Name),
            upload.DocumentName,
            arrived.Size,
            arrived.Digest,
            upload.DeclaredSize,
            upload.DeclaredDigest is { } declared ? Sha256Digest.Parse(declared) : null,
            report,
            dossier?.Count ?? 0,
            dossier is null ? null : Unpacking.FileCodeOf(dossier),
            dossier is null ? null : await Secret(dossier, stop));
        var findings = PackageAdmission.Judge(arrival, policy);
        var erase = arrival.MarkedSecret is not null;
        if (arrival.Agency is not null && !erase)
            await submissions.KeepReport(upload, arrived.Read, report, stop);
        if (!findings.Any(finding => finding.Severity == Severity.Error))
            return await TakeApart(upload, arrived.Read, arrived.Package!, dossier!, report, findings, stop);

        var refused = Refused(upload, arrived.Read, findings, erase);
        await setAside(refused, erase);
        return refused;
    }

    /// <summary>The documents first, then what is said of the whole; the row, with which the package is decided, is the caller's to write last.</summary>
    private async Task<Upload> TakeApart(
        Upload upload, ETag read, OpenedPackage package, PackagedDossier dossier, PackageReport report, IReadOnlyList<Finding> findings, CancellationToken stop)
    {
        var documents = await unpacking.Documents(upload, read, package, dossier, stop);
        await submissions.KeepDescription(upload, read, package, documents, stop);
        var now = clock.GetUtcNow();
        var decided = upload.Decided(UploadStatus.Unpacked, read.ToString(), findings, now)
            .Journalled(new JournalEvent(EventTypes.Unpacking, now, upload.Folder, Admission.Agent, EventOutcome.Success, $"documents={dossier.Count}; specification={report.Specification!.Code}"));
        return decided with { Unpacked = new UnpackedPackage(report.Specification.Code, Unpacking.FileCodeOf(dossier), dossier.Title ?? "", dossier.Count) };
    }

    private Upload Refused(Upload upload, ETag read, IReadOnlyList<Finding> findings, bool erase)
    {
        var now = clock.GetUtcNow();
        var codes = string.Join(',', findings.Where(finding => finding.Severity == Severity.Error).Select(finding => finding.Code).Distinct());
        return upload.Decided(UploadStatus.Refused, read.ToString(), findings, now)
            .Journalled(new JournalEvent(EventTypes.Quarantine, now, upload.Folder, Admission.Agent, EventOutcome.Failure, $"findings={codes}; erased={erase}"));
    }

    /// <summary>
    /// Where it is said that something is secret: then none of it may be kept on a networked system (TT 02/2019, art. 8), in quarantine neither, whatever
    /// rules the package breaks besides.
    /// </summary>
    private static async Task<string?> Secret(PackagedDossier dossier, CancellationToken stop)
    {
        if (dossier.MarkedSecret is { } marked)
            return marked;
        if (dossier.Fields.GetValueOrDefault(Field.Mode) == "03")
            return dossier.Path;
        await foreach (var document in dossier.DocumentsAsync(stop))
        {
            if (document.Fields.GetValueOrDefault(Field.Mode) == "03")
                return document.Path;
        }

        return null;
    }

    private static async Task<Sha256Digest> Digest(Stream packed, CancellationToken stop)
    {
        packed.Position = 0;
        return Sha256Digest.Of(await System.Security.Cryptography.SHA256.HashDataAsync(packed, stop));
    }

    private static async Task<Packed?> Open(BlobClient blob, CancellationToken stop)
    {
        try
        {
            BlobProperties now = await blob.GetPropertiesAsync(cancellationToken: stop);
            var options = new BlobOpenReadOptions(allowModifications: false) { BufferSize = 1 << 20, Conditions = new BlobRequestConditions { IfMatch = now.ETag } };
            return new Packed(await blob.OpenReadAsync(options, stop), now.ETag, now.ContentLength);
        }
        catch (RequestFailedException gone) when (gone.Status == 404)
        {
            return null;
        }
    }

    /// <summary>A package as it is read: one state of its blob.</summary>
    private sealed record Packed(Stream Content, ETag Read, long Size);
}

/// <summary>A package that came, opened and checked.</summary>
/// <param name="Read">The state of it that was read.</param>
/// <param name="Size">In bytes, as it came.</param>
/// <param name="Digest">Of an archive file's bytes; null where nobody had declared one to compare it with.</param>
/// <param name="Package">Its files; null where it could not be opened.</param>
/// <param name="Report">What checking it found.</param>
/// <param name="Dossier">What it says; null where it could not be read.</param>
internal sealed record CheckedPackage(ETag Read, long Size, Sha256Digest? Digest, OpenedPackage? Package, PackageReport Report, PackagedDossier? Dossier);
