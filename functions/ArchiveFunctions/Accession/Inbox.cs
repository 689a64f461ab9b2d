using Archive.Accession;
using Archive.Records;
using ArchiveFunctions.Records;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace ArchiveFunctions.Accession;

/// <summary>
/// The container agencies upload to. A blob lies there until its outcome is final and announced: its presence is the mark of work to do that
/// reconciliation goes by.
/// </summary>
public sealed class Inbox(BlobServiceClient blobs)
{
    /// <summary>Origins of a record that are kept without looking: more come only of restating it again and again.</summary>
    private const int MostOrigins = 20;

    private readonly BlobContainerClient container = blobs.GetBlobContainerClient(StorageNames.Inbox);

    /// <summary>The blob of an upload.</summary>
    public BlobClient Blob(string folder, string name) => container.GetBlobClient(UploadName.Join(folder, name));

    /// <summary>Every blob and when it was stored; names as <c>folder/name</c>.</summary>
    public AsyncPageable<BlobItem> List(CancellationToken stop) => container.GetBlobsAsync(cancellationToken: stop);

    /// <summary>Every blob whose name begins so.</summary>
    public AsyncPageable<BlobItem> List(string prefix, CancellationToken stop) => container.GetBlobsAsync(new GetBlobsOptions { Prefix = prefix }, stop);

    /// <summary>The blob of this name below the container.</summary>
    public BlobClient Blob(string name) => container.GetBlobClient(name);

    /// <summary>Whether a blob is still in the state an outcome was reached for.</summary>
    public static async Task<bool> IsStill(BlobClient upload, string? etag, CancellationToken stop)
    {
        try
        {
            BlobProperties now = await upload.GetPropertiesAsync(cancellationToken: stop);
            return now.ETag.ToString() == etag;
        }
        catch (RequestFailedException gone) when (gone.Status == 404)
        {
            // Gone after its outcome: a run that is repeated late.
            return true;
        }
    }

    /// <summary>Whether a blob lies here in a certain state.</summary>
    public async Task<bool> Holds(InboxBlob blob, CancellationToken stop)
    {
        var found = container.GetBlobClient(blob.Name);
        return await found.ExistsAsync(stop) && await IsStill(found, blob.ETag, stop);
    }

    /// <summary>
    /// A record as it is to be restated: of many origins only the first, by which it knows the upload it came from, and those that still lie
    /// here, because only they are to be announced and cleared. The others stand in its journal.
    /// </summary>
    public async Task<Held> WithLastingOrigins(Held held, CancellationToken stop)
    {
        if (held.Record.Origins.Count <= MostOrigins)
            return held;

        List<InboxBlob> lasting = [held.Record.Origins[0]];
        foreach (var origin in held.Record.Origins.Skip(1))
        {
            if (await Holds(origin, stop))
                lasting.Add(origin);
        }

        return held with { Record = held.Record with { Origins = lasting } };
    }

    /// <summary>Removes a blob that is kept elsewhere, unless it was overwritten meanwhile: then it is a new upload.</summary>
    public async Task Clear(InboxBlob kept, CancellationToken stop)
    {
        try
        {
            await container.DeleteBlobIfExistsAsync(kept.Name, conditions: new BlobRequestConditions { IfMatch = new ETag(kept.ETag) }, cancellationToken: stop);
        }
        catch (RequestFailedException overwritten) when (overwritten.Status == 412)
        {
            // Overwritten: its newer state runs as an upload of its own, so leaving it is the right outcome.
            return;
        }
    }
}
