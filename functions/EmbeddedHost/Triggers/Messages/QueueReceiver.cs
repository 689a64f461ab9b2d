using Azure.Storage.Queues;
using EmbeddedHost.Triggers.Connections;

namespace EmbeddedHost.Triggers.Messages;

/// <summary>Takes messages off one queue: many a call, and few calls when there are none.</summary>
internal sealed class QueueReceiver(
    QueueClient queue, MessageSource source, Doorbell bell, MessageLocks locks, StorageOutage outage, FunctionRuntimeOptions options, TimeProvider clock)
{
    private TimeSpan pause = options.ShortestPause;
    private bool drained;

    /// <summary>The messages at hand, at most one call's worth; waits a while when the last call found the queue's end.</summary>
    public async Task<List<HeldMessage>> ReceiveAsync(CancellationToken taking)
    {
        if (drained && await RungAsync(taking))
            await Pause.ForAsync(options.Gathering, taking);
        return taking.IsCancellationRequested ? [] : await AskAsync(source.PerCall);
    }

    /// <summary>As <see cref="ReceiveAsync"/>, filled up by further calls to the batch size or till the queue's end.</summary>
    public async Task<List<HeldMessage>> ReceiveBatchAsync(int most, CancellationToken taking)
    {
        var batch = await ReceiveAsync(taking);
        while (batch.Count < most && !drained && !taking.IsCancellationRequested)
            batch.AddRange(await AskAsync(Math.Min(MessageSource.MostPerCall, most - batch.Count)));
        return batch;
    }

    private async Task<bool> RungAsync(CancellationToken taking)
    {
        try
        {
            return await bell.WaitAsync(pause, taking);
        }
        catch (OperationCanceledException) when (taking.IsCancellationRequested)
        {
            return false;
        }
    }

    /// <summary>Not cancelled half-way: the service would have hidden messages nobody holds.</summary>
    private async Task<List<HeldMessage>> AskAsync(int count)
    {
        try
        {
            var now = clock.GetUtcNow();
            var received = (await queue.ReceiveMessagesAsync(count, options.LockDuration)).Value;
            outage.Ended();
            drained = received.Length < count;
            pause = received.Length > 0 ? options.ShortestPause : Pause.Longer(pause, options.LongestPause);
            var messages = received.Select(message => new HeldMessage(queue, message, now, now + options.LockDuration)).ToList();
            messages.ForEach(locks.Take);
            return messages;
        }
        catch (Exception e)
        {
            outage.Began(e);
            drained = true;
            pause = options.LongestPause;
            return [];
        }
    }
}
