using System.Text.Json;

namespace EmbeddedHost.Search;

/// <summary>The index's one suggester.</summary>
internal sealed record SuggesterDefinition(string Name, IReadOnlyList<FieldDefinition> Sources)
{
    /// <summary>Reads the suggesters of a definition; the service allows one, over standard-analysed or language-analysed text.</summary>
    public static SuggesterDefinition? Read(IReadOnlyList<JsonElement> json, IndexDefinition index)
    {
        if (json.Count > 1)
            throw Refusal.Invalid("Only one suggester is allowed per index.");
        return json.Count == 0 ? null : Read(new RequestBody(json[0], "a suggester", "name", "searchMode", "sourceFields"), index);
    }

    private static SuggesterDefinition Read(RequestBody body, IndexDefinition index)
    {
        if (body.Text("searchMode") is { } mode && mode != "analyzingInfixMatching")
            throw Refusal.Invalid($"The suggester mode '{mode}' is unknown.");
        var sources = body.Texts("sourceFields").Select(name => index.Demand(name, "suggesters", field => field.IsSearchable, "searchable")).ToList();
        if (sources.Count == 0)
            throw Refusal.Invalid("A suggester needs at least one source field.");
        if (sources.Find(field => !Analysis.CanSuggest(field.IndexAnalyzer)) is { } other)
            throw Refusal.Invalid($"Field '{other.Name}' cannot be in a suggester: its analyzer '{other.IndexAnalyzer}' is neither standard.lucene nor a language analyzer.");
        return new(body.Required("name"), sources);
    }
}
