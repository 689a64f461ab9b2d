namespace EmbeddedHost.Triggers.Discovery;

/// <summary>What starts a function.</summary>
public abstract record Trigger
{
    private Trigger()
    {
    }

    /// <summary>An HTTP request.</summary>
    /// <param name="Route">The template with the host's prefix.</param>
    /// <param name="Methods">The methods answered; empty means all.</param>
    public sealed record Http(string Route, IReadOnlyList<string> Methods) : Trigger;

    /// <summary>A schedule.</summary>
    /// <param name="Schedule">As written: NCRONTAB, TimeSpan or <c>%Setting%</c>.</param>
    /// <param name="UseMonitor">Whether a missed run is noticed.</param>
    /// <param name="RunOnStartup">Whether it also runs when the host starts.</param>
    public sealed record Timer(string Schedule, bool UseMonitor, bool RunOnStartup) : Trigger;

    /// <summary>A new or changed blob.</summary>
    /// <param name="Connection">The setting that names the account.</param>
    /// <param name="Path">Container and name pattern, as written.</param>
    /// <param name="AsStream">Whether the function takes the content instead of the client.</param>
    public sealed record Blob(string Connection, string Path, bool AsStream) : Trigger;

    /// <summary>A message of a storage queue.</summary>
    /// <param name="Connection">The setting that names the account.</param>
    /// <param name="Queue">The queue.</param>
    /// <param name="Body">What the function takes: text or a type read from JSON.</param>
    public sealed record StorageQueue(string Connection, string Queue, Type Body) : Trigger;

    /// <summary>A Service Bus message, or many.</summary>
    /// <param name="Connection">The setting that names the namespace.</param>
    /// <param name="Entity">The storage queue that plays the queue or the topic's subscription.</param>
    /// <param name="Topic">The topic, if it is a subscription.</param>
    /// <param name="Body">What the function takes: text or a type read from JSON.</param>
    /// <param name="Batched">Whether it takes an array of them.</param>
    public sealed record ServiceBus(string Connection, string Entity, string? Topic, Type Body, bool Batched) : Trigger;
}
