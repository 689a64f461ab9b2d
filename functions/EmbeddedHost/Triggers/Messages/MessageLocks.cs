using System.Collections.Concurrent;
using Azure;
using Microsoft.Extensions.Logging;

namespace EmbeddedHost.Triggers.Messages;

/// <summary>Keeps what a pump holds locked: running messages and those that wait for a free place alike.</summary>
internal sealed class MessageLocks(string function, string queue, FunctionRuntimeOptions options, TimeProvider clock, ILogger log)
{
    private readonly ConcurrentDictionary<HeldMessage, bool> held = new();

    public bool IsEmpty => held.IsEmpty;

    public void Take(HeldMessage message) => held[message] = true;

    public void Leave(HeldMessage message) => held.TryRemove(message, out _);

    /// <summary>Whether the message may still be run: past its lock another receiver may have it.</summary>
    public bool IsLocked(HeldMessage message) => message.LockedUntil > clock.GetUtcNow();

    /// <summary>Renews locks in their second half until told to stop, no message for longer than host.json allows.</summary>
    public async Task KeepAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            await Pause.ForAsync(options.LockDuration / 4, stop);
            if (!stop.IsCancellationRequested)
                await Task.WhenAll(held.Keys.Where(IsDue).Select(RenewAsync));
        }
    }

    private bool IsDue(HeldMessage message)
    {
        var now = clock.GetUtcNow();
        return message.LockedUntil - now < options.LockDuration / 2 && now - message.ReceivedAt < options.Host.MaxAutoLockRenewal;
    }

    private async Task RenewAsync(HeldMessage message)
    {
        try
        {
            await message.RenewAsync(options.LockDuration, clock);
        }
        catch (Exception e) when (e is RequestFailedException or AggregateException)
        {
            Log.MessageUnsettled(log, e, function, message.Id, queue);
        }
    }
}
