using Archive.Records;

namespace Archive.Packages.Reading;

/// <summary>A file of a package being read, held to what was declared of it: not a byte more is given, and at its end the size and checksum are right.</summary>
/// <param name="inner">What unpacks it; closed with this.</param>
/// <param name="checksum">Of the whole file; null where the archive file keeps none.</param>
internal sealed class HeldStream(Stream inner, string path, long size, uint? checksum) : Stream
{
    private Crc32 read = new();
    private long count;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => size;

    public override long Position
    {
        get => count;
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        try
        {
            var got = await inner.ReadAsync(buffer, cancellationToken);
            return Hold(buffer.Span, got);
        }
        catch (InvalidDataException)
        {
            throw Damaged("cannot be unpacked");
        }
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(Span<byte> buffer)
    {
        try
        {
            return Hold(buffer, inner.Read(buffer));
        }
        catch (InvalidDataException)
        {
            throw Damaged("cannot be unpacked");
        }
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
            inner.Dispose();
        base.Dispose(disposing);
    }

    private int Hold(Span<byte> buffer, int got)
    {
        count += got;
        if (count > size)
            throw new PackageBrokenException(FindingCodes.DecompressionBomb, path, $"more than {size} bytes");
        if (checksum is not null)
            read.Append(buffer[..got]);
        if (got == 0 && buffer.Length > 0 && (count != size || (checksum is { } declared && read.Value != declared)))
            throw Damaged(count != size ? $"{count} of {size} bytes" : "checksum");
        return got;
    }

    private PackageBrokenException Damaged(string how) => new(FindingCodes.Damaged, path, how);
}
