using System.Buffers.Binary;

namespace Archive.Packages.Reading;

/// <summary>What the end of a ZIP says of its directory, read before anything makes objects of the directory's entries.</summary>
/// <param name="Entries">How many entries there are.</param>
/// <param name="Bytes">How long the directory is.</param>
/// <param name="Offset">Where the directory says it begins.</param>
/// <param name="At">Where the record of its end stands.</param>
/// <param name="IsLast">Whether the file ends with it, and it is one file and no part of several.</param>
public sealed record ZipDirectoryEnd(ulong Entries, ulong Bytes, ulong Offset, long At, bool IsLast)
{
    private const int EndBytes = 22;
    private const int LargeEndBytes = 56;
    private const int LocatorBytes = 20;

    /// <summary>Reads the end record, the 64-bit one where it stands in for the other; null when there is none.</summary>
    public static async Task<ZipDirectoryEnd?> ReadAsync(Stream stream, CancellationToken stop)
    {
        var length = (int)Math.Min(stream.Length, ushort.MaxValue + EndBytes);
        var tail = await stream.StretchAsync(stream.Length - length, length, stop);
        var at = tail.AsSpan().LastIndexOf("PK\x05\x06"u8);
        if (at < 0 || tail.Length - at < EndBytes)
            return null;

        var end = Read(tail.AsSpan(at), stream.Length - length + at);
        return end.Entries == ushort.MaxValue || end.Bytes == uint.MaxValue || end.Offset == uint.MaxValue ? await ReadLargeAsync(stream, end, stop) : end;
    }

    private static ZipDirectoryEnd Read(ReadOnlySpan<byte> record, long at)
    {
        var entries = BinaryPrimitives.ReadUInt16LittleEndian(record[10..]);
        var onePart = BinaryPrimitives.ReadUInt32LittleEndian(record[4..]) == 0 && BinaryPrimitives.ReadUInt16LittleEndian(record[8..]) == entries;
        return new(
            entries,
            BinaryPrimitives.ReadUInt32LittleEndian(record[12..]),
            BinaryPrimitives.ReadUInt32LittleEndian(record[16..]),
            at,
            onePart && record.Length == EndBytes + BinaryPrimitives.ReadUInt16LittleEndian(record[20..]));
    }

    /// <summary>The locator before the end record tells where the 64-bit record is.</summary>
    private static async Task<ZipDirectoryEnd> ReadLargeAsync(Stream stream, ZipDirectoryEnd end, CancellationToken stop)
    {
        if (end.At < LocatorBytes + LargeEndBytes)
            return end;

        var locator = await stream.StretchAsync(end.At - LocatorBytes, LocatorBytes, stop);
        if (!locator.AsSpan().StartsWith("PK\x06\x07"u8))
            return end;

        var at = BinaryPrimitives.ReadInt64LittleEndian(locator.AsSpan(8));
        var large = await stream.StretchAsync(at, LargeEndBytes, stop);
        if (!large.AsSpan().StartsWith("PK\x06\x06"u8))
            throw new InvalidDataException("The directory's end is not where it is said to be.");

        var onePart = BinaryPrimitives.ReadUInt64LittleEndian(large.AsSpan(16)) == 0
            && BinaryPrimitives.ReadUInt64LittleEndian(large.AsSpan(24)) == BinaryPrimitives.ReadUInt64LittleEndian(large.AsSpan(32));
        return new(
            BinaryPrimitives.ReadUInt64LittleEndian(large.AsSpan(32)),
            BinaryPrimitives.ReadUInt64LittleEndian(large.AsSpan(40)),
            BinaryPrimitives.ReadUInt64LittleEndian(large.AsSpan(48)),
            at,
            end.IsLast && onePart);
    }
}
