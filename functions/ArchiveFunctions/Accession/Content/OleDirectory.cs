using System.Buffers.Binary;
using System.Text;
using ArchiveFunctions.Description;

namespace ArchiveFunctions.Accession.Content;

/// <summary>A stream or storage of an OLE2 file.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Offset">Where its first sector lies in the file, or -1 when it lies in the mini stream.</param>
internal sealed record OleEntry(string Name, long Offset);

/// <summary>Reads the directory of an OLE2 compound file ([MS-CFB]): sector by sector along the allocation table, with no trust that it ends.</summary>
internal sealed class OleDirectory
{
    private const int EntryBytes = 128;
    private const int MostSectors = 4096;
    private const int InHeader = 109;
    private const uint LastRegular = 0xFFFFFFFA;
    private const int MiniBelow = 4096;

    private readonly Stream stream;
    private readonly byte[] header;
    private readonly int sectorBytes;

    private OleDirectory(Stream stream, byte[] header) => (this.stream, this.header, sectorBytes) = (stream, header, 1 << header[0x1E]);

    /// <summary>The entries; <see cref="InvalidDataException"/> when the file is broken.</summary>
    public static async Task<IReadOnlyList<OleEntry>> ReadAsync(Stream stream, CancellationToken stop)
    {
        var header = await stream.ReadAtAsync(0, 512, stop);
        if (header.Length < 512 || header[0x1E] is not (9 or 12))
            throw new InvalidDataException("No OLE2 header.");

        return await new OleDirectory(stream, header).EntriesAsync(stop);
    }

    private async Task<List<OleEntry>> EntriesAsync(CancellationToken stop)
    {
        var entries = new List<OleEntry>();
        var seen = new HashSet<uint>();
        for (var sector = U32(header, 0x30); sector < LastRegular && seen.Count < MostSectors; sector = await NextAsync(sector, stop))
        {
            if (!seen.Add(sector))
                throw new InvalidDataException("The directory runs in a circle.");

            var bytes = await SectorAsync(sector, stop);
            for (var at = 0; at + EntryBytes <= bytes.Length; at += EntryBytes)
            {
                if (Entry(bytes.AsSpan(at, EntryBytes)) is { } entry)
                    entries.Add(entry);
            }
        }

        return entries;
    }

    private OleEntry? Entry(ReadOnlySpan<byte> bytes)
    {
        int length = BinaryPrimitives.ReadUInt16LittleEndian(bytes[0x40..]);
        if (bytes[0x42] == 0 || length is < 2 or > 64)
            return null;

        var regular = BinaryPrimitives.ReadUInt32LittleEndian(bytes[0x78..]) >= MiniBelow;
        var start = BinaryPrimitives.ReadUInt32LittleEndian(bytes[0x74..]);
        return new(Encoding.Unicode.GetString(bytes[..(length - 2)]), regular && start < LastRegular ? At(start) : -1);
    }

    /// <summary>The sector that follows, by the allocation table, whose own sectors are listed in the header and, in large files, in a chain.</summary>
    private async Task<uint> NextAsync(uint sector, CancellationToken stop)
    {
        var perSector = (uint)sectorBytes / 4;
        var table = await TableSectorAsync(sector / perSector, stop);
        var bytes = await SectorAsync(table, stop);
        return U32(bytes, (int)(sector % perSector) * 4);
    }

    private async Task<uint> TableSectorAsync(uint index, CancellationToken stop)
    {
        if (index < InHeader)
            return U32(header, 0x4C + ((int)index * 4));

        var perSector = ((uint)sectorBytes / 4) - 1;
        var chained = U32(header, 0x44);
        for (var skip = (index - InHeader) / perSector; skip > 0; skip--)
        {
            stop.ThrowIfCancellationRequested();
            chained = U32(await SectorAsync(chained, stop), (int)perSector * 4);
        }

        return U32(await SectorAsync(chained, stop), (int)((index - InHeader) % perSector) * 4);
    }

    private async Task<byte[]> SectorAsync(uint sector, CancellationToken stop)
    {
        if (sector >= LastRegular || At(sector) >= stream.Length)
            throw new InvalidDataException("A sector lies outside the file.");
        return await stream.ReadAtAsync(At(sector), sectorBytes, stop);
    }

    private long At(uint sector) => ((long)sector + 1) * sectorBytes;

    private static uint U32(byte[] bytes, int at) =>
        at + 4 <= bytes.Length ? BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(at)) : throw new InvalidDataException("A sector is cut.");
}
