using System.Collections.Concurrent;

namespace EmbeddedHost.Triggers.Messages;

/// <summary>Lets a sender wake the receiver of a queue, so that quiet queues need not be asked often. Rings are not counted.</summary>
internal sealed class Doorbell : IDisposable
{
    private readonly SemaphoreSlim rung = new(0, 1);
    private readonly Lock gate = new();

    public void Ring()
    {
        lock (gate)
        {
            if (rung.CurrentCount == 0)
                rung.Release();
        }
    }

    /// <summary>Whether it rang before the time was over.</summary>
    public Task<bool> WaitAsync(TimeSpan atMost, CancellationToken stop) => rung.WaitAsync(atMost, stop);

    public void Dispose() => rung.Dispose();
}

/// <summary>The doorbells of all queues.</summary>
internal sealed class Doorbells : IDisposable
{
    private readonly ConcurrentDictionary<(string Connection, string Queue), Doorbell> bells = new();

    public Doorbell Of(string connection, string queue) => bells.GetOrAdd((connection, queue), _ => new Doorbell());

    public void Dispose()
    {
        foreach (var bell in bells.Values)
            bell.Dispose();
    }
}
