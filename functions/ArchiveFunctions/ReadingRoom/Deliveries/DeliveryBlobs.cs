using System.Security.Cryptography;
using ArchiveFunctions.Records;
using Azure.Storage;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;

namespace ArchiveFunctions.ReadingRoom.Deliveries;

/// <summary>Bytes as they were written.</summary>
/// <param name="Name">The blob.</param>
/// <param name="Size">In bytes.</param>
/// <param name="Sha256">Their digest.</param>
internal sealed record WrittenBlob(string Name, long Size, string Sha256);

/// <summary>
/// The bytes that were made for readers, below the name of their delivery. Each attempt has a blob of its own, so that the one a row names is never
/// written over by a run that comes late; what no row names is destroyed with the rest.
/// </summary>
public sealed class DeliveryBlobs(BlobServiceClient blobs)
{
    private readonly BlobContainerClient container = blobs.GetBlobContainerClient(StorageNames.Deliveries);

    /// <summary>The bytes of a delivery.</summary>
    public BlobClient Blob(string name) => container.GetBlobClient(name);

    /// <summary>Writes bytes as they are made, in one pass.</summary>
    internal async Task<WrittenBlob> Write(string delivery, string mediaType, Func<Stream, Task> make, CancellationToken stop)
    {
        var name = $"{delivery}/{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16))}";
        var options = new BlockBlobOpenWriteOptions
        {
            HttpHeaders = new BlobHttpHeaders { ContentType = mediaType },
            TransferValidation = new UploadTransferValidationOptions { ChecksumAlgorithm = StorageChecksumAlgorithm.MD5 },
        };
        using var sha = SHA256.Create();
        await using var blob = await container.GetBlockBlobClient(name).OpenWriteAsync(overwrite: true, options, stop);
        await using (var digesting = new CryptoStream(blob, sha, CryptoStreamMode.Write, leaveOpen: true))
            await make(digesting);
        await blob.FlushAsync(stop);
        return new WrittenBlob(name, blob.Position, Convert.ToHexStringLower(sha.Hash!));
    }

    /// <summary>Destroys everything that was made for a delivery; done twice, it is done once.</summary>
    public async Task Destroy(string delivery, CancellationToken stop)
    {
        await foreach (var blob in container.GetBlobsAsync(new GetBlobsOptions { Prefix = $"{delivery}/" }, stop))
            await container.GetBlobClient(blob.Name).DeleteIfExistsAsync(DeleteSnapshotsOption.IncludeSnapshots, cancellationToken: stop);
    }
}
