using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;

namespace EmbeddedHost.Triggers.Messages;

/// <summary>A received message, hidden from other receivers until its lock ends. Every renewal changes the receipt, so changes go one at a time.</summary>
internal sealed class HeldMessage(QueueClient queue, QueueMessage message, DateTimeOffset receivedAt, DateTimeOffset lockedUntil)
{
    private readonly Lock gate = new();
    private Task last = Task.CompletedTask;
    private readonly (string Text, string? Trace) body = MessageBody.Decode(message.MessageText);
    private string receipt = message.PopReceipt;
    private bool settled;

    public string Id => message.MessageId;

    public string Text => body.Text;

    /// <summary>The trace context it was sent in; null where other tools sent it.</summary>
    public string? Trace => body.Trace;

    /// <summary>How long it waited, counted from its sending: every delivery anew.</summary>
    public TimeSpan Age => receivedAt - (message.InsertedOn ?? receivedAt);

    /// <summary>Counts from 1.</summary>
    public int Delivery => (int)message.DequeueCount;

    public DateTimeOffset ReceivedAt => receivedAt;

    public DateTimeOffset LockedUntil { get; private set; } = lockedUntil;

    /// <summary>Hides the message for longer, unless it has been settled meanwhile.</summary>
    public Task RenewAsync(TimeSpan duration, TimeProvider clock) => ChangeAsync(async () =>
    {
        var from = clock.GetUtcNow();
        receipt = (await queue.UpdateMessageAsync(Id, receipt, (string?)null, duration)).Value.PopReceipt;
        LockedUntil = from + duration;
    });

    /// <summary>Deletes the message. False: the lock was lost and it is delivered again.</summary>
    public Task<bool> CompleteAsync() => SettleAsync(() => queue.DeleteMessageAsync(Id, receipt));

    /// <summary>Makes the message visible again after a delay. False: the lock was lost, so it is visible already.</summary>
    public Task<bool> AbandonAsync(TimeSpan delay) => SettleAsync(() => queue.UpdateMessageAsync(Id, receipt, (string?)null, delay));

    private async Task<bool> SettleAsync(Func<Task> settle)
    {
        try
        {
            await ChangeAsync(async () =>
            {
                await settle();
                settled = true;
            });
            return true;
        }
        catch (RequestFailedException e) when (e.ErrorCode == QueueErrorCode.MessageNotFound || e.ErrorCode == QueueErrorCode.PopReceiptMismatch)
        {
            return false;
        }
    }

    private Task ChangeAsync(Func<Task> change)
    {
        lock (gate)
            return last = AfterAsync(last, change);
    }

    private async Task AfterAsync(Task before, Func<Task> change)
    {
        await before.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!settled)
            await change();
    }
}
