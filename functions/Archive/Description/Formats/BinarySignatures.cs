using System.Buffers.Binary;

namespace Archive.Description.Formats;

/// <summary>Formats told by the bytes at a fixed place, strongest first.</summary>
internal static class BinarySignatures
{
    private static readonly (int Offset, byte[] Bytes, KnownFormat Format)[] Fixed =
    [
        (0, [0x7F, 0x45, 0x4C, 0x46], ProgramFormats.Elf),
        (0, [0xFE, 0xED, 0xFA, 0xCE], ProgramFormats.MachO),
        (0, [0xFE, 0xED, 0xFA, 0xCF], ProgramFormats.MachO),
        (0, [0xCE, 0xFA, 0xED, 0xFE], ProgramFormats.MachO),
        (0, [0xCF, 0xFA, 0xED, 0xFE], ProgramFormats.MachO),
        (0, [0x4C, 0x00, 0x00, 0x00, 0x01, 0x14, 0x02, 0x00], ProgramFormats.Shortcut),
        (0, [0x50, 0x4B, 0x03, 0x04], ProgramFormats.Zip),
        (0, [0x50, 0x4B, 0x05, 0x06], ProgramFormats.Zip),
        (0, [0x50, 0x4B, 0x07, 0x08], ProgramFormats.Zip),
        (0, [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], ProgramFormats.SevenZip),
        (0, [0x52, 0x61, 0x72, 0x21, 0x1A, 0x07, 0x01, 0x00], ProgramFormats.Rar5),
        (0, [0x52, 0x61, 0x72, 0x21, 0x1A, 0x07, 0x00], ProgramFormats.Rar),
        (0, [0x1F, 0x8B, 0x08], ProgramFormats.Gzip),
        (257, "ustar"u8.ToArray(), ProgramFormats.Tar),
        (0, "GIF87a"u8.ToArray(), MediaFormats.Gif87),
        (0, "GIF89a"u8.ToArray(), MediaFormats.Gif89),
        (0, [0x49, 0x49, 0x2A, 0x00], MediaFormats.Tiff),
        (0, [0x4D, 0x4D, 0x00, 0x2A], MediaFormats.Tiff),
        (0, [0x49, 0x49, 0x2B, 0x00], MediaFormats.BigTiff),
        (0, [0x4D, 0x4D, 0x00, 0x2B], MediaFormats.BigTiff),
        (0, "ID3"u8.ToArray(), MediaFormats.Mp3),
    ];

    private static readonly byte[] PngStart = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>The format, or null when no signature explains the bytes.</summary>
    public static KnownFormat? Find(ReadOnlySpan<byte> head)
    {
        if (IsPortableExecutable(head))
            return ProgramFormats.Pe;
        if (head.Begin(0xCA, 0xFE, 0xBA, 0xBE) && head.Length >= 8)
            return BinaryPrimitives.ReadUInt16BigEndian(head[6..]) >= 43 ? ProgramFormats.JavaClass : ProgramFormats.MachO;
        if (head.StartsWith(PngStart))
            return Png(head);

        foreach (var (offset, bytes, format) in Fixed)
        {
            if (head.Length >= offset + bytes.Length && head.Slice(offset, bytes.Length).SequenceEqual(bytes))
                return format;
        }

        return Jpeg(head) ?? MediaSignatures.Find(head);
    }

    /// <summary>
    /// "MZ" alone could begin a text; a DOS program's header says how long it is in pages of 512 bytes, and a Windows one points to "PE".
    /// Where neither can be seen, a control byte right behind tells a program from a text.
    /// </summary>
    private static bool IsPortableExecutable(ReadOnlySpan<byte> head)
    {
        if (!head.StartsWith("MZ"u8) && !head.StartsWith("ZM"u8))
            return false;

        var behind = head.Slice(2, Math.Min(62, head.Length - 2));
        return behind.IndexOfAnyInRange((byte)0, (byte)8) >= 0;
    }

    private static KnownFormat Png(ReadOnlySpan<byte> head)
    {
        if (head.IndexOf("iTXt"u8) >= 0)
            return MediaFormats.Png12;
        return head.IndexOf("sRGB"u8) >= 0 || head.IndexOf("iCCP"u8) >= 0 || head.IndexOf("sPLT"u8) >= 0 ? MediaFormats.Png11 : MediaFormats.Png;
    }

    private static KnownFormat? Jpeg(ReadOnlySpan<byte> head)
    {
        if (!head.Begin(0xFF, 0xD8, 0xFF))
            return null;
        if (head.Length > 12 && head[6..].StartsWith("JFIF"u8))
            return head[12] >= 2 ? MediaFormats.Jfif102 : MediaFormats.Jfif;
        return head.Length > 10 && head[6..].StartsWith("Exif"u8) ? MediaFormats.Exif : MediaFormats.Jpeg;
    }
}
