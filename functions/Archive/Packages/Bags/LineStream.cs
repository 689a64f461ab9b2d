using System.Text;

namespace Archive.Packages.Bags;

/// <summary>Lines of text as the bytes of a file, made as they are read: a manifest of a hundred thousand lines is never held.</summary>
internal sealed class LineStream(IEnumerable<string> lines) : Stream
{
    private readonly IEnumerator<string> next = lines.GetEnumerator();
    private byte[] line = [];
    private int given;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(Span<byte> buffer)
    {
        var written = 0;
        while (written < buffer.Length)
        {
            if (given == line.Length)
            {
                if (!next.MoveNext())
                    break;
                (line, given) = (Encoding.UTF8.GetBytes(next.Current), 0);
            }

            var count = Math.Min(buffer.Length - written, line.Length - given);
            line.AsSpan(given, count).CopyTo(buffer[written..]);
            (given, written) = (given + count, written + count);
        }

        return written;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            next.Dispose();
        base.Dispose(disposing);
    }
}
