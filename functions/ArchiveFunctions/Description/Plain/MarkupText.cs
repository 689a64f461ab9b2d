using System.Net;
using System.Text;

namespace ArchiveFunctions.Description.Plain;

/// <summary>Takes the marks out of HTML, XML and SVG. No parser, so there is nothing to expand, fetch or recurse into.</summary>
internal static class MarkupText
{
    private static readonly string[] Unread = ["script", "style", "noscript", "template"];

    private static readonly HashSet<string> WithinLine =
        new(["a", "abbr", "b", "big", "code", "em", "font", "i", "mark", "q", "s", "small", "span", "strong", "sub", "sup", "tspan", "u", "o:p"], StringComparer.OrdinalIgnoreCase);

    /// <summary>The text between the marks, entities resolved, a line for every block.</summary>
    /// <param name="markup">The markup, possibly cut.</param>
    /// <param name="data">Whether it is XML, where every element is a line of its own and none is left out.</param>
    public static string Strip(string markup, bool data)
    {
        var text = new StringBuilder(Math.Min(markup.Length, 1 << 20));
        for (var at = 0; at < markup.Length;)
        {
            var open = markup.IndexOf('<', at);
            text.Append(WebUtility.HtmlDecode(markup[at..(open < 0 ? markup.Length : open)]));
            if (open < 0)
                break;

            var name = Name(markup, open + 1);
            at = End(markup, open, name, data, text);
            if (data || !WithinLine.Contains(name.TrimStart('/')))
                text.Append('\n');
        }

        return Tidy(text.ToString());
    }

    /// <summary>Where reading goes on behind the mark that opens here.</summary>
    private static int End(string markup, int open, string name, bool data, StringBuilder text)
    {
        if (markup.AsSpan(open).StartsWith("<!--"))
            return Behind(markup, "-->", open);
        if (markup.AsSpan(open).StartsWith("<![CDATA["))
        {
            var end = Behind(markup, "]]>", open);
            text.Append(markup.AsSpan(open + 9, Math.Max(0, end - 3 - open - 9)));
            return end;
        }

        return !data && Unread.Contains(name, StringComparer.OrdinalIgnoreCase) ? Behind(markup, ">", Behind(markup, $"</{name}", open)) : Behind(markup, ">", open);
    }

    private static int Behind(string markup, string mark, int from)
    {
        var at = markup.IndexOf(mark, from, StringComparison.OrdinalIgnoreCase);
        return at < 0 ? markup.Length : at + mark.Length;
    }

    private static string Name(string markup, int at)
    {
        var end = at;
        while (end < markup.Length && end - at < 64 && (char.IsLetterOrDigit(markup[end]) || markup[end] is '/' or ':' or '-' or '_') && (markup[end] != '/' || end == at))
            end++;
        return markup[at..end];
    }

    /// <summary>White space as a reader sees it: single spaces, no empty lines.</summary>
    private static string Tidy(string text)
    {
        var lines = text.Split('\n').Select(line => string.Join(' ', line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
        return string.Join('\n', lines.Where(line => line.Length > 0));
    }
}
