using System.Xml;

namespace ArchiveFunctions.Description.Office;

/// <summary>What a style or a run says of its letters and paragraph; null where it says nothing.</summary>
internal sealed record WordStyle(bool? Bold, bool? Italic, bool? Capitals, string? Alignment)
{
    public static readonly WordStyle Plain = new(null, null, null, null);

    /// <summary>This style, where it says nothing the one it is based on.</summary>
    public WordStyle Over(WordStyle below) => new(Bold ?? below.Bold, Italic ?? below.Italic, Capitals ?? below.Capitals, Alignment ?? below.Alignment);

    /// <summary>This style with what one property element says.</summary>
    public WordStyle With(string element, string? value) => element switch
    {
        "b" => this with { Bold = IsOn(value) },
        "i" => this with { Italic = IsOn(value) },
        "caps" => this with { Capitals = IsOn(value) },
        "jc" => this with { Alignment = value },
        _ => this,
    };

    private static bool IsOn(string? value) => value is not ("0" or "false" or "off" or "none");
}

/// <summary>The paragraph and letter styles of a Word document by their ids.</summary>
internal sealed class WordStyles
{
    private const int LongestChain = 12;

    private readonly Dictionary<string, (WordStyle Style, string? Base)> styles = new(StringComparer.Ordinal);
    private string standard = "";

    /// <summary>Reads the styles part; no part, no styles.</summary>
    public static WordStyles Read(Stream? part, CancellationToken budget)
    {
        var read = new WordStyles();
        if (part is null)
            return read;

        using var reader = WordXml.Open(part);
        var id = "";
        while (reader.Read())
        {
            budget.ThrowIfCancellationRequested();
            if (reader.NodeType == XmlNodeType.Element)
                id = read.Take(reader, id);
        }

        return read;
    }

    /// <summary>The style of an id, or the standard style, all it is based on included.</summary>
    public WordStyle Of(string? id)
    {
        var style = WordStyle.Plain;
        var next = id ?? standard;
        for (var step = 0; step < LongestChain && next is not null && styles.TryGetValue(next, out var found); step++)
        {
            style = style.Over(found.Style);
            next = found.Base;
        }

        return style;
    }

    private string Take(XmlReader reader, string id)
    {
        var value = WordXml.Value(reader);
        if (reader.LocalName == "style")
        {
            id = reader.GetAttribute("styleId", reader.NamespaceURI) ?? "";
            styles[id] = (WordStyle.Plain, null);
            if (reader.GetAttribute("default", reader.NamespaceURI) is "1" or "true" && reader.GetAttribute("type", reader.NamespaceURI) == "paragraph")
                standard = id;
        }
        else if (styles.TryGetValue(id, out var known))
        {
            styles[id] = reader.LocalName == "basedOn" ? (known.Style, value) : (known.Style.With(reader.LocalName, value), known.Base);
        }

        return id;
    }
}
