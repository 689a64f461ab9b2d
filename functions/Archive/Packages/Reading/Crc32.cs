using System.Buffers.Binary;

namespace Archive.Packages.Reading;

/// <summary>The checksum of ZIP and gzip, eight bytes at a step.</summary>
internal struct Crc32()
{
    private const int Step = 8;

    private static readonly uint[] Tables = Made();

    private uint state = uint.MaxValue;

    public readonly uint Value => ~state;

    public static uint Of(ReadOnlySpan<byte> bytes)
    {
        var checksum = new Crc32();
        checksum.Append(bytes);
        return checksum.Value;
    }

    public void Append(ReadOnlySpan<byte> bytes)
    {
        var crc = state;
        ReadOnlySpan<uint> tables = Tables;
        for (; bytes.Length >= Step; bytes = bytes[Step..])
        {
            var low = BinaryPrimitives.ReadUInt32LittleEndian(bytes) ^ crc;
            var high = BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]);
            crc = tables[1792 + (int)(low & 0xFF)] ^ tables[1536 + (int)((low >> 8) & 0xFF)] ^ tables[1280 + (int)((low >> 16) & 0xFF)] ^ tables[1024 + (int)(low >> 24)]
                ^ tables[768 + (int)(high & 0xFF)] ^ tables[512 + (int)((high >> 8) & 0xFF)] ^ tables[256 + (int)((high >> 16) & 0xFF)] ^ tables[(int)(high >> 24)];
        }

        foreach (var one in bytes)
            crc = tables[(int)((crc ^ one) & 0xFF)] ^ (crc >> 8);
        state = crc;
    }

    private static uint[] Made()
    {
        var tables = new uint[Step * 256];
        for (uint one = 0; one < 256; one++)
        {
            var crc = one;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ 0xEDB88320;
            tables[one] = crc;
        }

        for (var at = 256; at < tables.Length; at++)
            tables[at] = tables[tables[at - 256] & 0xFF] ^ (tables[at - 256] >> 8);
        return tables;
    }
}
