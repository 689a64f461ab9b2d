using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace EmbeddedHost.Triggers;

/// <summary>What the embedded host takes from host.json, with the Functions host's own defaults. Other keys are left alone.</summary>
public sealed record HostSettings
{
    /// <summary>Put before every HTTP route.</summary>
    public string RoutePrefix { get; init; } = "api";

    /// <summary>The longest a background function may run; null means no limit.</summary>
    public TimeSpan? FunctionTimeout { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>How many blobs are run at a time, over all blob functions.</summary>
    public int BlobParallelism { get; init; } = 8 * Environment.ProcessorCount;

    /// <summary>The attempts after which a blob is given up.</summary>
    public int PoisonBlobThreshold { get; init; } = 5;

    /// <summary>The deliveries after which a storage-queue message is given up.</summary>
    public int MaxDequeueCount { get; init; } = 5;

    /// <summary>How many storage-queue messages are run at a time, per function; at most 32.</summary>
    public int QueueBatchSize { get; init; } = 16;

    /// <summary>How many Service Bus messages are run at a time, per function.</summary>
    public int MaxConcurrentCalls { get; init; } = 16 * Environment.ProcessorCount;

    /// <summary>The most messages a batched function is given.</summary>
    public int MaxMessageBatchSize { get; init; } = 1000;

    /// <summary>How long a message's lock is renewed, counted from its receipt.</summary>
    public TimeSpan MaxAutoLockRenewal { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Reads a host.json; a missing file means the defaults, a malformed one is an error naming the file.</summary>
    /// <exception cref="InvalidDataException">The file is not JSON or a value has the wrong type.</exception>
    public static HostSettings Read(string path)
    {
        if (!File.Exists(path))
            return new HostSettings();

        try
        {
            return From(JsonNode.Parse(File.ReadAllText(path), documentOptions: new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip }));
        }
        catch (Exception e) when (e is JsonException or FormatException or InvalidOperationException)
        {
            throw new InvalidDataException($"{path} cannot be read: {e.Message}", e);
        }
    }

    private static HostSettings From(JsonNode? root)
    {
        var defaults = new HostSettings();
        var extensions = root?["extensions"];
        var (blobs, queues, bus) = (extensions?["blobs"], extensions?["queues"], extensions?["serviceBus"]);
        return new HostSettings
        {
            RoutePrefix = extensions?["http"]?["routePrefix"]?.GetValue<string>() ?? defaults.RoutePrefix,
            FunctionTimeout = root?["functionTimeout"] is { } timeout ? Limit(timeout.GetValue<string>()) : defaults.FunctionTimeout,
            BlobParallelism = blobs?["maxDegreeOfParallelism"]?.GetValue<int>() ?? defaults.BlobParallelism,
            PoisonBlobThreshold = blobs?["poisonBlobThreshold"]?.GetValue<int>() ?? defaults.PoisonBlobThreshold,
            MaxDequeueCount = queues?["maxDequeueCount"]?.GetValue<int>() ?? defaults.MaxDequeueCount,
            QueueBatchSize = queues?["batchSize"]?.GetValue<int>() ?? defaults.QueueBatchSize,
            MaxConcurrentCalls = bus?["maxConcurrentCalls"]?.GetValue<int>() ?? defaults.MaxConcurrentCalls,
            MaxMessageBatchSize = bus?["maxMessageBatchSize"]?.GetValue<int>() ?? defaults.MaxMessageBatchSize,
            MaxAutoLockRenewal = Span(bus?["maxAutoLockRenewalDuration"]) ?? defaults.MaxAutoLockRenewal,
        };
    }

    private static TimeSpan? Span(JsonNode? node) =>
        node is null ? null : TimeSpan.Parse(node.GetValue<string>(), CultureInfo.InvariantCulture);

    /// <summary>host.json writes "no limit" as -1.</summary>
    private static TimeSpan? Limit(string text) =>
        text is "-1" or "-00:00:01" ? null : TimeSpan.Parse(text, CultureInfo.InvariantCulture);
}
