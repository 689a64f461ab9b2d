using System.Buffers.Binary;

namespace ArchiveFunctions.Description.Images;

/// <summary>Walks the image directories of a TIFF or BigTIFF, one after the other, without trusting that they lead anywhere or end.</summary>
internal sealed class TiffDirectories(Stream stream, long size, bool littleEndian, bool big)
{
    private const int Most = 10_000;
    private const int WidthTag = 256;
    private const int HeightTag = 257;

    private int EntryBytes => big ? 20 : 12;

    /// <summary>The largest image and the number of images; null when the first directory cannot be read.</summary>
    public static async Task<ImageHeader?> ReadAsync(Stream stream, long size, CancellationToken stop)
    {
        var head = await stream.ReadAtAsync(0, (int)Math.Min(size, 16), stop);
        if (head.Length < 16)
            return null;

        var little = head[0] == 'I';
        var big = head[little ? 2 : 3] == 0x2B;
        var walk = new TiffDirectories(stream, size, little, big);
        return await walk.WalkAsync(big ? (long)walk.U64(head.AsSpan(8)) : walk.U32(head.AsSpan(4)), stop);
    }

    private async Task<ImageHeader?> WalkAsync(long offset, CancellationToken stop)
    {
        ImageHeader? largest = null;
        var seen = new HashSet<long>();
        while (offset > 0 && offset < size && seen.Count < Most && seen.Add(offset))
        {
            if (await DirectoryAsync(offset, stop) is not { } directory)
                break;

            var (width, height, next) = directory;
            if (largest is null || width * height > largest.Width * largest.Height)
                largest = new(width, height, 1);
            offset = next;
        }

        return largest is null ? null : largest with { Images = seen.Count };
    }

    private async Task<(long Width, long Height, long Next)?> DirectoryAsync(long offset, CancellationToken stop)
    {
        var countBytes = big ? 8 : 2;
        var head = await stream.ReadAtAsync(offset, countBytes, stop);
        if (head.Length < countBytes)
            return null;

        var count = big ? U64(head) : U16(head);
        if (count is 0 or > 4096)
            return null;

        var entries = (int)count * EntryBytes;
        var body = await stream.ReadAtAsync(offset + countBytes, entries + (big ? 8 : 4), stop);
        if (body.Length < entries)
            return null;

        var ends = body.Length == entries + (big ? 8 : 4);
        var next = !ends ? 0 : big ? (long)U64(body.AsSpan(entries)) : U32(body.AsSpan(entries));
        return (Tag(body, (int)count, WidthTag), Tag(body, (int)count, HeightTag), next);
    }

    /// <summary>A short or long value stands in the entry itself. Anything else is no dimension.</summary>
    private long Tag(ReadOnlySpan<byte> entries, int count, int tag)
    {
        for (var i = 0; i < count; i++)
        {
            var entry = entries.Slice(i * EntryBytes, EntryBytes);
            if (U16(entry) == tag)
                return U16(entry[2..]) switch { 3 => U16(entry[(big ? 12 : 8)..]), 4 => U32(entry[(big ? 12 : 8)..]), _ => 0 };
        }

        return 0;
    }

    private ushort U16(ReadOnlySpan<byte> at) => littleEndian ? BinaryPrimitives.ReadUInt16LittleEndian(at) : BinaryPrimitives.ReadUInt16BigEndian(at);

    private uint U32(ReadOnlySpan<byte> at) => littleEndian ? BinaryPrimitives.ReadUInt32LittleEndian(at) : BinaryPrimitives.ReadUInt32BigEndian(at);

    private ulong U64(ReadOnlySpan<byte> at) => littleEndian ? BinaryPrimitives.ReadUInt64LittleEndian(at) : BinaryPrimitives.ReadUInt64BigEndian(at);
}
