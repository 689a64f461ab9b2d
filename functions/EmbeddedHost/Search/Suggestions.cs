using System.Text.Json;
using System.Text.Json.Nodes;
using Lucene.Net.Search;

namespace EmbeddedHost.Search;

/// <summary>Documents that match what is being typed; the suggestion is the text of the field that matched.</summary>
internal static class Suggestions
{
    /// <summary>Answers <c>docs/search.post.suggest</c>.</summary>
    public static SearchAnswer Run(OpenIndex index, JsonElement json)
    {
        var definition = index.Definition;
        var body = new RequestBody(
            json, "a suggest request", "filter", "fuzzy", "highlightPostTag", "highlightPreTag", "minimumCoverage", "orderby", "search", "searchFields", "select", "suggesterName", "top");
        var asked = SuggestionQuery.Read(definition, body);
        var names = body.Names("select");
        var select = names.Count == 0 ? Selection.Of([definition.Key]) : Selection.Read(definition, names);
        var order = Ordering.Read(definition, body.Names("orderby")) ?? Sort.RELEVANCE;

        return index.Read(searcher =>
        {
            var hits = searcher.Search(asked.Documents(), asked.Filter, asked.Top, order).ScoreDocs;
            var documents = hits.Select(hit => DocumentMapping.Load(searcher, hit.Doc)).ToList();
            return SearchAnswer.Json(200, answer => Write(answer, asked, documents, select));
        });
    }

    private static void Write(Utf8JsonWriter answer, SuggestionQuery asked, List<JsonObject> documents, Selection select)
    {
        if (asked.Coverage)
            answer.WriteNumber("@search.coverage", 100);
        var fields = asked.Fields.Select(field => (Field: field, Typed: asked.Typed(field)))
            .Where(field => field.Typed is not null)
            .Select(field => (field.Field, Matches: new FieldMatches(field.Typed!, field.Field.Name)))
            .ToList();
        answer.WriteStartArray("value");
        foreach (var document in documents)
        {
            answer.WriteStartObject();
            answer.WriteString("@search.text", fields.SelectMany(field => Texts(asked, field.Field, field.Matches, document)).MaxBy(text => text.Marks).Text);
            select.Write(answer, document);
            answer.WriteEndObject();
        }

        answer.WriteEndArray();
    }

    private static IEnumerable<Fragment> Texts(SuggestionQuery asked, FieldDefinition field, FieldMatches matches, JsonObject document)
    {
        foreach (var value in FieldValues.Of(field, document[field.Name]).Cast<string>())
        {
            var tokens = asked.Index.IndexAnalysis.Tokens(field.Name, value);
            var marked = Fragment.Whole(value, tokens, matches.Mark(tokens), asked.Tags ?? new("", ""));
            if (marked.Marks > 0)
                yield return marked;
        }
    }
}
