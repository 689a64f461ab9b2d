using ArchiveFunctions.Records;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using Microsoft.Extensions.Logging;

namespace ArchiveFunctions.Catalogue;

/// <summary>
/// Lets one writer at a time at the index, across processes, by a lease on a blob. The search service has no conditional writes, so nothing
/// else could keep an older row from overwriting a newer one: with it, whoever writes has read after every earlier write was finished.
/// </summary>
public sealed class CatalogueLease(BlobServiceClient blobs, TimeProvider clock, ILogger<CatalogueLease> log) : IDisposable
{
    /// <summary>The longest lease the service grants that ends by itself: what a killed writer costs the next one.</summary>
    private static readonly TimeSpan Length = TimeSpan.FromSeconds(60);

    /// <summary>Work is stopped well before the lease ends, so that no call begun under it can arrive after it.</summary>
    private static readonly TimeSpan MostWork = TimeSpan.FromSeconds(40);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    /// <summary>Longer than an abandoned lease lasts: a killed writer delays messages, and does not spend their deliveries.</summary>
    private const int MostTries = 140;

    private readonly BlobClient blob = blobs.GetBlobContainerClient(StorageNames.Work).GetBlobClient("catalogue.lease");

    /// <summary>Within a process writers queue here, instead of asking storage again and again.</summary>
    private readonly SemaphoreSlim gate = new(1, 1);

    /// <summary>Does work that no other writer does at the same time.</summary>
    /// <exception cref="TimeoutException">Others held the lease all the time, or the work took too long: to be tried again.</exception>
    public async Task<T> Hold<T>(Func<CancellationToken, Task<T>> work, CancellationToken stop)
    {
        await gate.WaitAsync(stop);
        try
        {
            var lease = await Acquire(stop);
            using var ending = new CancellationTokenSource(MostWork, clock);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, ending.Token);
            try
            {
                return await work(either.Token);
            }
            catch (OperationCanceledException) when (ending.IsCancellationRequested && !stop.IsCancellationRequested)
            {
                throw new TimeoutException($"The index was not written within {MostWork}.");
            }
            finally
            {
                await Release(lease);
            }
        }
        finally
        {
            gate.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => gate.Dispose();

    private async Task<BlobLeaseClient> Acquire(CancellationToken stop)
    {
        var lease = blob.GetBlobLeaseClient();
        for (var tries = 1; tries < MostTries; tries++)
        {
            try
            {
                await lease.AcquireAsync(Length, cancellationToken: stop);
                return lease;
            }
            catch (RequestFailedException missing) when (missing.ErrorCode == BlobErrorCode.BlobNotFound)
            {
                await Place(stop);
            }
            catch (RequestFailedException held) when (held.ErrorCode == BlobErrorCode.LeaseAlreadyPresent)
            {
                await Task.Delay(Pause, clock, stop);
            }
        }

        throw new TimeoutException($"The index was being written by others all the time ({MostTries} tries).");
    }

    private async Task Place(CancellationToken stop)
    {
        try
        {
            await blob.UploadAsync(BinaryData.Empty, new BlobUploadOptions { Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All } }, stop);
        }
        catch (RequestFailedException placed) when (placed.Status is 409 or 412)
        {
            log.LeaseBlobPlacedByAnother();
        }
    }

    /// <summary>Not cancelled with the work: a lease left behind would cost the next writer a minute.</summary>
    private async Task Release(BlobLeaseClient lease)
    {
        try
        {
            await lease.ReleaseAsync(cancellationToken: CancellationToken.None);
        }
        catch (RequestFailedException lost)
        {
            // The work is done or has failed already, and a lease ends by itself.
            log.LeaseNotReleased(lost);
        }
    }
}
