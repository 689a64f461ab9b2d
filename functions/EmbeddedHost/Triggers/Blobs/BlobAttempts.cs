namespace EmbeddedHost.Triggers.Blobs;

/// <summary>Counts the failed attempts on each blob's present version. Kept in memory: a restart grants a failing blob fresh attempts.</summary>
internal sealed class BlobAttempts(FunctionRuntimeOptions options, TimeProvider clock)
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, Failing> failing = new(StringComparer.Ordinal);

    /// <summary>Whether the blob's next attempt lies in the future.</summary>
    public bool IsWaiting(string name, string etag)
    {
        lock (gate)
            return failing.TryGetValue(name, out var entry) && entry.ETag == etag && entry.Next > clock.GetUtcNow();
    }

    /// <summary>Whether all attempts have been made.</summary>
    public bool IsExhausted(WatchedBlob blob)
    {
        lock (gate)
            return failing.TryGetValue(blob.Name, out var entry) && entry.ETag == blob.ETag && entry.Attempts >= options.Host.PoisonBlobThreshold;
    }

    /// <summary>Counts a failed attempt; tells how many there are and when the next is due.</summary>
    public (int Attempts, DateTimeOffset Next) Failed(WatchedBlob blob)
    {
        lock (gate)
        {
            var attempts = failing.TryGetValue(blob.Name, out var entry) && entry.ETag == blob.ETag ? entry.Attempts + 1 : 1;
            var next = clock.GetUtcNow() + options.BlobRetryDelay(attempts);
            failing[blob.Name] = new Failing(blob.ETag, attempts, next);
            return (attempts, next);
        }
    }

    public void Forget(string name)
    {
        lock (gate)
            failing.Remove(name);
    }

    private sealed record Failing(string ETag, int Attempts, DateTimeOffset Next);
}
