namespace EmbeddedHost.Storage;

/// <summary>
/// How long to wait before the storage service is started again: 2 s, then twice as long each time up to 30 s. Long enough that whoever
/// stopped it on purpose is not fought, short enough that the archive comes back by itself.
/// </summary>
internal sealed class RestartBackoff
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Steady = TimeSpan.FromMinutes(1);

    private TimeSpan next = First;

    /// <summary>The wait before the next attempt.</summary>
    public TimeSpan Next()
    {
        var wait = next;
        next = TimeSpan.FromTicks(Math.Min(wait.Ticks * 2, Longest.Ticks));
        return wait;
    }

    /// <summary>The service had run this long: after a minute of steady running the next failure is a new story.</summary>
    public void RanFor(TimeSpan duration)
    {
        if (duration >= Steady)
            next = First;
    }
}
