using System.Text;
using System.Text.Unicode;

namespace ArchiveFunctions.Description.Plain;

/// <summary>Turns bytes into text.</summary>
internal static class TextDecoding
{
    /// <summary>
    /// Decodes by the byte order mark, else as UTF-8 where that is sound, else byte by byte (Latin-1): Vietnamese before Unicode was 8-bit, and the
    /// conversion of legacy encodings works on those letters.
    /// </summary>
    /// <param name="bytes">The text, possibly cut in the middle of a letter.</param>
    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
            return Encoding.Unicode.GetString(bytes[2..]);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
            return Encoding.BigEndianUnicode.GetString(bytes[2..]);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
            return Encoding.UTF8.GetString(bytes[3..]);

        var whole = WithoutCutLetter(bytes);
        return Utf8.IsValid(whole) ? Encoding.UTF8.GetString(whole) : Encoding.Latin1.GetString(bytes);
    }

    private static ReadOnlySpan<byte> WithoutCutLetter(ReadOnlySpan<byte> bytes)
    {
        for (var back = 1; back <= Math.Min(3, bytes.Length) && bytes[^back] >= 0x80; back++)
        {
            if (bytes[^back] >= 0xC0 && !Utf8.IsValid(bytes[^back..]))
                return bytes[..^back];
        }

        return bytes;
    }
}
