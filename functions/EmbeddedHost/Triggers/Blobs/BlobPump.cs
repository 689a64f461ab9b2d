using System.Collections.Concurrent;
using System.Diagnostics;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using EmbeddedHost.Triggers.Connections;
using EmbeddedHost.Triggers.Discovery;

namespace EmbeddedHost.Triggers.Blobs;

/// <summary>Watches a container by listing it and runs a function once per version of each matching blob.</summary>
/// <param name="places">How many blobs may run at a time, shared by all blob functions. A listing waits for a free place.</param>
internal sealed class BlobPump(
    FunctionDefinition function, BlobPath path, BlobContainerClient container, BlobReceipts receipts, BlobAttempts attempts, BlobRun run,
    SemaphoreSlim places, StorageOutage outage, FunctionRuntimeOptions options) : IPump, IDisposable
{
    private readonly ConcurrentDictionary<string, bool> inFlight = new(StringComparer.Ordinal);
    private readonly List<Task> runs = [];

    public string Function => function.Name;

    public async Task PumpAsync(CancellationToken taking, CancellationToken running)
    {
        var pause = options.ShortestPause;
        while (!taking.IsCancellationRequested)
        {
            var (started, listing) = await LookAsync(taking, running);
            pause = started > 0 ? options.ShortestPause : Pause.Longer(pause, options.LongestPause);

            // A large container is listed at most half of the time.
            await Pause.ForAsync(listing > pause ? listing : pause, taking);
        }

        await Task.WhenAll(runs);
    }

    public async Task<bool> HasWorkAsync(CancellationToken stop)
    {
        if (!inFlight.IsEmpty)
            return true;
        await foreach (var blob in List().WithCancellation(stop))
        {
            if (path.Match(blob.Name) is not null && !receipts.Covers(blob.Name, ETagOf(blob)))
                return true;
        }

        return false;
    }

    public void Dispose() => receipts.Dispose();

    private async Task<(int Started, TimeSpan Listing)> LookAsync(CancellationToken taking, CancellationToken running)
    {
        var started = 0;
        var listing = Stopwatch.StartNew();
        try
        {
            receipts.LookBegins();
            await foreach (var page in List().AsPages().WithCancellation(taking))
            {
                listing.Stop();
                outage.Ended();
                foreach (var blob in page.Values)
                    started += await ConsiderAsync(blob, taking, running) ? 1 : 0;
                if (outage.Ongoing)
                    return (started, options.LongestPause);
                listing.Start();
            }

            receipts.LookEnds();
        }
        catch (OperationCanceledException) when (taking.IsCancellationRequested)
        {
            return (started, listing.Elapsed);
        }
        catch (Exception e)
        {
            outage.Began(e);
            return (started, options.LongestPause);
        }

        return (started, listing.Elapsed);
    }

    private async Task<bool> ConsiderAsync(BlobItem item, CancellationToken taking, CancellationToken running)
    {
        var etag = ETagOf(item);
        receipts.Saw(item.Name);
        if (outage.Ongoing || receipts.Covers(item.Name, etag) || inFlight.ContainsKey(item.Name) || attempts.IsWaiting(item.Name, etag))
            return false;
        if (path.Match(item.Name) is not { } tokens)
            return false;

        await places.WaitAsync(taking);
        inFlight[item.Name] = true;
        runs.RemoveAll(finished => finished.IsCompleted);
        runs.Add(RunAsync(new WatchedBlob(item.Name, etag, tokens), running));
        return true;
    }

    private async Task RunAsync(WatchedBlob blob, CancellationToken running)
    {
        try
        {
            await run.RunAsync(blob, running);
        }
        finally
        {
            inFlight.TryRemove(blob.Name, out _);
            places.Release();
        }
    }

    private Azure.AsyncPageable<BlobItem> List() =>
        container.GetBlobsAsync(BlobTraits.None, BlobStates.None, path.Prefix.Length == 0 ? null : path.Prefix, CancellationToken.None);

    private static string ETagOf(BlobItem item) => item.Properties.ETag?.ToString("H") ?? string.Empty;
}
