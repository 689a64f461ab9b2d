namespace Archive.Packages.Messages;

/// <summary>
/// A stream of which a reader may take so much at one step. What an XML reader holds whole (a tag with its attributes) has an end so, however long the file
/// is; text, which it gives in pieces, may be of any length.
/// </summary>
/// <param name="inner">Its owner's.</param>
/// <param name="most">Bytes a step.</param>
internal sealed class PacedStream(Stream inner, int most) : Stream
{
    private long taken;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>A step begins.</summary>
    public void Step() => taken = 0;

    /// <exception cref="InvalidDataException">The step is too long.</exception>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (taken > most)
            throw new InvalidDataException($"a tag longer than {most} bytes");
        var got = await inner.ReadAsync(buffer, cancellationToken);
        taken += got;
        return got;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
