using System.Collections.Concurrent;

namespace EmbeddedHost.Tests.Triggers;

/// <summary>What toy functions tell of their runs, and how a test makes them fail or wait.</summary>
public sealed class Witness
{
    private readonly ConcurrentQueue<string> seen = new();
    private readonly TaskCompletionSource failed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes when a run has failed on what it asked of storage.</summary>
    public Task Failed => failed.Task;

    /// <summary>Called inside every run with what it saw and how often that was seen so far.</summary>
    public Func<string, int, Task> During { get; set; } = static (_, _) => Task.CompletedTask;

    public IReadOnlyList<string> Seen => [.. seen];

    public Task SawAsync(string what)
    {
        seen.Enqueue(what);
        return During(what, seen.Count(other => other == what));
    }

    /// <summary>Lets a failure pass, and tells of it.</summary>
    public async Task FailingAsync(Func<Task> asking)
    {
        try
        {
            await asking();
        }
        catch (Exception)
        {
            failed.TrySetResult();
            throw;
        }
    }

    /// <summary>Fails the first runs of everything.</summary>
    public void FailFirst(int runs) =>
        During = (_, time) => time > runs ? Task.CompletedTask : throw new InvalidOperationException("The toy was told to fail.");
}
