namespace EmbeddedHost.Triggers;

/// <summary>How many functions run, and how many have been started, so that an observer can tell that nothing happened while it looked.</summary>
internal sealed class Activity
{
    private long running;
    private long started;

    public bool IsQuiet => Interlocked.Read(ref running) == 0;

    public long Started => Interlocked.Read(ref started);

    public Run Begin()
    {
        Interlocked.Increment(ref running);
        Interlocked.Increment(ref started);
        return new Run(this);
    }

    /// <summary>One running function; dispose once, when it has ended.</summary>
    public readonly struct Run(Activity activity) : IDisposable
    {
        public void Dispose() => Interlocked.Decrement(ref activity.running);
    }
}
