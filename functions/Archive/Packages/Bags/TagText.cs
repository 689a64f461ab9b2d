using System.Text;

namespace Archive.Packages.Bags;

/// <summary>What a text tag file is as a text.</summary>
/// <param name="Path">Below the bag's folder.</param>
/// <param name="HasMark">Whether it begins with a byte-order mark.</param>
/// <param name="IsDecoded">Whether its bytes are text in its encoding.</param>
/// <param name="IsEnded">Whether its last line is ended.</param>
/// <param name="IsCut">Whether it has more or longer lines than are read.</param>
/// <param name="MayHaveMark">Whether its encoding needs one.</param>
internal sealed record TagText(string Path, bool HasMark, bool IsDecoded, bool IsEnded, bool IsCut, bool MayHaveMark)
{
    /// <summary>UTF-8, which declarations are always in.</summary>
    public static readonly Encoding Utf8 = new UTF8Encoding(false, throwOnInvalidBytes: true);

    /// <summary>The encoding of a registered name; null where this archive knows none.</summary>
    public static Encoding? Named(string name)
    {
        if (name.Equals("UTF-8", StringComparison.OrdinalIgnoreCase))
            return Utf8;
        if (CodePagesEncodingProvider.Instance.GetEncoding(name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback) is { } page)
            return page;
        try
        {
            // UTF-7 could hide what a line says, and the runtime refuses it.
            return Encoding.GetEncoding(name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
        }
        catch (Exception unknown) when (unknown is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    public static TagText Of(string path, TagLines lines, Encoding encoding) =>
        new(path, lines.HasMark, lines.IsDecoded, lines.IsEnded, lines.IsCut, encoding is UnicodeEncoding or UTF32Encoding);
}
