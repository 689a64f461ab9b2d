using Archive.Accession;
using Archive.Packages;
using Archive.Packages.Reading;
using Archive.Packages.Rules;
using Archive.Records;
using Azure;
using Azure.Storage.Blobs.Models;

namespace ArchiveFunctions.Accession;

/// <summary>
/// Takes in a package that comes as a folder of blobs (<see cref="PackageFolder"/>). Nobody says when its last file has come, so it is taken as soon as it
/// is sound, refused when nothing has come for a while and what is there breaks rules, and waited for while files are missing that it names itself.
/// </summary>
public sealed class FolderIntake(Inbox inbox, UploadTable uploads, PackageIntake packages, Quarantine quarantine, Submissions submissions, AdmissionPolicy policy, TimeProvider clock)
{
    private const int ClearedAtOnce = 8;

    /// <summary>Takes a folder in, or leaves it waiting.</summary>
    public async Task Take(string folder, string name, CancellationToken stop)
    {
        var row = await uploads.Find(folder, name, stop);
        row = row with { Upload = row.Upload with { GivenName = PackageFolder.NameOf(name) } };
        if (row.Upload.DecidedAt is not null)
            await Leave(row.Upload, await submissions.StillLeaving(row.Upload, stop), stop);

        var files = await inbox.List(UploadName.Join(folder, name), stop).Take(PackageLimits.Default.Entries + 1).Select(Part.Of).ToListAsync(stop);
        if (files.Count > 0)
            await Take(row, files, stop);
    }

    private async Task Take(UploadRow row, IReadOnlyList<Part> files, CancellationToken stop)
    {
        var state = new ETag(PackageFolder.StateOf(files.Select(file => file.Blob)));
        var quiet = clock.GetUtcNow() - files.Max(file => file.Modified);
        var size = files.Sum(file => file.Size);
        var opening = size > policy.MaxBytes
            ? new PackageOpening.Refused(Finding.Of(FindingCodes.TooLarge, row.Upload.DocumentName, $"{size}", $"{policy.MaxBytes}"))
            : PackageOpener.OpenParts([.. WithoutFolders(files).Select(file => PartOf(file, row.Upload))], PackageLimits.Default);
        await using var package = (opening as PackageOpening.Opened)?.Package;
        if (package is not null && !await PackageCheck.IsPackageAsync(package, stop))
            opening = new PackageOpening.Refused(Finding.Of(FindingCodes.PackageNotRecognised, row.Upload.DocumentName));

        row = await packages.TakeUp(row, state, stop);
        var (report, dossier) = await PackageVerification.TakeAsync(opening, row.Upload.DocumentName, stop);
        if (Waits(opening, report, quiet))
        {
            await Wait(row, state, report, quiet, stop);
            return;
        }

        var blobs = files.Select(file => (inbox.Blob(file.Blob.Name), new ETag(file.Blob.ETag))).ToList();
        var decided = await packages.Decide(
            row, new CheckedPackage(state, size, Digest: null, package, report, dossier), (refused, erase) => quarantine.Take(blobs, state, refused, erase, stop), stop);
        IReadOnlyList<InboxBlob> leaving = [.. files.Select(file => file.Blob)];
        await submissions.NoteLeaving(decided, leaving, stop);
        await packages.Conclude(row, decided, stop);
        await Leave(decided, leaving, stop);
    }

    /// <summary>
    /// Whether more of a package may be on its way: a while after any file, unless it is sound and says itself what belongs to it, as a bag does not; and for a
    /// day where it is known what is missing.
    /// </summary>
    private bool Waits(PackageOpening opening, PackageReport report, TimeSpan quiet)
    {
        if (report is { Verdict: PackageVerdict.Valid, Bag: null })
            return false;
        var incomplete = report.Missing is not null || opening is PackageOpening.Refused { Finding.Code: var code } && code == FindingCodes.PackageNotRecognised.Id;
        return quiet < (incomplete ? policy.SidecarPatience : policy.OverlookedAfter);
    }

    /// <summary>Its depositor sees that it waits, and once no more is coming, for what.</summary>
    private async Task Wait(UploadRow row, ETag state, PackageReport report, TimeSpan quiet, CancellationToken stop)
    {
        var missing = quiet < policy.OverlookedAfter ? null : report.Missing ?? PackageNames.Mets;
        IReadOnlyList<Finding> findings = missing is null ? [] : [Finding.Of(FindingCodes.PackageAwaited, row.Upload.DocumentName, missing)];
        await uploads.Write(row, row.Upload.Waiting(state.ToString()) with { Findings = findings }, stop);
    }

    /// <summary>
    /// Each file in the state that was decided on: one that was written over since is another package's. The file whose event a run that ends here repeats
    /// is the last to go.
    /// </summary>
    private async Task Leave(Upload decided, IReadOnlyList<InboxBlob> files, CancellationToken stop)
    {
        if (files.Count == 0)
            return;
        foreach (var some in files.GroupBy(file => PackageFolder.IsMark(UploadName.Split(file.Name).Name)).OrderBy(group => group.Key))
            await Parallel.ForEachAsync(some, new ParallelOptions { MaxDegreeOfParallelism = ClearedAtOnce, CancellationToken = stop }, async (file, cancel) => await inbox.Clear(file, cancel));
        await submissions.HaveLeft(decided, stop);
    }

    /// <summary>Some tools put an empty blob where a folder is, under the folder's name: it is no file of the package, and leaves with them.</summary>
    private static IEnumerable<Part> WithoutFolders(IReadOnlyList<Part> files)
    {
        var folders = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in files)
        {
            for (var at = file.Blob.Name.LastIndexOf('/'); at > 0 && folders.Add(file.Blob.Name[..at]); at = file.Blob.Name.LastIndexOf('/', at - 1))
                continue;
        }

        return files.Where(file => file.Size > 0 || !folders.Contains(file.Blob.Name.TrimEnd('/')));
    }

    private PackageFilePart PartOf(Part file, Upload folder)
    {
        var path = $"{folder.GivenName}/{UploadName.Split(file.Blob.Name).Name[folder.Name.Length..]}";
        var unchanged = new BlobDownloadOptions { Conditions = new BlobRequestConditions { IfMatch = new ETag(file.Blob.ETag) } };
        return new PackageFilePart(path, file.Size, async stop => (await inbox.Blob(file.Blob.Name).DownloadStreamingAsync(unchanged, stop)).Value.Content);
    }

    /// <summary>A file as it is listed.</summary>
    private sealed record Part(InboxBlob Blob, long Size, DateTimeOffset Modified)
    {
        public static Part Of(BlobItem item) => new(new InboxBlob(item.Name, item.Properties.ETag!.Value.ToString()), item.Properties.ContentLength!.Value, item.Properties.LastModified!.Value);
    }
}
