namespace ArchiveFunctions.ReadingRoom.Deliveries.Pdf;

/// <summary>Lent to a library that closes what it was given.</summary>
internal sealed class UncloseableStream(Stream lent) : Stream
{
    /// <inheritdoc/>
    public override bool CanRead => lent.CanRead;

    /// <inheritdoc/>
    public override bool CanSeek => lent.CanSeek;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    public override long Length => lent.Length;

    /// <inheritdoc/>
    public override long Position { get => lent.Position; set => lent.Position = value; }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => lent.Read(buffer, offset, count);

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer) => lent.Read(buffer);

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => lent.Seek(offset, origin);

    /// <inheritdoc/>
    public override void Flush() => lent.Flush();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
