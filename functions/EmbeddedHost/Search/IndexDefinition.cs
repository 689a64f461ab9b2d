using System.Security.Cryptography;
using System.Text.Json;
using System.Text.RegularExpressions;
using Lucene.Net.Analysis;

namespace EmbeddedHost.Search;

/// <summary>An index as it was asked for: its fields, its suggester and the analysis they call for. Immutable.</summary>
internal sealed partial class IndexDefinition
{
    private readonly Dictionary<string, FieldDefinition> byName;

    private IndexDefinition(JsonElement json)
    {
        var body = new RequestBody(json, "an index definition", "name", "fields", "suggesters", "similarity");
        Name = body.Required("name");
        if (!IndexName().IsMatch(Name))
            throw Refusal.Invalid($"Index name '{Name}' must have 2 to 128 lower-case letters, digits or single dashes, starting and ending with a letter or digit.");
        Json = json.Clone();
        Fields = [.. body.Items("fields").Select(FieldDefinition.Read)];
        byName = [];
        foreach (var field in Fields.Where(field => !byName.TryAdd(field.Name, field)))
            throw Refusal.Invalid($"Field '{field.Name}' is defined more than once.");
        Key = Fields.Count(field => field.IsKey) == 1 ? Fields.Single(field => field.IsKey) : throw Refusal.Invalid($"Index '{Name}' must have exactly one key field.");
        Suggester = SuggesterDefinition.Read(body.Items("suggesters"), this);
        RefuseOtherSimilarity(json);
        IndexAnalysis = Analysis.PerField(Fields, field => field.IndexAnalyzer);
        QueryAnalysis = Analysis.PerField(Fields, field => field.QueryAnalyzer);
    }

    public string Name { get; }

    public IReadOnlyList<FieldDefinition> Fields { get; }

    public FieldDefinition Key { get; }

    public SuggesterDefinition? Suggester { get; }

    /// <summary>How documents are cut into terms, field by field.</summary>
    public Analyzer IndexAnalysis { get; }

    /// <summary>How queries are cut into terms, field by field.</summary>
    public Analyzer QueryAnalysis { get; }

    /// <summary>The definition as it was sent; what is stored and echoed.</summary>
    public JsonElement Json { get; }

    /// <summary>Changes with the definition, and only with it.</summary>
    public string ETag => $"\"0x{Convert.ToHexString(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(Json)).AsSpan(0, 8))}\"";

    /// <summary>Reads and checks a definition.</summary>
    public static IndexDefinition Read(JsonElement json) => new(json);

    /// <summary>The field of that name, or null.</summary>
    public FieldDefinition? Find(string name) => byName.GetValueOrDefault(name);

    /// <summary>The field of that name with the asked-for ability, or a refusal naming both.</summary>
    public FieldDefinition Demand(string name, string part, Func<FieldDefinition, bool> can, string ability)
    {
        var field = Find(name) ?? throw Refusal.Invalid($"Invalid expression in {part}: Could not find a property named '{name}' on type 'search.document'.");
        return can(field) ? field : throw Refusal.Invalid($"Invalid expression in {part}: '{name}' is not a {ability} field. Only {ability} fields can be used in {part}.");
    }

    [GeneratedRegex("^(?=.{2,128}$)[a-z0-9]+(-[a-z0-9]+)*$")]
    private static partial Regex IndexName();

    private static void RefuseOtherSimilarity(JsonElement json)
    {
        if (!json.TryGetProperty("similarity", out var similarity) || similarity.ValueKind == JsonValueKind.Null)
            return;
        _ = new RequestBody(similarity, "'similarity'");
        if (similarity.GetProperty("@odata.type").GetString() is { } type && type != "#Microsoft.Azure.Search.BM25Similarity")
            throw Refusal.NotPlayed($"The similarity '{type}'");
    }
}
