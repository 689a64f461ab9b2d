using System.Buffers.Binary;
using System.Text;
using SampleMaker.Pdf;

namespace SampleMaker.Office;

/// <summary>A part of a container.</summary>
/// <param name="Name">Its path inside.</param>
/// <param name="Content">What it unpacks to.</param>
/// <param name="Packed">How it stands in the container, where the ordinary packing is not wanted.</param>
internal sealed record ZipPart(string Name, byte[] Content, byte[]? Packed = null)
{
    public ZipPart(string name, string content)
        : this(name, Encoding.UTF8.GetBytes(content))
    {
    }
}

/// <summary>A ZIP container without times or traces of the machine that wrote it.</summary>
internal static class ZipFile
{
    /// <summary>1 January 1980, the earliest a container can say.</summary>
    private const int NoTime = 0x00210000;

    /// <summary>Packs parts in the order given.</summary>
    public static byte[] Pack(params IEnumerable<ZipPart> parts)
    {
        using var file = new MemoryStream();
        using var directory = new MemoryStream();
        var count = 0;
        foreach (var part in parts)
        {
            var (packed, name, at) = (part.Packed ?? Deflate.Raw(part.Content), Encoding.UTF8.GetBytes(part.Name), (int)file.Length);
            var common = Common(part.Content, packed.Length, name.Length);
            file.Write([0x50, 0x4B, 3, 4, .. common, .. name, .. packed]);
            directory.Write([0x50, 0x4B, 1, 2, 20, 0, .. common, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, .. Bytes(at), .. name]);
            count++;
        }

        var start = (int)file.Length;
        file.Write(directory.ToArray());
        file.Write([0x50, 0x4B, 5, 6, 0, 0, 0, 0, (byte)count, 0, (byte)count, 0, .. Bytes((int)directory.Length), .. Bytes(start), 0, 0]);
        return file.ToArray();
    }

    /// <summary>Version 2.0, names in UTF-8, deflated; then time, checksum, sizes and lengths.</summary>
    private static byte[] Common(byte[] content, int packed, int name) =>
        [20, 0, 0, 8, 8, 0, .. Bytes(NoTime), .. Bytes(unchecked((int)Crc32.Of(content))), .. Bytes(packed), .. Bytes(content.Length), (byte)name, 0, 0, 0];

    private static byte[] Bytes(int value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, value);
        return bytes;
    }
}
