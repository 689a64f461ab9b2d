using Microsoft.Extensions.Logging;

namespace EmbeddedHost.Triggers.Messages;

/// <summary>
/// Ends deliveries: done, once more, or given up. A copy goes to the dead-letter queue before the message is deleted, so that a crash between
/// the two doubles it and never loses it. What cannot be settled comes back by itself when its lock ends.
/// </summary>
internal sealed class Settlement(
    string function, MessageSource source, MessageLocks locks, OutputSender sender, FunctionRuntimeOptions options, ILogger log)
{
    public Task DoneAsync(HeldMessage message) => SettleAsync(message, message.CompleteAsync);

    /// <summary>Gives back a message whose function did not run to its end, at once.</summary>
    public Task ReturnAsync(HeldMessage message) => SettleAsync(message, () => message.AbandonAsync(TimeSpan.Zero));

    public Task FailedAsync(HeldMessage message, Exception exception)
    {
        Log.MessageFailed(log, exception, function, message.Id, source.Queue, message.Delivery, source.MaxDeliveries);
        return message.Delivery < source.MaxDeliveries
            ? SettleAsync(message, () => message.AbandonAsync(options.RedeliveryDelay(message.Delivery)))
            : GiveUpAsync(message, exception.GetType().FullName!);
    }

    /// <summary>A delivery too many: earlier ones ended without an answer, so the process died in them or their locks were lost.</summary>
    public Task<bool> GiveUpIfWornAsync(HeldMessage message) =>
        message.Delivery > source.MaxDeliveries ? Worn(message) : Task.FromResult(false);

    /// <summary>Lets go of a message whose lock ended while it waited; it is visible to others already.</summary>
    public void Forget(HeldMessage message)
    {
        Log.LockLost(log, function, message.Id, source.Queue);
        locks.Leave(message);
    }

    private async Task<bool> Worn(HeldMessage message)
    {
        await GiveUpAsync(message, "The deliveries ended without an answer.");
        return true;
    }

    private Task GiveUpAsync(HeldMessage message, string description) => SettleAsync(message, async () =>
    {
        var body = source.WrapsReason ? DeadLetter.Wrap(message.Text, message.Delivery, description) : message.Text;
        await sender.SendAsync(source.Connection, source.Destination, body, CancellationToken.None);
        Log.MessageGivenUp(log, function, message.Id, source.Queue, message.Delivery, description, source.Destination);
        return await message.CompleteAsync();
    });

    private async Task SettleAsync(HeldMessage message, Func<Task<bool>> settle)
    {
        try
        {
            if (!await settle())
                Log.LockLost(log, function, message.Id, source.Queue);
        }
        catch (Exception e)
        {
            Log.MessageUnsettled(log, e, function, message.Id, source.Queue);
        }
        finally
        {
            locks.Leave(message);
        }
    }
}
