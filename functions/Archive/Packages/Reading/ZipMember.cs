using System.Buffers.Binary;
using System.Text;

namespace Archive.Packages.Reading;

/// <summary>An entry as a ZIP's directory has it.</summary>
/// <param name="Path">Its name, without the separator at the end that marks a folder.</param>
/// <param name="RawName">Its name's bytes, to be held against those before its content.</param>
internal sealed record ZipMember(
    int Index, string Path, bool IsFolder, ReadOnlyMemory<byte> RawName, ushort Flags, ushort Method, uint Checksum, long Packed, long Size, long Offset, byte Host, uint Attributes)
{
    private const int Fixed = 46;
    private const int Utf8Flag = 1 << 11;
    private const int LargeExtra = 0x0001;
    private const int UnicodePathExtra = 0x7075;

    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);
    private static readonly Encoding Cp437 = CodePagesEncodingProvider.Instance.GetEncoding(437)!;

    /// <summary>Plain encryption, strong encryption, a hidden directory, and WinZip's AES.</summary>
    public bool IsEncrypted => (Flags & (1 | 1 << 6 | 1 << 13)) != 0 || Method == 99;

    /// <summary>A link, a device, a socket: anything Unix or Windows marks as neither a file nor a folder.</summary>
    public bool IsSpecial => (Attributes >> 28) is not (0 or 4 or 8) || (Attributes & 0x400) != 0;

    /// <summary>Sizes and checksum stand after the content, not before it.</summary>
    public bool IsDescribedAfter => (Flags & 1 << 3) != 0;

    /// <summary>Reads the entry at the beginning of these bytes, and says how long it is.</summary>
    public static (ZipMember Member, int Length) Read(int index, ReadOnlyMemory<byte> bytes)
    {
        var span = bytes.Span;
        int Short(int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes.Span[at..]);

        if (span.Length < Fixed || !span.StartsWith("PK\x01\x02"u8) || span.Length < Fixed + Short(28) + Short(30) + Short(32))
            throw new InvalidDataException("The directory ends within an entry.");

        var (name, extra) = (bytes.Slice(Fixed, Short(28)), bytes.Slice(Fixed + Short(28), Short(30)));
        long size = BinaryPrimitives.ReadUInt32LittleEndian(span[24..]), packed = BinaryPrimitives.ReadUInt32LittleEndian(span[20..]), offset = BinaryPrimitives.ReadUInt32LittleEndian(span[42..]);
        (size, packed, offset) = Large(extra.Span, size, packed, offset);
        var text = Name(name.Span, extra.Span, Short(8));
        var member = new ZipMember(
            index, text.TrimEnd('/'), text.EndsWith('/'), name, (ushort)Short(8), (ushort)Short(10), BinaryPrimitives.ReadUInt32LittleEndian(span[16..]),
            packed, size, offset, span[5], BinaryPrimitives.ReadUInt32LittleEndian(span[38..]));
        return (text.EndsWith("//", StringComparison.Ordinal) ? member with { Path = text } : member, Fixed + name.Length + extra.Length + Short(32));
    }

    /// <summary>Sizes and offset beyond 32 bits, of which the field holds those that do not fit, in this order.</summary>
    public static (long Size, long Packed, long Offset) Large(ReadOnlySpan<byte> extra, long size, long packed, long offset)
    {
        var field = Field(extra, LargeExtra);
        var values = new[] { size, packed, offset };
        foreach (ref var value in values.AsSpan())
        {
            if (value != uint.MaxValue)
                continue;
            if (field.Length < 8)
                return (values[0], values[1], values[2]);
            value = BinaryPrimitives.ReadInt64LittleEndian(field);
            field = field[8..];
            if (value < 0)
                throw new InvalidDataException("A size beyond 63 bits.");
        }

        return (values[0], values[1], values[2]);
    }

    /// <summary>
    /// The flag says UTF-8. Without it the standard says code page 437; but some archivers write UTF-8 and do not say so, and an accented name in
    /// code page 437 is hardly ever valid UTF-8 by chance. Another name for Unicode is believed where it was made for this one.
    /// </summary>
    private static string Name(ReadOnlySpan<byte> name, ReadOnlySpan<byte> extra, int flags)
    {
        try
        {
            var unicode = Field(extra, UnicodePathExtra);
            if (unicode.Length > 5 && unicode[0] == 1 && BinaryPrimitives.ReadUInt32LittleEndian(unicode[1..]) == Crc32.Of(name))
                return Strict.GetString(unicode[5..]);
            return Strict.GetString(name);
        }
        catch (DecoderFallbackException)
        {
            return (flags & Utf8Flag) != 0 ? Encoding.UTF8.GetString(name) : Cp437.GetString(name);
        }
    }

    private static ReadOnlySpan<byte> Field(ReadOnlySpan<byte> extra, int id)
    {
        while (extra.Length >= 4)
        {
            var length = BinaryPrimitives.ReadUInt16LittleEndian(extra[2..]);
            if (extra.Length < 4 + length)
                return default;
            if (BinaryPrimitives.ReadUInt16LittleEndian(extra) == id)
                return extra.Slice(4, length);
            extra = extra[(4 + length)..];
        }

        return default;
    }
}
