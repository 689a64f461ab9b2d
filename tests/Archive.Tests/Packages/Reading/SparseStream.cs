namespace Archive.Tests.Packages.Reading;

/// <summary>A long file of which only the beginning and the end are written and the rest is zeros; it counts what is read of it.</summary>
internal sealed class SparseStream(byte[] head, long hole, byte[] tail) : Stream
{
    public long BytesRead { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => head.Length + hole + tail.Length;

    public override long Position { get; set; }

    public override int Read(byte[] buffer, int offset, int count)
    {
        var (bytes, at) = Position < head.Length ? (head, Position) : Position < head.Length + hole ? ([], 0) : (tail, Position - head.Length - hole);
        var left = bytes.Length == 0 ? head.Length + hole - Position : bytes.Length - at;
        var got = (int)Math.Clamp(left, 0, count);
        if (bytes.Length == 0)
            Array.Clear(buffer, offset, got);
        else
            Array.Copy(bytes, at, buffer, offset, got);
        Position += got;
        BytesRead += got;
        return got;
    }

    public override long Seek(long offset, SeekOrigin origin) =>
        Position = origin switch { SeekOrigin.Begin => offset, SeekOrigin.Current => Position + offset, _ => Length + offset };

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
