using System.Buffers;
using System.Security.Cryptography;
using Archive.Records;

namespace ArchiveFunctions.Accession;

/// <summary>
/// One pass over an upload's bytes: digest, size, the first and last 64 KB, and, while the upload is small, all of it, so that checking a
/// small document needs no second read. Memory is bounded whatever the size.
/// </summary>
internal sealed class ContentPass
{
    /// <summary>Uploads up to this size stay in memory for checking.</summary>
    public const int Whole = 16 << 20;

    private const int Window = 64 << 10;
    private const int Chunk = 256 << 10;

    private ContentPass(Sha256Digest digest, long size, byte[] head, byte[] tail, byte[]? all) => (Digest, Size, Head, Tail, All) = (digest, size, head, tail, all);

    public Sha256Digest Digest { get; }

    public long Size { get; }

    public byte[] Head { get; }

    public byte[] Tail { get; }

    /// <summary>The whole content, or null when it is larger than <see cref="Whole"/>.</summary>
    public byte[]? All { get; }

    public static async Task<ContentPass> Over(Stream content, long length, CancellationToken stop)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var all = length <= Whole ? new MemoryStream((int)length) : null;
        var head = new MemoryStream(Window);
        var tail = new TailWindow(Window);
        var buffer = ArrayPool<byte>.Shared.Rent(Chunk);
        try
        {
            long size = 0;
            for (int read; (read = await content.ReadAsync(buffer, stop)) > 0; size += read)
            {
                var bytes = buffer.AsSpan(0, read);
                hash.AppendData(bytes);
                head.Write(bytes[..(int)Math.Min(read, Window - head.Length)]);
                tail.Write(bytes);
                all?.Write(bytes);
            }

            return new ContentPass(Sha256Digest.Of(hash.GetHashAndReset()), size, head.ToArray(), tail.ToArray(), all?.ToArray());
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>The last bytes written, in a ring.</summary>
    private sealed class TailWindow(int capacity)
    {
        private readonly byte[] ring = new byte[capacity];
        private long written;

        public void Write(ReadOnlySpan<byte> bytes)
        {
            var kept = bytes.Length > capacity ? bytes[^capacity..] : bytes;
            var at = (int)((written + bytes.Length - kept.Length) % capacity);
            var untilEnd = Math.Min(kept.Length, capacity - at);
            kept[..untilEnd].CopyTo(ring.AsSpan(at));
            kept[untilEnd..].CopyTo(ring);
            written += bytes.Length;
        }

        public byte[] ToArray()
        {
            if (written <= capacity)
                return ring[..(int)written];
            var start = (int)(written % capacity);
            return [.. ring[start..], .. ring[..start]];
        }
    }
}
