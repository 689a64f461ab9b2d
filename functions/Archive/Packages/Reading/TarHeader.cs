using System.Buffers.Binary;
using System.Text;

namespace Archive.Packages.Reading;

/// <summary>One header block of a tar.</summary>
/// <param name="Name">As far as the block itself says it.</param>
/// <param name="Size">Of what follows, in bytes.</param>
/// <param name="Kind">The type flag.</param>
internal sealed record TarHeader(string Name, long Size, char Kind)
{
    public const int Block = 512;

    /// <summary>Whether a block is one by its checksum; a tar has no other mark that all its writers make.</summary>
    public static bool Is(ReadOnlySpan<byte> block)
    {
        if (block.Length < Block || block.IndexOfAnyExcept((byte)0) < 0)
            return false;

        var sum = 8 * ' ';
        for (var at = 0; at < Block; at++)
            sum += at is >= 148 and < 156 ? 0 : block[at];
        return TryNumber(block.Slice(148, 8), out var written) && written == sum;
    }

    /// <exception cref="InvalidDataException">It is none.</exception>
    public static TarHeader Read(ReadOnlySpan<byte> block)
    {
        if (!Is(block) || !TryNumber(block.Slice(124, 12), out var size) || size < 0)
            throw new InvalidDataException("No tar header where one must be.");

        var name = Text(block[..100]);
        var prefix = block[257..].StartsWith("ustar\0"u8) ? Text(block.Slice(345, 155)) : "";
        return new(prefix.Length > 0 ? $"{prefix}/{name}" : name, size, block[156] == 0 ? '0' : (char)block[156]);
    }

    /// <summary>How many bytes of padding follow a content of that size.</summary>
    public static long Padded(long size) => checked((size + Block - 1) / Block * Block);

    /// <summary>Bytes up to NUL as UTF-8. What is none has the replacement letter in it, by which the name is refused.</summary>
    public static string Text(ReadOnlySpan<byte> bytes)
    {
        var end = bytes.IndexOf((byte)0);
        return Encoding.UTF8.GetString(end < 0 ? bytes : bytes[..end]);
    }

    /// <summary>Octal digits, or where they would not suffice a big-endian number marked by its first bit.</summary>
    private static bool TryNumber(ReadOnlySpan<byte> field, out long number)
    {
        number = 0;
        if ((field[0] & 0x80) != 0)
        {
            number = field.Length >= 8 ? BinaryPrimitives.ReadInt64BigEndian(field[^8..]) : 0;
            return field[0] == 0x80 && field[1..^8].IndexOfAnyExcept((byte)0) < 0;
        }

        foreach (var digit in field.Trim("\0 "u8))
        {
            if (digit is < (byte)'0' or > (byte)'7')
                return false;
            number = (number * 8) + (digit - '0');
        }

        return true;
    }
}
