namespace Archive.Packages.Reading;

/// <summary>A stretch of a stream, read from its beginning; the stream is its owner's.</summary>
internal sealed class Stretch(Stream stream, long at, long size) : Stream
{
    private long read;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => size;

    public override long Position
    {
        get => read;
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        stream.Position = at + read;
        var got = await stream.ReadAsync(buffer[..(int)Math.Min(buffer.Length, size - read)], cancellationToken);
        read += got;
        return got;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count)
    {
        stream.Position = at + read;
        var got = stream.Read(buffer, offset, (int)Math.Min(count, size - read));
        read += got;
        return got;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
