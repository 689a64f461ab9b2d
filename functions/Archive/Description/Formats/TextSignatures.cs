using System.Buffers;
using System.Text;

namespace Archive.Description.Formats;

/// <summary>Text, and the markup or script it may be.</summary>
internal static class TextSignatures
{
    private const int Looked = 4096;

    private static readonly SearchValues<char> NameEnds = SearchValues.Create(" \t\r\n/>");

    private static readonly HashSet<string> HtmlElements =
        new(["html", "head", "body", "script", "style", "meta", "title", "table", "div", "span", "p", "a", "b", "br", "font", "center"], StringComparer.OrdinalIgnoreCase);

    /// <summary>The kind of text, or null when the bytes are no text.</summary>
    public static KnownFormat? Find(ReadOnlySpan<byte> head, string extension)
    {
        if (Decode(head) is not { } text)
            return null;

        var start = text.TrimStart();
        if (start.StartsWith("{\\rtf", StringComparison.Ordinal))
            return start.Contains("\\mmathPr", StringComparison.Ordinal) || start.Contains("\\themedata", StringComparison.Ordinal) ? DocumentFormats.Rtf19 : DocumentFormats.Rtf;

        return Script(start, extension) ?? Markup(start) ?? (extension is "csv" ? DocumentFormats.Csv : DocumentFormats.Text);
    }

    private static KnownFormat? Script(string start, string extension)
    {
        if (start.StartsWith("#!", StringComparison.Ordinal))
            return ProgramFormats.ShellScript;
        if (extension is "bat" or "cmd" || start.StartsWith("@echo off", StringComparison.OrdinalIgnoreCase))
            return ProgramFormats.Batch;
        return ProgramFormats.IsProgramExtension(extension) ? ProgramFormats.Script : null;
    }

    private static KnownFormat? Markup(string start)
    {
        if (start.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase))
            return start.AsSpan(0, Math.Min(start.Length, 24)).Contains('>') ? DocumentFormats.Html5 : DocumentFormats.Html;

        var root = Root(start.AsSpan(0, Math.Min(start.Length, Looked)));
        if (root.IsEmpty)
            return start.StartsWith("<?xml", StringComparison.Ordinal) ? DocumentFormats.Xml : null;
        if (root is "svg")
            return DocumentFormats.Svg;

        // A declared XML document may name its fields like elements of HTML ("title", "table"); only the root "html" makes it one.
        var html = start.StartsWith("<?xml", StringComparison.Ordinal) ? root is "html" : HtmlElements.GetAlternateLookup<ReadOnlySpan<char>>().Contains(root);
        return html ? DocumentFormats.Html : start.AsSpan(0, Math.Min(start.Length, Looked)).Contains('>') ? DocumentFormats.Xml : null;
    }

    /// <summary>The local name of the first element behind declarations and comments; empty when the text begins with no element.</summary>
    private static ReadOnlySpan<char> Root(ReadOnlySpan<char> text)
    {
        while (text.StartsWith("<?") || text.StartsWith("<!"))
        {
            var end = text.StartsWith("<!--") ? "-->" : ">";
            var at = text.IndexOf(end);
            if (at < 0)
                return default;
            text = text[(at + end.Length)..].TrimStart();
        }

        if (!text.StartsWith("<") || text.Length < 2 || !char.IsLetter(text[1]))
            return default;

        var name = text[1..];
        var length = name.IndexOfAny(NameEnds);
        name = length < 0 ? name : name[..length];
        return name[(name.LastIndexOf(':') + 1)..];
    }

    /// <summary>
    /// The text of the leading bytes by their mark, as UTF-8, or byte by byte (Vietnamese before Unicode was 8-bit); null when control bytes
    /// say that they are no text.
    /// </summary>
    private static string? Decode(ReadOnlySpan<byte> head)
    {
        if (head.Begin(0xFF, 0xFE, 0x00, 0x00) || head.IsEmpty)
            return null;
        if (head.Begin(0xFF, 0xFE))
            return Sound(Encoding.Unicode.GetString(head[2..]));
        if (head.Begin(0xFE, 0xFF))
            return Sound(Encoding.BigEndianUnicode.GetString(head[2..]));
        if (head.Begin(0xEF, 0xBB, 0xBF))
            return Sound(Encoding.UTF8.GetString(head[3..]));

        return Sound(IsUtf8(head) ? Encoding.UTF8.GetString(head) : Encoding.Latin1.GetString(head));
    }

    /// <summary>Text has no control characters but tab, line ends, form feed, escape and the old end-of-file mark at the very end.</summary>
    private static string? Sound(string text)
    {
        foreach (var letter in text.AsSpan().TrimEnd('\u001A'))
        {
            if (letter < ' ' && letter is not ('\t' or '\n' or '\r' or '\f' or '\v' or '\u001B'))
                return null;
        }

        return text;
    }

    /// <summary>A letter cut by the end of the window does not count against the text.</summary>
    private static bool IsUtf8(ReadOnlySpan<byte> bytes)
    {
        var whole = bytes;
        for (var cut = 1; cut <= Math.Min(3, bytes.Length); cut++)
        {
            if (bytes[^cut] >= 0xC0)
                whole = bytes[..^cut];
            if (bytes[^cut] is < 0x80 or >= 0xC0)
                break;
        }

        return System.Text.Unicode.Utf8.IsValid(bytes) || System.Text.Unicode.Utf8.IsValid(whole);
    }
}
