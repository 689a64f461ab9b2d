namespace EmbeddedHost.Storage;

/// <summary>The loopback ports of the storage service: blobs, the next one for queues, the one after it for tables.</summary>
/// <param name="Blob">The blob port, 1 to 65533.</param>
public readonly record struct StoragePorts(int Blob)
{
    /// <summary>How many ports in a row the service takes.</summary>
    public const int Count = 3;

    /// <summary>The queue port.</summary>
    public int Queue => Blob + 1;

    /// <summary>The table port.</summary>
    public int Table => Blob + 2;

    /// <summary>All three, in order.</summary>
    public IEnumerable<int> All => Enumerable.Range(Blob, Count);

    /// <inheritdoc/>
    public override string ToString() => $"{Blob}-{Table}";
}
