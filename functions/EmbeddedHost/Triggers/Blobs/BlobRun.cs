using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using EmbeddedHost.Triggers.Connections;
using EmbeddedHost.Triggers.Discovery;
using EmbeddedHost.Triggers.Messages;
using Microsoft.Extensions.Logging;

namespace EmbeddedHost.Triggers.Blobs;

/// <summary>Runs a function on one blob and writes the receipt: after success, or after the poison message. A crash before it means: again.</summary>
internal sealed class BlobRun(
    FunctionDefinition function, Trigger.Blob trigger, BlobContainerClient container, BlobReceipts receipts, BlobAttempts attempts,
    FunctionRunner runner, OutputSender sender, StorageOutage outage, FunctionRuntimeOptions options, ILogger log)
{
    public async Task RunAsync(WatchedBlob blob, CancellationToken running)
    {
        var outages = outage.Noticed;
        try
        {
            // Exhausted and still listed: the poison message could not be sent last time.
            await (attempts.IsExhausted(blob) ? GiveUpAsync(blob, options.Host.PoisonBlobThreshold) : InvokeAsync(blob, running));
        }
        catch (OperationCanceledException) when (running.IsCancellationRequested)
        {
            Log.BlobStopped(log, function.Name, container.Name, blob.Name);
        }
        catch (Exception e)
        {
            await FailedAsync(blob, e, outages);
        }
    }

    private async Task InvokeAsync(WatchedBlob blob, CancellationToken running)
    {
        var client = container.GetBlobClient(blob.Name);
        if (trigger.AsStream)
        {
            await using var content = await client.OpenReadAsync(new BlobOpenReadOptions(allowModifications: false), running);
            await runner.RunAsync(function, content, blob.Tokens, running);
        }
        else
        {
            await runner.RunAsync(function, client, blob.Tokens, running);
        }

        Settle(blob);
    }

    private async Task FailedAsync(WatchedBlob blob, Exception exception, int outagesBefore)
    {
        try
        {
            if (StorageOutage.IsBehind(exception) && await WasAwayAsync(exception, outagesBefore))
                return;

            var (count, next) = attempts.Failed(blob);
            Log.BlobFailed(log, exception, function.Name, container.Name, blob.Name, count, options.Host.PoisonBlobThreshold, next);
            if (count >= options.Host.PoisonBlobThreshold)
                await GiveUpAsync(blob, count);
        }
        catch (Exception e)
        {
            Log.BlobUnsettled(log, e, function.Name, container.Name, blob.Name);
        }
    }

    private async Task GiveUpAsync(WatchedBlob blob, int count)
    {
        await sender.SendAsync(trigger.Connection, QueueNames.PoisonBlobs, PoisonBlob.Message(function.Name, container.Name, blob), CancellationToken.None);
        Log.BlobPoisoned(log, function.Name, container.Name, blob.Name, count, QueueNames.PoisonBlobs);
        Settle(blob);
    }

    private void Settle(WatchedBlob blob)
    {
        receipts.Add(blob);
        attempts.Forget(blob.Name);
    }

    /// <summary>Whether storage was away during the run. It may be back before it could be asked: an outage noticed while asking is one too.</summary>
    private async Task<bool> WasAwayAsync(Exception exception, int outagesBefore)
    {
        if (outage.Noticed > outagesBefore || await IsReachableAsync())
            return outage.Noticed > outagesBefore;
        outage.Began(exception);
        return true;
    }

    /// <summary>Whether the failure was another service's: then it counts, or a blob would be tried for ever.</summary>
    private async Task<bool> IsReachableAsync()
    {
        try
        {
            return await container.ExistsAsync();
        }
        catch (Exception e) when (StorageOutage.IsBehind(e))
        {
            return false;
        }
    }
}
