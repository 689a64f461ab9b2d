using System.Buffers.Binary;
using ArchiveFunctions.Description;

namespace ArchiveFunctions.Accession.Content;

/// <summary>What the end of a ZIP says of its directory, read before anything makes objects of the directory's entries.</summary>
/// <param name="Entries">How many entries there are.</param>
/// <param name="Bytes">How long the directory is.</param>
internal sealed record ZipDirectoryEnd(ulong Entries, ulong Bytes)
{
    private const int EndBytes = 22;
    private const int LongestComment = ushort.MaxValue;

    /// <summary>Reads the end record, the 64-bit one where it stands in for the other; null when there is none.</summary>
    public static async Task<ZipDirectoryEnd?> ReadAsync(Stream stream, long size, CancellationToken stop)
    {
        var length = (int)Math.Min(size, LongestComment + EndBytes + 128);
        return Find(await stream.ReadAtAsync(size - length, length, stop));
    }

    private static ZipDirectoryEnd? Find(ReadOnlySpan<byte> tail)
    {
        var at = tail.LastIndexOf("PK\x05\x06"u8);
        if (at < 0 || tail.Length - at < EndBytes)
            return null;

        ulong entries = BinaryPrimitives.ReadUInt16LittleEndian(tail[(at + 10)..]);
        ulong bytes = BinaryPrimitives.ReadUInt32LittleEndian(tail[(at + 12)..]);
        var large = tail[..at].LastIndexOf("PK\x06\x06"u8);
        return (entries == ushort.MaxValue || bytes == uint.MaxValue) && large >= 0 && tail.Length - large >= 48
            ? new(BinaryPrimitives.ReadUInt64LittleEndian(tail[(large + 32)..]), BinaryPrimitives.ReadUInt64LittleEndian(tail[(large + 40)..]))
            : new(entries, bytes);
    }
}
