using System.Security.Cryptography;
using Archive.Records;
using ArchiveFunctions.Records;
using Azure;
using Azure.Storage;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace ArchiveFunctions.Transfer.Consignments;

/// <summary>
/// The historical archive's packages, each a folder of blobs so that a reader gets one file of it without unpacking anything. Write-once: the
/// container's policy says so on Azure, and every write here says <c>If-None-Match: *</c>. What lies there already is left, and compared like the rest.
/// </summary>
public sealed class PreservedPackages(HistoricalStorage historical)
{
    /// <summary>One block in memory at a time, whatever the file's size.</summary>
    private static readonly StorageTransferOptions InPieces = new() { InitialTransferSize = 8 << 20, MaximumTransferSize = 8 << 20, MaximumConcurrency = 1 };
    private readonly BlobContainerClient container = historical.Blobs.GetBlobContainerClient(StorageNames.Preserved);

    /// <summary>A file of a package.</summary>
    public BlobClient File(string path) => container.GetBlobClient(path);

    /// <summary>Keeps a file. It is there whole or not at all.</summary>
    public async Task Keep(string path, Stream content, string mediaType, CancellationToken stop)
    {
        var options = new BlobUploadOptions
        {
            HttpHeaders = new BlobHttpHeaders { ContentType = mediaType },
            Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All },
            TransferOptions = InPieces,
        };
        try
        {
            await File(path).UploadAsync(content, options, stop);
        }
        catch (RequestFailedException kept) when (WriteOnce.IsTaken(kept))
        {
            // An earlier run kept it; reading back compares it.
        }
    }

    /// <summary>The digest of what is really there, read back from the service; null where nothing is.</summary>
    public async Task<Sha256Digest?> ReadBack(string path, CancellationToken stop)
    {
        try
        {
            await using var content = (await File(path).DownloadStreamingAsync(cancellationToken: stop)).Value.Content;
            return Sha256Digest.Of(await SHA256.HashDataAsync(content, stop));
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            return null;
        }
    }
}
