namespace Archive.Tests.Packages.Reading;

/// <summary>A stream as a network is one: it is written to, forward only, and never waits for its bytes to go. It counts them.</summary>
/// <param name="inner">Where they go; null for nowhere.</param>
/// <param name="look">Called once in so many bytes.</param>
internal sealed class ForwardOnly(Stream? inner, Action? look = null, long every = 10 << 20) : Stream
{
    public long Count { get; private set; }

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (inner is not null)
            await inner.WriteAsync(buffer, cancellationToken);
        if (Count / every != (Count + buffer.Length) / every)
            look?.Invoke();
        Count += buffer.Length;
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException("Written to while somebody waits.");

    public override void Flush() => throw new NotSupportedException("Flushed while somebody waits.");

    public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
