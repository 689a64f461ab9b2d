using Azure;
using Azure.Core;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;

namespace EmbeddedHost.Storage;

/// <summary>Asks the storage service itself: one signed request to each of blob, queue and table, each to another of our accounts.</summary>
internal sealed class StorageHealth(StoragePorts ports, TimeProvider clock)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly BlobServiceClient blobs = new(StorageAccounts.ConnectionString(ports, StorageAccounts.Archive), Once(new BlobClientOptions()));
    private readonly QueueServiceClient queues = new(StorageAccounts.ConnectionString(ports, StorageAccounts.Runtime), Once(new QueueClientOptions()));
    private readonly TableServiceClient tables = new(StorageAccounts.ConnectionString(ports, StorageAccounts.Historical), Once(new TableClientOptions()));

    /// <summary>True when all three answer within ten seconds. The accounts are ours alone, so another Azurite answers no.</summary>
    public async Task<bool> IsHealthyAsync(CancellationToken stop)
    {
        using var patience = new CancellationTokenSource(Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, stop);
        try
        {
            await Task.WhenAll(
                blobs.GetPropertiesAsync(either.Token),
                queues.GetPropertiesAsync(either.Token),
                tables.GetPropertiesAsync(either.Token));
            return true;
        }
        catch (RequestFailedException)
        {
            return false; // Refused, or somebody else's service: either way not what we need.
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return false;
        }
    }

    /// <summary>Asks until it is healthy (true), or its process has ended or the time is up (false).</summary>
    public async Task<bool> WaitAsync(AzuriteProcess process, TimeSpan limit, CancellationToken stop)
    {
        var began = clock.GetTimestamp();
        while (process.IsRunning && clock.GetElapsedTime(began) < limit)
        {
            if (await IsHealthyAsync(stop))
                return true;
            await Task.Delay(Pause, clock, stop);
        }

        return false;
    }

    private static T Once<T>(T options)
        where T : ClientOptions
    {
        options.Retry.MaxRetries = 0;
        return options;
    }
}
