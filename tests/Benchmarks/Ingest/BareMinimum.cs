using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Benchmarks.Archives;

namespace Benchmarks.Ingest;

/// <summary>The fewest calls that take a document in: put it, read it once, have the service copy it, remove it. No check, no row, no index.</summary>
internal sealed class BareMinimum(BlobServiceClient storage, int connections)
{
    private const int Chunk = 256 << 10;
    private readonly BlobContainerClient inbox = storage.GetBlobContainerClient("bare-inbox");
    private readonly BlobContainerClient vault = storage.GetBlobContainerClient("bare-vault");
    private int taken;

    /// <summary>Makes its containers.</summary>
    public async Task EnsureAsync(CancellationToken stop)
    {
        await inbox.CreateIfNotExistsAsync(cancellationToken: stop);
        await vault.CreateIfNotExistsAsync(cancellationToken: stop);
    }

    /// <summary>Takes documents in, each from its first call to its last over one of the connections.</summary>
    public Task RunAsync(IEnumerable<Deposit> deposits, CancellationToken stop) => Parallel.ForEachAsync(
        deposits, new ParallelOptions { MaxDegreeOfParallelism = connections, CancellationToken = stop }, async (deposit, token) => await TakeAsync(deposit, token));

    private async Task TakeAsync(Deposit deposit, CancellationToken stop)
    {
        var name = $"{Interlocked.Increment(ref taken)}-{deposit.Name}";
        var upload = inbox.GetBlobClient(name);
        await using (var content = deposit.Open())
            await upload.UploadAsync(content, stop);
        await ReadAsync(upload, stop);
        var copy = await vault.GetBlobClient(name).StartCopyFromUriAsync(upload.Uri, cancellationToken: stop);
        if (!(copy.GetRawResponse().Headers.TryGetValue("x-ms-copy-status", out var status) && status == "success"))
            await copy.WaitForCompletionAsync(stop);
        await upload.DeleteAsync(cancellationToken: stop);
    }

    private static async Task ReadAsync(BlobClient upload, CancellationToken stop)
    {
        using BlobDownloadStreamingResult read = await upload.DownloadStreamingAsync(cancellationToken: stop);
        await read.Content.CopyToAsync(Stream.Null, Chunk, stop);
    }
}
