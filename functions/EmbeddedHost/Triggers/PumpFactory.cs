using EmbeddedHost.Triggers.Blobs;
using EmbeddedHost.Triggers.Connections;
using EmbeddedHost.Triggers.Discovery;
using EmbeddedHost.Triggers.Messages;
using EmbeddedHost.Triggers.Timers;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace EmbeddedHost.Triggers;

/// <summary>Puts together what a function's trigger needs. Locks and pauses go by real time, as the services they wait for do; schedules by the injected clock.</summary>
internal sealed class PumpFactory(
    FunctionRuntimeOptions options, StorageConnections connections, Doorbells doorbells, OutputSender sender, FunctionRunner runner,
    IConfiguration configuration, TimeProvider clock, ILoggerFactory logs) : IDisposable
{
    private readonly SemaphoreSlim blobPlaces = new(options.Host.BlobParallelism);

    /// <summary>The function's pump; null for HTTP, which the server drives.</summary>
    public IPump? Create(FunctionDefinition function)
    {
        var log = logs.CreateLogger("Function." + function.Name);
        return function.Trigger switch
        {
            Trigger.Timer timer => Timer(function, timer, log),
            Trigger.Blob blob => Blob(function, blob, log),
            Trigger.StorageQueue queue => Messages(function, MessageSource.Of(queue, options), log),
            Trigger.ServiceBus bus => Messages(function, MessageSource.Of(bus, options), log),
            _ => null,
        };
    }

    public void Dispose() => blobPlaces.Dispose();

    private TimerPump Timer(FunctionDefinition function, Trigger.Timer trigger, ILogger log)
    {
        var schedule = TimerSchedule.Parse(function.Name, trigger.Schedule, configuration);
        return new TimerPump(function, trigger, schedule, StatePath("timers", function.Name + ".json"), runner, clock, log);
    }

    private BlobPump Blob(FunctionDefinition function, Trigger.Blob trigger, ILogger log)
    {
        var path = BlobPath.Parse(trigger.Path);
        var container = connections.Container(trigger.Connection, path.Container);
        var receipts = BlobReceipts.Open(StatePath("blobs", function.Name + ".receipts"), function.Name, log);
        var attempts = new BlobAttempts(options, clock);
        var outage = new StorageOutage(function.Name, log);
        var run = new BlobRun(function, trigger, container, receipts, attempts, runner, sender, outage, options, log);
        return new BlobPump(function, path, container, receipts, attempts, run, blobPlaces, outage, options);
    }

    private MessagePump Messages(FunctionDefinition function, MessageSource source, ILogger log)
    {
        var queue = connections.Queue(source.Connection, source.Queue);
        var locks = new MessageLocks(function.Name, source.Queue, options, TimeProvider.System, log);
        var bell = doorbells.Of(source.Connection, source.Queue);
        var receiver = new QueueReceiver(queue, source, bell, locks, new StorageOutage(function.Name, log), options, TimeProvider.System);
        var settlement = new Settlement(function.Name, source, locks, sender, options, log);
        return new MessagePump(function, source, queue, receiver, locks, settlement, runner);
    }

    private string StatePath(string kind, string file) => Path.Combine(options.StateDirectory, kind, file);
}
