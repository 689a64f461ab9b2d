using System.Globalization;

namespace ArchiveFunctions.ReadingRoom;

/// <summary>What a <c>Range</c> header asks for (RFC 9110, 14).</summary>
public abstract record ByteRange
{
    private ByteRange()
    {
    }

    /// <summary>All bytes: no range was asked for, or none this server answers (several, another unit, malformed), which the RFC says to ignore.</summary>
    public sealed record Whole : ByteRange;

    /// <summary>Some bytes.</summary>
    /// <param name="First">The first, from 0.</param>
    /// <param name="Length">How many, at least 1.</param>
    public sealed record Part(long First, long Length) : ByteRange;

    /// <summary>Bytes that do not exist.</summary>
    public sealed record Unsatisfiable : ByteRange;

    /// <summary>Reads a header against a content's size.</summary>
    public static ByteRange Of(string? header, long size)
    {
        const string unit = "bytes=";
        if (header is null || !header.StartsWith(unit, StringComparison.OrdinalIgnoreCase) || header.Contains(',', StringComparison.Ordinal))
            return new Whole();

        var ends = header[unit.Length..].Trim().Split('-');
        if (ends.Length != 2 || !TryRead(ends[0], out var first) || !TryRead(ends[1], out var last) || (first is null && last is null) || last < first)
            return new Whole();

        return first is null ? Suffix(last!.Value, size) : From(first.Value, last ?? long.MaxValue, size);
    }

    private static ByteRange Suffix(long length, long size) =>
        length == 0 || size == 0 ? new Unsatisfiable() : new Part(Math.Max(0, size - length), Math.Min(length, size));

    private static ByteRange From(long first, long last, long size) =>
        first >= size ? new Unsatisfiable() : new Part(first, Math.Min(last, size - 1) - first + 1);

    /// <summary>A number, or none; one too large to count bytes with means all there are.</summary>
    private static bool TryRead(string text, out long? number)
    {
        number = null;
        if (text.Length == 0)
            return true;
        if (!text.All(char.IsAsciiDigit))
            return false;
        number = long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var counted) ? counted : long.MaxValue;
        return true;
    }
}
