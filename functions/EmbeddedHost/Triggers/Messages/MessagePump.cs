using ArchiveFunctions;
using Azure.Storage.Queues;
using EmbeddedHost.Triggers.Discovery;

namespace EmbeddedHost.Triggers.Messages;

/// <summary>Runs a function on the messages of a queue: several at a time, or one batch at a time.</summary>
internal sealed class MessagePump(
    FunctionDefinition function, MessageSource source, QueueClient queue, QueueReceiver receiver, MessageLocks locks, Settlement settlement, FunctionRunner runner)
    : IPump
{
    public string Function => function.Name;

    public async Task PumpAsync(CancellationToken taking, CancellationToken running)
    {
        using var keeping = new CancellationTokenSource();
        var keeper = locks.KeepAsync(keeping.Token);
        await (source.BatchSize is { } most ? PumpBatchesAsync(most, taking, running) : PumpSinglyAsync(taking, running));
        await keeping.CancelAsync();
        await keeper;
    }

    public async Task<bool> HasWorkAsync(CancellationToken stop) =>
        !locks.IsEmpty || (await queue.GetPropertiesAsync(stop)).Value.ApproximateMessagesCount > 0;

    private async Task PumpSinglyAsync(CancellationToken taking, CancellationToken running)
    {
        using var places = new SemaphoreSlim(source.Parallelism);
        while (!taking.IsCancellationRequested)
        {
            foreach (var message in await receiver.ReceiveAsync(taking))
                await StartAsync(message, places, taking, running);
        }

        for (var ended = 0; ended < source.Parallelism; ended++)
            await places.WaitAsync(CancellationToken.None);
    }

    private async Task StartAsync(HeldMessage message, SemaphoreSlim places, CancellationToken taking, CancellationToken running)
    {
        try
        {
            await places.WaitAsync(taking);
        }
        catch (OperationCanceledException) when (taking.IsCancellationRequested)
        {
            await settlement.ReturnAsync(message);
            return;
        }

        _ = RunThenLeaveAsync(message, places, running);
    }

    private async Task RunThenLeaveAsync(HeldMessage message, SemaphoreSlim places, CancellationToken running)
    {
        try
        {
            await RunAsync([message], bodies => bodies[0], running);
        }
        finally
        {
            places.Release();
        }
    }

    private async Task PumpBatchesAsync(int most, CancellationToken taking, CancellationToken running)
    {
        while (!taking.IsCancellationRequested)
        {
            var batch = await receiver.ReceiveBatchAsync(most, taking);
            if (batch.Count > 0)
                await RunAsync(batch, AsArray, running);
        }
    }

    private object AsArray(List<object> bodies)
    {
        var array = Array.CreateInstance(source.Body, bodies.Count);
        for (var i = 0; i < bodies.Count; i++)
            array.SetValue(bodies[i], i);
        return array;
    }

    private async Task RunAsync(List<HeldMessage> messages, Func<List<object>, object> trigger, CancellationToken running)
    {
        var (readable, bodies) = await ReadAsync(messages);
        if (readable.Count == 0)
            return;

        try
        {
            readable.ForEach(message => Telemetry.Waited(function.Name, message.Age));
            await runner.RunAsync(function, trigger(bodies), Invocation.NoNames, running, [.. readable.Select(message => message.Trace).OfType<string>()]);
            await ForEachAsync(readable, settlement.DoneAsync);
        }
        catch (OperationCanceledException) when (running.IsCancellationRequested)
        {
            await ForEachAsync(readable, settlement.ReturnAsync);
        }
        catch (Exception e)
        {
            await ForEachAsync(readable, message => settlement.FailedAsync(message, e));
        }
    }

    /// <summary>A message that cannot be read fails alone; it does not take its batch with it.</summary>
    private async Task<(List<HeldMessage> Readable, List<object> Bodies)> ReadAsync(List<HeldMessage> messages)
    {
        var (readable, bodies) = (new List<HeldMessage>(messages.Count), new List<object>(messages.Count));
        foreach (var message in messages)
        {
            if (!locks.IsLocked(message))
                settlement.Forget(message);
            else if (!await settlement.GiveUpIfWornAsync(message) && await BodyOfAsync(message) is { } body)
            {
                readable.Add(message);
                bodies.Add(body);
            }
        }

        return (readable, bodies);
    }

    private async Task<object?> BodyOfAsync(HeldMessage message)
    {
        try
        {
            return MessageBody.Read(message.Text, source.Body);
        }
        catch (Exception e) when (e is System.Text.Json.JsonException or NotSupportedException)
        {
            await settlement.FailedAsync(message, e);
            return null;
        }
    }

    private static Task ForEachAsync(List<HeldMessage> messages, Func<HeldMessage, Task> settle) =>
        messages.Count == 1
            ? settle(messages[0])
            : Parallel.ForEachAsync(messages, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (message, _) => await settle(message));
}
