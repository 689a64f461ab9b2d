using System.Text.Json.Nodes;
using Lucene.Net.Search;

namespace EmbeddedHost.Search;

/// <summary>Fragments of stored text around what was found. The text is given as it is stored: markup in it is not escaped, as in the service.</summary>
internal sealed class Highlighter
{
    private readonly IndexDefinition index;
    private readonly HighlightTags tags;
    private readonly List<(FieldDefinition Field, int Fragments, FieldMatches Matches)> fields;

    public Highlighter(IndexDefinition index, HighlightRequest request, Query query)
    {
        (this.index, tags) = (index, request.Tags);
        fields = [.. request.Fields.Select(asked => (asked.Field, asked.Fragments, new FieldMatches(query, asked.Field.Name))).Where(asked => asked.Item3.Any)];
    }

    /// <summary>The fragments of each field in which something was found, the richest first.</summary>
    public IEnumerable<(string Field, IReadOnlyList<string> Fragments)> Highlight(JsonObject document)
    {
        foreach (var (field, most, matches) in fields)
        {
            var found = FieldValues.Of(field, document[field.Name])
                .SelectMany(value => Fragments((string)value, field, matches))
                .OrderByDescending(fragment => fragment.Marks)
                .Take(most)
                .Select(fragment => fragment.Text)
                .ToList();
            if (found.Count > 0)
                yield return (field.Name, found);
        }
    }

    private IEnumerable<Fragment> Fragments(string text, FieldDefinition field, FieldMatches matches)
    {
        var tokens = index.IndexAnalysis.Tokens(field.Name, text);
        return Fragment.Around(text, tokens, matches.Mark(tokens), tags);
    }
}
