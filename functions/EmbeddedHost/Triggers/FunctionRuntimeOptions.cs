namespace EmbeddedHost.Triggers;

/// <summary>How the functions of an app are run on one machine. What a host.json says comes from <see cref="Host"/>.</summary>
public sealed record FunctionRuntimeOptions
{
    /// <summary>The folder that remembers which blobs were run and when timers ran. One running host per folder.</summary>
    public required string StateDirectory { get; init; }

    /// <summary>The host.json of the app; by default the one beside the program.</summary>
    public HostSettings Host { get; init; } = HostSettings.Read(Path.Combine(AppContext.BaseDirectory, "host.json"));

    /// <summary>The types looked at for functions; by default all of the assembly.</summary>
    public Func<Type, bool> Scope { get; init; } = static _ => true;

    /// <summary>How often a Service Bus message is delivered before it goes to the dead-letter queue.</summary>
    public int MaxDeliveryCount { get; init; } = 10;

    /// <summary>How long a received message is hidden from others; renewed while its function runs. Whole seconds, at least 2.</summary>
    public TimeSpan LockDuration { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How long a message stays hidden after its nth failed delivery. Whole seconds, as storage queues count.</summary>
    public Func<int, TimeSpan> RedeliveryDelay { get; init; } = static delivery => TimeSpan.FromSeconds(Math.Min(delivery - 1, 10));

    /// <summary>How long a blob waits after its nth failed attempt, by the injected clock: 3, 6, 12 and 24 s.</summary>
    public Func<int, TimeSpan> BlobRetryDelay { get; init; } = static attempt => TimeSpan.FromSeconds(3 * Math.Pow(2, attempt - 1));

    /// <summary>The pause between two looks at a container or queue while things arrive.</summary>
    public TimeSpan ShortestPause { get; init; } = TimeSpan.FromMilliseconds(100);

    /// <summary>The pause between two looks at a container or queue when nothing has arrived for a while.</summary>
    public TimeSpan LongestPause { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How long a message sent by a function here waits for company before its queue is asked: fewer calls, fuller batches.</summary>
    public TimeSpan Gathering { get; init; } = TimeSpan.FromMilliseconds(40);

    /// <summary>How long running functions may go on at shutdown before they are cancelled.</summary>
    public TimeSpan GracePeriod { get; init; } = TimeSpan.FromSeconds(10);
}
