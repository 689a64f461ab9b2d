using System.Collections.Concurrent;
using Azure.Core;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Microsoft.Extensions.Configuration;

namespace EmbeddedHost.Triggers.Connections;

/// <summary>
/// The storage accounts behind the connection settings, one client each. Client options registered by the app are used as they are, so that
/// a measurement can count requests; the message encoding alone is set here, because bodies are encoded by <see cref="Messages.MessageBody"/>.
/// </summary>
internal sealed class StorageConnections(IConfiguration configuration, BlobClientOptions? blobOptions = null, QueueClientOptions? queueOptions = null)
{
    private readonly BlobClientOptions blobOptions = blobOptions ?? Quick(new BlobClientOptions());
    private readonly QueueClientOptions queueOptions = Plain(queueOptions ?? Quick(new QueueClientOptions()));
    private readonly ConcurrentDictionary<string, BlobServiceClient> blobs = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<string, QueueServiceClient> queues = new(StringComparer.OrdinalIgnoreCase);

    public BlobContainerClient Container(string connection, string name) =>
        blobs.GetOrAdd(connection, key => new BlobServiceClient(Setting(key), blobOptions)).GetBlobContainerClient(name);

    public QueueClient Queue(string connection, string name) =>
        queues.GetOrAdd(connection, key => new QueueServiceClient(Setting(key), queueOptions)).GetQueueClient(name);

    /// <summary>The connection string; fails by the setting's name when there is none.</summary>
    public string Setting(string connection) =>
        configuration[connection]
        ?? configuration["AzureWebJobs" + connection]
        ?? configuration.GetConnectionString(connection)
        ?? throw new InvalidOperationException($"The setting '{connection}', which functions name as their connection, is missing.");

    /// <summary>The pumps have their own patience: a service that is away should be noticed in seconds, not after the client's minutes.</summary>
    private static T Quick<T>(T options)
        where T : ClientOptions
    {
        options.Retry.MaxRetries = 3;
        options.Retry.Delay = TimeSpan.FromMilliseconds(200);
        options.Retry.MaxDelay = TimeSpan.FromSeconds(1);
        return options;
    }

    private static QueueClientOptions Plain(QueueClientOptions options)
    {
        options.MessageEncoding = QueueMessageEncoding.None;
        return options;
    }
}
