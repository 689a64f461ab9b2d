using Microsoft.Extensions.Logging;

namespace EmbeddedHost.Hosting;

/// <summary>How an embedded archive is to run.</summary>
public sealed record HostOptions
{
    /// <summary>The HTTP port on 127.0.0.1; 0 for any free one.</summary>
    public int Port { get; init; } = 7071;

    /// <summary>The blob port of the storage service (queue and table take the next two); 0 for any three free ones.</summary>
    public int StoragePort { get; init; } = 10_000;

    /// <summary>Where everything is kept; null for <c>.archive</c> in the repository root.</summary>
    public string? Data { get; init; }

    /// <summary>Whether the sample records are loaded into an empty archive.</summary>
    public bool Samples { get; init; } = true;

    /// <summary>What the archive's clock shows when it starts; null for the machine's own time.</summary>
    public ClockStart? Clock { get; init; }

    /// <summary>Where a person is told what takes a while (installing, loading samples); by default nobody is.</summary>
    public TextWriter Progress { get; init; } = TextWriter.Null;

    /// <summary>Where log lines go; null for the standard error.</summary>
    public Action<ILoggingBuilder>? Logging { get; init; }
}
