using System.Buffers;
using System.Text;

namespace Archive.Description.Formats;

/// <summary>Which PDF a PDF is: the version of its header, or the PDF/A part and level its XMP packet declares.</summary>
internal static class PdfFlavour
{
    private const string MediaType = "application/pdf";

    private static readonly SearchValues<byte> Between = SearchValues.Create(" =\"'>\r\n\t"u8);

    private static readonly Dictionary<string, string> Versions = new(StringComparer.Ordinal)
    {
        ["1.0"] = "fmt/14", ["1.1"] = "fmt/15", ["1.2"] = "fmt/16", ["1.3"] = "fmt/17", ["1.4"] = "fmt/18",
        ["1.5"] = "fmt/19", ["1.6"] = "fmt/20", ["1.7"] = "fmt/276", ["2.0"] = "fmt/1129",
    };

    private static readonly Dictionary<string, string> Archival = new(StringComparer.Ordinal)
    {
        ["1a"] = "fmt/95", ["1b"] = "fmt/354", ["2a"] = "fmt/476", ["2b"] = "fmt/477", ["2u"] = "fmt/478",
        ["3a"] = "fmt/479", ["3b"] = "fmt/480", ["3u"] = "fmt/481", ["4"] = "fmt/1910", ["4e"] = "fmt/1911", ["4f"] = "fmt/1912",
    };

    public static readonly IReadOnlyList<string> Extensions = ["pdf", "ai"];

    /// <summary>The PDF whose header begins at <paramref name="header"/>; the packet is looked for where it can be seen.</summary>
    public static FormatIdentity Of(ReadOnlySpan<byte> header, ReadOnlySpan<byte> head, ReadOnlySpan<byte> tail)
    {
        var level = Level(head) ?? Level(tail);
        if (level is not null)
            return new(Archival[level], $"Acrobat PDF/A-{level}", MediaType, FormatFamily.Pdf);

        var version = header.Length >= 8 ? Encoding.Latin1.GetString(header[5..8]) : "";
        return new(Versions.GetValueOrDefault(version, ""), $"Acrobat PDF {(Versions.ContainsKey(version) ? version : "of an unknown version")}", MediaType, FormatFamily.Pdf);
    }

    private static string? Level(ReadOnlySpan<byte> window)
    {
        var part = Value(window, "pdfaid:part"u8);
        var conformance = Value(window, "pdfaid:conformance"u8);
        if (part is not { } digit)
            return null;

        var level = $"{digit}{conformance}".ToLowerInvariant();
        return Archival.ContainsKey(level) ? level : null;
    }

    /// <summary>The letter or digit a property has, written as an element (<c>&gt;2&lt;</c>) or as an attribute (<c>="2"</c>).</summary>
    private static char? Value(ReadOnlySpan<byte> window, ReadOnlySpan<byte> property)
    {
        var at = window.IndexOf(property);
        if (at < 0)
            return null;

        var rest = window[(at + property.Length)..];
        var skipped = rest.IndexOfAnyExcept(Between);
        return skipped is >= 0 and < 16 && char.IsAsciiLetterOrDigit((char)rest[skipped]) ? (char)rest[skipped] : null;
    }
}
