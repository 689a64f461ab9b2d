using System.Buffers.Binary;
using System.Text;
using SampleMaker.Office;
using SampleMaker.Pdf;

namespace SampleMaker.Refused;

/// <summary>PNG files.</summary>
internal static class Picture
{
    /// <summary>A grey picture that says it has this size; <paramref name="rows"/> of them are really there.</summary>
    public static byte[] Png(int width, int height, int rows)
    {
        var size = new byte[8];
        BinaryPrimitives.WriteInt32BigEndian(size, width);
        BinaryPrimitives.WriteInt32BigEndian(size.AsSpan(4), height);
        var dots = Enumerable.Repeat((byte)0xAA, rows * (1 + width)).Select((dot, i) => i % (1 + width) == 0 ? (byte)0 : dot).ToArray();
        return [0x89, .. "PNG\r\n\u001a\n"u8, .. Chunk("IHDR", [.. size, 8, 0, 0, 0, 0]), .. Chunk("IDAT", Deflate.Zlib(dots)), .. Chunk("IEND", [])];
    }

    private static byte[] Chunk(string type, byte[] content)
    {
        byte[] body = [.. Encoding.ASCII.GetBytes(type), .. content];
        var (length, checksum) = (new byte[4], new byte[4]);
        BinaryPrimitives.WriteInt32BigEndian(length, content.Length);
        BinaryPrimitives.WriteUInt32BigEndian(checksum, Crc32.Of(body));
        return [.. length, .. body, .. checksum];
    }
}
