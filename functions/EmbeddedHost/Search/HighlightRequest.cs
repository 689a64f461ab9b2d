using System.Globalization;

namespace EmbeddedHost.Search;

/// <summary>The marks set around what was found.</summary>
internal sealed record HighlightTags(string Before, string After)
{
    private static readonly HighlightTags Emphasis = new("<em>", "</em>");

    /// <summary>Reads the tags of a request, which come together; null without any.</summary>
    public static HighlightTags? Read(RequestBody body) => (body.Text("highlightPreTag"), body.Text("highlightPostTag")) switch
    {
        (null, null) => null,
        ({ } before, { } after) => new(before, after),
        _ => throw Refusal.Invalid("'highlightPreTag' and 'highlightPostTag' must be set together."),
    };

    /// <summary>The tags of a request, or the service's default.</summary>
    public static HighlightTags ReadOrDefault(RequestBody body) => Read(body) ?? Emphasis;
}

/// <summary>Which fields to highlight, and how many fragments of each.</summary>
internal sealed record HighlightRequest(IReadOnlyList<(FieldDefinition Field, int Fragments)> Fields, HighlightTags Tags)
{
    private const int DefaultFragments = 5;

    /// <summary>Reads <c>field[-n]</c> for each field; null when none is asked for.</summary>
    public static HighlightRequest? Read(IndexDefinition index, RequestBody body)
    {
        var fields = body.Names("highlight").Select(part => Read(index, part)).ToList();
        return fields.Count == 0 ? null : new(fields, HighlightTags.ReadOrDefault(body));
    }

    private static (FieldDefinition Field, int Fragments) Read(IndexDefinition index, string part)
    {
        var (name, number) = part.Split('-', 2) is [var left, var right] ? (left, right) : (part, null);
        var field = index.Demand(name, "highlight", field => field.IsSearchable, "searchable");
        if (number is null)
            return (field, DefaultFragments);
        return int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var fragments) && fragments > 0
            ? (field, fragments)
            : throw Refusal.Invalid($"Invalid highlight expression '{part}'.");
    }
}
