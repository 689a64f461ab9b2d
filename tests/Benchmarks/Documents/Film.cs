using System.Buffers.Binary;
using System.Text;

namespace Benchmarks.Documents;

/// <summary>
/// An MP4 file of any size that takes no room: a header, then noise made while it is read. Admission takes films by their header, so that
/// nothing but moving the bytes is measured.
/// </summary>
internal sealed class Film(int number, long length) : Stream
{
    private static readonly byte[] Noise = MakeNoise();
    private readonly byte[] header = MakeHeader(number, length);

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => true;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    public override long Length => length;

    /// <inheritdoc/>
    public override long Position { get; set; }

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        var from = Position < header.Length ? header.AsSpan((int)Position) : Noise.AsSpan((int)((Position + number) % Noise.Length));
        var count = (int)Math.Min(Math.Min(buffer.Length, from.Length), length - Position);
        from[..count].CopyTo(buffer);
        Position += count;
        return count;
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => ValueTask.FromResult(Read(buffer.Span));

    /// <inheritdoc/>
    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => Task.FromResult(Read(buffer.AsSpan(offset, count)));

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => Position = offset + (origin switch
    {
        SeekOrigin.Current => Position,
        SeekOrigin.End => length,
        _ => 0,
    });

    /// <inheritdoc/>
    public override void Flush()
    {
    }

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <summary>A file type box, then the head of a data box with a 64-bit length; the number makes each film another.</summary>
    private static byte[] MakeHeader(int number, long length)
    {
        byte[] header = [0, 0, 0, 24, .. "ftypisom"u8, 0, 0, 2, 0, .. "isommp42"u8, 0, 0, 0, 1, .. "mdat"u8, .. new byte[8], .. Encoding.ASCII.GetBytes($"{number:D16}")];
        BinaryPrimitives.WriteInt64BigEndian(header.AsSpan(32), length - 24);
        return header;
    }

    private static byte[] MakeNoise()
    {
        var noise = new byte[4 << 20];
        new Random(1).NextBytes(noise);
        return noise;
    }
}
