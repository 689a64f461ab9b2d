namespace ArchiveFunctions.Description;

/// <summary>
/// A file that refuses to be read once the budget is spent. The libraries that read documents take no cancellation token; this way a loop in
/// one of them ends at its next read instead of holding a thread for ever.
/// </summary>
internal sealed class StoppableStream(Stream inner, CancellationToken budget) : Stream
{
    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => true;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    public override long Length => inner.Length;

    /// <inheritdoc/>
    public override long Position
    {
        get => inner.Position;
        set => inner.Position = value;
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        budget.ThrowIfCancellationRequested();
        return inner.Read(buffer);
    }

    /// <inheritdoc/>
    public override int ReadByte()
    {
        budget.ThrowIfCancellationRequested();
        return inner.ReadByte();
    }

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => inner.Seek(offset, origin);

    /// <inheritdoc/>
    public override void Flush() => inner.Flush();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException("Documents are read only.");

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException("Documents are read only.");
}
