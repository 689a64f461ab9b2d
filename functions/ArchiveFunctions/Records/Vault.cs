using System.Globalization;
using Archive.Records;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace ArchiveFunctions.Records;

/// <summary>
/// Where content is kept: once per record and version, write-once, under names that reveal nothing. Azure's container policy enforces
/// write-once as well; here every write says <c>If-None-Match: *</c>, because not every storage service has that policy.
/// </summary>
public sealed class Vault(BlobServiceClient blobs)
{
    private readonly BlobContainerClient container = blobs.GetBlobContainerClient(StorageNames.Vault);

    /// <summary>The blob that holds a record's content.</summary>
    public BlobClient Content(ArchiveRecord record) => container.GetBlobClient(
        string.Create(CultureInfo.InvariantCulture, $"{record.Agency}/{record.Id}/{record.Content.Version}/{record.Content.Digest}"));

    /// <summary>
    /// Keeps an upload's bytes, exactly those that were read under <paramref name="read"/>: the storage service copies them itself, so no byte
    /// passes through this process twice. Already kept is a success: the name holds the digest.
    /// </summary>
    /// <exception cref="RequestFailedException">412: the upload was overwritten since; its newer state is a new upload.</exception>
    public Task Keep(BlobClient upload, ETag read, ArchiveRecord record, CancellationToken stop) => ServerSideCopy.Once(upload, read, Content(record), stop);

    /// <summary>Destroys the agency's copy of a record it has released; not being there is as good. Nothing else is ever removed from the vault.</summary>
    /// <exception cref="RequestFailedException">409: the container's policy, or a legal hold, still protects it.</exception>
    public Task Remove(ArchiveRecord record, CancellationToken stop) => Content(record).DeleteIfExistsAsync(DeleteSnapshotsOption.IncludeSnapshots, cancellationToken: stop);
}

/// <summary>Copies within a storage account, by the service, without replacing anything.</summary>
internal static class ServerSideCopy
{
    public static async Task Once(BlobClient source, ETag read, BlobClient target, CancellationToken stop)
    {
        var conditions = new BlobCopyFromUriOptions
        {
            SourceConditions = new BlobRequestConditions { IfMatch = read },
            DestinationConditions = new BlobRequestConditions { IfNoneMatch = ETag.All },
        };
        try
        {
            var copy = await target.StartCopyFromUriAsync(source.Uri, conditions, stop);
            // Small copies are done when the service answers; asking again would be one more operation for every record.
            if (!(copy.GetRawResponse().Headers.TryGetValue("x-ms-copy-status", out var status) && status == "success"))
                await copy.WaitForCompletionAsync(stop);
        }
        catch (RequestFailedException held) when (held.ErrorCode == BlobErrorCode.BlobAlreadyExists)
        {
            await AwaitPending(target, stop);
        }
    }

    /// <summary>The name is taken: by a finished copy of the same bytes, or by one that an earlier run started and that is still under way.</summary>
    private static async Task AwaitPending(BlobClient target, CancellationToken stop)
    {
        BlobProperties held = await target.GetPropertiesAsync(cancellationToken: stop);
        if (held.CopyStatus is CopyStatus.Failed or CopyStatus.Aborted)
            throw new InvalidDataException($"The copy to {target.Name} did not finish: {held.CopyStatusDescription}");
        if (held.CopyStatus == CopyStatus.Pending)
            await new CopyFromUriOperation(held.CopyId, target).WaitForCompletionAsync(stop);
    }
}
