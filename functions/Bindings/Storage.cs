using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>How the host learns of new blobs.</summary>
public enum BlobTriggerSource
{
    /// <summary>Scanning the container.</summary>
    LogsAndContainerScan = 0,

    /// <summary>Event Grid events.</summary>
    EventGrid = 1,
}

/// <summary>Starts a function on a new or changed blob.</summary>
public sealed class BlobTriggerAttribute(string blobPath) : TriggerBindingAttribute
{
    /// <summary>Container and name pattern; tokens in braces bind by name to string parameters.</summary>
    public string BlobPath { get; } = blobPath;

    /// <summary>The setting that names the storage account.</summary>
    public string? Connection { get; set; }

    /// <summary>How the host learns of new blobs.</summary>
    public BlobTriggerSource Source { get; set; }
}

/// <summary>Starts a function on a storage-queue message.</summary>
public sealed class QueueTriggerAttribute(string queueName) : TriggerBindingAttribute
{
    /// <summary>The queue.</summary>
    public string QueueName { get; } = queueName;

    /// <summary>The setting that names the storage account.</summary>
    public string? Connection { get; set; }
}
