using EmbeddedHost.Triggers.Discovery;

namespace EmbeddedHost.Triggers.Messages;

/// <summary>Where a function's messages come from and how they are treated.</summary>
/// <param name="Connection">The setting that names the account.</param>
/// <param name="Queue">The storage queue.</param>
/// <param name="Body">What one message is read as.</param>
/// <param name="MaxDeliveries">The deliveries after which a message is given up.</param>
/// <param name="Destination">The queue that takes what is given up.</param>
/// <param name="WrapsReason">Whether reason and count go with it, as in a dead-letter queue; a poison queue takes the bare body.</param>
/// <param name="Parallelism">How many runs at a time.</param>
/// <param name="BatchSize">The most messages of one run; null for functions that take one.</param>
internal sealed record MessageSource(
    string Connection, string Queue, Type Body, int MaxDeliveries, string Destination, bool WrapsReason, int Parallelism, int? BatchSize)
{
    /// <summary>What one receive call of a storage queue can bring.</summary>
    public const int MostPerCall = 32;

    /// <summary>How many messages are asked for at once.</summary>
    public int PerCall => WrapsReason ? Math.Min(MostPerCall, BatchSize ?? MostPerCall) : Math.Min(MostPerCall, Parallelism);

    public static MessageSource Of(Trigger.ServiceBus trigger, FunctionRuntimeOptions options) => new(
        trigger.Connection, trigger.Entity, trigger.Body, options.MaxDeliveryCount, QueueNames.DeadLetter(trigger.Entity), WrapsReason: true,
        trigger.Batched ? 1 : options.Host.MaxConcurrentCalls, trigger.Batched ? options.Host.MaxMessageBatchSize : null);

    public static MessageSource Of(Trigger.StorageQueue trigger, FunctionRuntimeOptions options) => new(
        trigger.Connection, trigger.Queue, trigger.Body, options.Host.MaxDequeueCount, QueueNames.Poison(trigger.Queue), WrapsReason: false,
        options.Host.QueueBatchSize, null);
}
