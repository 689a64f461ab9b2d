using System.IO.Compression;
using System.IO.Pipelines;
using Archive.Accession;
using Archive.Packages;
using Archive.Packages.Rules;
using Archive.Records;
using ArchiveFunctions.Records;
using Azure;
using Azure.Storage;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace ArchiveFunctions.Accession;

/// <summary>
/// What is kept of a package beside its documents: <c>submissions/{agency}/{uploadId}/{etag}/report.json</c>, what checking it found, and
/// <c>…/description.zip</c>, every file of it that is no document, byte for byte (METS, PREMIS, descriptions, schemas, manifests); of a message, the message
/// without what is attached to it.
/// </summary>
public sealed class Submissions(BlobServiceClient blobs)
{
    private const int Portion = 4 << 20;

    private readonly BlobContainerClient container = blobs.GetBlobContainerClient(StorageNames.Submissions);

    /// <summary>Keeps the report on a package. Done twice, it is done once: the same package gives the same report.</summary>
    public Task KeepReport(Upload upload, ETag read, PackageReport report, CancellationToken stop) =>
        Report(upload, read.ToString()).UploadAsync(
            BinaryData.FromBytes(ReportJson.Of(report)), new BlobUploadOptions { HttpHeaders = new BlobHttpHeaders { ContentType = "application/json" } }, stop);

    /// <summary>
    /// Keeps the files of a package that are no documents. They may hold what was never said of any document, and signatures over it. It is there whole or not
    /// at all, and once: of two runs beside each other, one may see the package go while it still reads.
    /// </summary>
    public async Task KeepDescription(Upload upload, ETag read, IPackageSource package, IReadOnlySet<string> documents, CancellationToken stop)
    {
        var pipe = new Pipe();
        var writing = Fill(pipe.Writer, package, documents, stop);
        await using (var content = pipe.Reader.AsStream())
        {
            var once = new BlobUploadOptions { Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All }, TransferOptions = new StorageTransferOptions { InitialTransferSize = Portion, MaximumTransferSize = Portion } };
            try
            {
                await container.GetBlobClient($"{PlaceOf(upload, read.ToString())}/description.zip").UploadAsync(content, once, stop);
            }
            catch (RequestFailedException there) when (there.ErrorCode == BlobErrorCode.BlobAlreadyExists)
            {
                // An earlier run of this package has kept the same.
                await content.CopyToAsync(Stream.Null, stop);
            }
        }

        await writing;
    }

    /// <summary>What goes wrong is told to who reads.</summary>
    private static async Task Fill(PipeWriter target, IPackageSource package, IReadOnlySet<string> documents, CancellationToken stop)
    {
        try
        {
            await using var passing = new PassedOnStream(target.AsStream(leaveOpen: true));
            await using (var zip = new ZipArchive(passing, ZipArchiveMode.Create, leaveOpen: true))
            {
                foreach (var path in package.Paths.Where(path => !documents.Contains(path)))
                {
                    await using var content = await package.OpenAsync(path, stop);
                    var entry = zip.CreateEntry(path);
                    entry.LastWriteTime = new DateTimeOffset(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
                    await using var copy = await entry.OpenAsync(stop);
                    await content.CopyToAsync(copy, stop);
                }
            }

            await passing.PassOnAsync(stop);
            await target.CompleteAsync();
        }
        catch (Exception failed)
        {
            await target.CompleteAsync(failed);
        }
    }

    /// <summary>
    /// Notes, before a folder's outcome is written, which of its files leave the inbox with it: those that come later, under one of these names too, are
    /// another package's.
    /// </summary>
    public Task NoteLeaving(Upload upload, IReadOnlyList<InboxBlob> files, CancellationToken stop) =>
        Leaving(upload).UploadAsync(BinaryData.FromObjectAsJson(files), overwrite: true, stop);

    /// <summary>The files that are still to leave the inbox with the upload's outcome, as far as is known; none where they all have.</summary>
    public async Task<IReadOnlyList<InboxBlob>> StillLeaving(Upload upload, CancellationToken stop) =>
        await Kept(Leaving(upload), stop) is { } noted ? noted.ToObjectFromJson<List<InboxBlob>>()! : [];

    /// <summary>They have left.</summary>
    public Task HaveLeft(Upload upload, CancellationToken stop) => Leaving(upload).DeleteIfExistsAsync(cancellationToken: stop);

    /// <summary>The report on the state of a package that its upload's outcome is about; null where there is none.</summary>
    public async Task<BinaryData?> ReportOn(Upload upload, CancellationToken stop) => upload.ETag is { } etag ? await Kept(Report(upload, etag), stop) : null;

    private static async Task<BinaryData?> Kept(BlobClient blob, CancellationToken stop)
    {
        try
        {
            return (await blob.DownloadContentAsync(stop)).Value.Content;
        }
        catch (RequestFailedException none) when (none.Status == 404)
        {
            return null;
        }
    }

    private BlobClient Leaving(Upload upload) => container.GetBlobClient($"{PlaceOf(upload, upload.ETag!)}/leaving.json");

    private BlobClient Report(Upload upload, string etag) => container.GetBlobClient($"{PlaceOf(upload, etag)}/report.json");

    private static string PlaceOf(Upload upload, string etag) => $"{Quarantine.PlaceOf(upload.Folder)}/{upload.Id}/{etag.Trim('"')}";
}
