using System.Text.Json;
using Lucene.Net.Search;

namespace EmbeddedHost.Search;

/// <summary>
/// Completes the term being typed from the documents the caller may see (the filter holds here too), the most frequent first.
/// Completions are terms as the analyzer makes them, as in the service.
/// </summary>
internal static class Completions
{
    /// <summary>How many documents are looked through; more would cost more than a person typing waits.</summary>
    private const int DocumentsRead = 200;

    /// <summary>Answers <c>docs/search.post.autocomplete</c>.</summary>
    public static SearchAnswer Run(OpenIndex index, JsonElement json)
    {
        var body = new RequestBody(
            json, "an autocomplete request", "autocompleteMode", "filter", "fuzzy", "highlightPostTag", "highlightPreTag", "minimumCoverage", "search", "searchFields", "suggesterName", "top");
        var asked = SuggestionQuery.Read(index.Definition, body);
        Func<IReadOnlyList<Token>, int, IReadOnlyList<string>, string?> complete = (body.Text("autocompleteMode") ?? "oneTerm") switch
        {
            "oneTerm" => (tokens, at, _) => tokens[at].Term,
            "twoTerms" => (tokens, at, _) => at + 1 < tokens.Count ? $"{tokens[at].Term} {tokens[at + 1].Term}" : null,
            "oneTermWithContext" => InContext,
            var other => throw Refusal.Invalid($"The autocompleteMode '{other}' is unknown."),
        };

        var found = index.Read(searcher => Count(searcher, asked, complete));
        var best = found.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key.Text, StringComparer.Ordinal).Take(asked.Top).Select(pair => pair.Key);
        return SearchAnswer.Json(200, answer => Write(answer, asked, best));
    }

    /// <summary>With context, the term typed before must stand right before the completed one.</summary>
    private static string? InContext(IReadOnlyList<Token> tokens, int at, IReadOnlyList<string> typed)
    {
        if (typed.Count < 2)
            return tokens[at].Term;
        return at > 0 && tokens[at - 1].Term == typed[^2] ? $"{typed[^2]} {tokens[at].Term}" : null;
    }

    private static Dictionary<(string Text, string Whole), int> Count(IndexSearcher searcher, SuggestionQuery asked, Func<IReadOnlyList<Token>, int, IReadOnlyList<string>, string?> complete)
    {
        var counts = new Dictionary<(string Text, string Whole), int>();
        var typed = asked.Fields.Select(field => (Field: field, Terms: asked.Terms(field))).Where(field => field.Terms.Length > 0).ToList();
        foreach (var hit in searcher.Search(asked.Documents(), asked.Filter, DocumentsRead).ScoreDocs)
        {
            var document = DocumentMapping.Load(searcher, hit.Doc);
            var completions = typed.SelectMany(field => FieldValues.Of(field.Field, document[field.Field.Name])
                .SelectMany(value => Complete(asked.Index.IndexAnalysis.Tokens(field.Field.Name, (string)value), field.Terms, complete)));
            foreach (var completion in completions.Distinct())
                counts[completion] = counts.GetValueOrDefault(completion) + 1;
        }

        return counts;
    }

    private static IEnumerable<(string Text, string Whole)> Complete(
        List<Token> tokens, string[] typed, Func<IReadOnlyList<Token>, int, IReadOnlyList<string>, string?> complete)
    {
        if (!typed.SkipLast(1).All(term => tokens.Any(token => token.Term == term)))
            yield break;
        for (var at = 0; at < tokens.Count; at++)
        {
            if (!tokens[at].Term.StartsWith(typed[^1], StringComparison.Ordinal) || complete(tokens, at, typed) is not { } text)
                continue;

            // What is completed replaces as many of the typed terms as it repeats.
            var kept = typed.SkipLast(typed.Length > 1 && text.StartsWith(typed[^2] + " ", StringComparison.Ordinal) ? 2 : 1);
            yield return (text, string.Join(' ', [.. kept, text]));
        }
    }

    private static void Write(Utf8JsonWriter answer, SuggestionQuery asked, IEnumerable<(string Text, string Whole)> completions)
    {
        if (asked.Coverage)
            answer.WriteNumber("@search.coverage", 100);
        answer.WriteStartArray("value");
        foreach (var (text, whole) in completions)
        {
            answer.WriteStartObject();
            answer.WriteString("text", text);
            answer.WriteString("queryPlusText", whole);
            answer.WriteEndObject();
        }

        answer.WriteEndArray();
    }
}
