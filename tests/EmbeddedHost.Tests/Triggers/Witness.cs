using System.Collections.Concurrent;
using Xunit;

namespace EmbeddedHost.Tests.Triggers;

/// <summary>What toy functions tell of their runs, and how a test makes them fail or wait.</summary>
public sealed class Witness
{
    private readonly ConcurrentQueue<string> seen = new();

    /// <summary>Called inside every run with what it saw and how often that was seen so far.</summary>
    public Func<string, int, Task> During { get; set; } = static (_, _) => Task.CompletedTask;

    public IReadOnlyList<string> Seen => [.. seen];

    public Task SawAsync(string what)
    {
        seen.Enqueue(what);
        return During(what, seen.Count(other => other == what));
    }

    /// <summary>Fails the first runs of everything.</summary>
    public void FailFirst(int runs) =>
        During = (_, time) => time > runs ? Task.CompletedTask : throw new InvalidOperationException("The toy was told to fail.");
}
