using Archive;
using Archive.Accession;
using Azure;
using Azure.Storage.Blobs;

namespace ArchiveFunctions.Accession;

/// <summary>
/// Takes an upload in: however it was announced, by an event, by reconciliation, or twice. Every write survives a kill before and after it:
/// content first, then the record, then the upload's outcome, and the blob leaves the inbox last.
/// </summary>
public sealed class Intake(Inbox inbox, UploadTable uploads, DocumentIntake documents, SidecarIntake sidecars, PackageIntake packages, FolderIntake folders)
{
    /// <summary>A document and its sidecar arriving together write the same row; the loser reads again and decides anew.</summary>
    private const int Tries = 6;

    /// <summary>Takes a blob in and returns what is to be announced: nothing for a refused upload, a waiting sidecar or a package.</summary>
    public async Task<RecordAdmitted?> Take(string blob, CancellationToken stop)
    {
        var (folder, name) = UploadName.Split(blob);
        using var step = Telemetry.Step(nameof(Intake));
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var admitted = await Once(inbox.Blob(folder, name), folder, name, stop);
                step?.About([.. admitted is null ? [] : (string[])[admitted.RecordId]]);
                return admitted;
            }
            catch (RequestFailedException conflict) when (conflict.Status is 409 or 412 && attempt < Tries)
            {
                // Another run wrote the same row between our read and our write.
                continue;
            }
        }
    }

    private async Task<RecordAdmitted?> Once(BlobClient blob, string folder, string name, CancellationToken stop)
    {
        if (PackageFolder.Of(name) is { } package)
        {
            // A file of a folder is looked at with the others: the last of them, or reconciliation, has them taken in.
            if (PackageFolder.IsMark(name))
                await folders.Take(folder, package, stop);
            return null;
        }

        var row = await uploads.Find(folder, name, stop);
        if (row.Upload.ETag is { } decided && row.Upload.IsDecided(decided) && await Inbox.IsStill(blob, decided, stop))
            return await Repeat(row.Upload, decided, stop);

        // What lies in a package is a document, whatever it is called: what is said of it stands in the package.
        if (row.Upload.Within is not null)
            return await documents.Take(blob, row, stop);
        if (!UploadName.MayBePackage(name) || !await packages.Take(blob, row, stop))
            return UploadName.DocumentOf(name) is { } document ? await sidecars.Take(blob, row, document, stop) : await documents.Take(blob, row, stop);

        // What came beside a package has its outcome with it: what the package says stands.
        if (row.Upload.Statement?.Blob is { } beside && UploadName.Split(beside.Name).Name is var sidecar)
            await sidecars.Take(inbox.Blob(folder, sidecar), await uploads.Find(folder, sidecar, stop), name, stop);
        return null;
    }

    /// <summary>Done before: announces the same again, as the first announcement may have been lost; what needs no announcement is cleared.</summary>
    private async Task<RecordAdmitted?> Repeat(Upload upload, string etag, CancellationToken stop)
    {
        if (upload is { RecordIds: [.., var record], RecordVersion: > 0 })
            return new RecordAdmitted(record, upload.RecordVersion);
        await inbox.Clear(new(UploadName.Join(upload.Folder, upload.Name), etag), stop);
        return null;
    }
}
