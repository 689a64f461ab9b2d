using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Lucene.Net.Index;

namespace EmbeddedHost.Search;

/// <summary>What became of one document of a batch.</summary>
internal sealed record IndexingResult(string Key, int Status, string? Error)
{
    /// <summary>Whether the action was done.</summary>
    public bool Succeeded => Error is null;
}

/// <summary>Upload, merge, mergeOrUpload and delete, document by document: one that is refused does not hold back the others.</summary>
internal static partial class IndexingBatch
{
    /// <summary>The service's limit.</summary>
    public const int LargestBatch = 1000;

    /// <summary>The service's limit in bytes of the request.</summary>
    public const int LargestRequest = 16 * 1024 * 1024;

    /// <summary>Applies the actions of a request in order.</summary>
    public static IReadOnlyList<IndexingResult> Apply(OpenIndex index, JsonElement request)
    {
        var actions = new RequestBody(request, "an indexing request", "value").Items("value");
        if (actions.Count == 0)
            throw Refusal.Invalid("The request is invalid. Details: actions : No indexing actions found in the request.");
        if (actions.Count > LargestBatch)
            throw Refusal.Invalid($"The request is invalid. Details: actions : Too many indexing actions found in the request: {actions.Count}. At most {LargestBatch} are allowed.");

        var definition = index.Definition;
        return index.Write(writer => index.Read(searcher =>
        {
            var seen = new Dictionary<string, JsonObject?>(StringComparer.Ordinal);
            JsonObject? Held(string key) => seen.TryGetValue(key, out var earlier) ? earlier : DocumentMapping.Find(searcher, key);
            return actions.Select(action => Apply(definition, writer, action, Held, seen)).ToList();
        }));
    }

    [GeneratedRegex("^(?!_)[A-Za-z0-9_=-]{1,1024}$")]
    private static partial Regex DocumentKey();

    private static IndexingResult Apply(IndexDefinition index, IndexWriter writer, JsonElement action, Func<string, JsonObject?> held, Dictionary<string, JsonObject?> seen)
    {
        var key = "";
        try
        {
            key = ReadKey(index, action);
            Demand(key);
            var (status, document) = Decide(index, action, held(key));
            if (document is null)
                writer.DeleteDocuments(DocumentMapping.Identity(key));
            else
                writer.UpdateDocument(DocumentMapping.Identity(key), DocumentMapping.Map(index, key, document), index.IndexAnalysis);
            seen[key] = document;
            return new(key, status, null);
        }
        catch (Refusal refusal)
        {
            return new(key, refusal.Status, refusal.Message);
        }
    }

    /// <summary>The document to keep after the action (null: none), with the status to answer.</summary>
    private static (int Status, JsonObject? Document) Decide(IndexDefinition index, JsonElement action, JsonObject? held) => ReadAction(action) switch
    {
        "upload" => (held is null ? 201 : 200, Canonical(index, action)),
        "merge" => (200, Merged(held ?? throw Refusal.NotFound("Document not found."), Canonical(index, action))),
        "mergeOrUpload" => (held is null ? 201 : 200, Merged(held ?? [], Canonical(index, action))),
        "delete" => (200, null),
        var other => throw Refusal.Invalid($"The indexing action '{other}' is unknown."),
    };

    private static string ReadAction(JsonElement action) =>
        action.TryGetProperty("@search.action", out var name) && name.ValueKind == JsonValueKind.String ? name.GetString()! : "upload";

    private static string ReadKey(IndexDefinition index, JsonElement action)
    {
        if (action.ValueKind != JsonValueKind.Object)
            throw Refusal.Invalid("Each document must be a JSON object.");
        if (!action.TryGetProperty(index.Key.Name, out var value) || value.ValueKind != JsonValueKind.String)
            throw Refusal.Invalid($"Document key '{index.Key.Name}' is missing or not a string.");
        return value.GetString()!;
    }

    private static void Demand(string key)
    {
        if (!DocumentKey().IsMatch(key))
            throw Refusal.Invalid($"Invalid document key: '{key}'. Keys can only contain letters, digits, underscore (_), dash (-), or equal sign (=), and cannot start with an underscore.");
    }

    private static JsonObject Canonical(IndexDefinition index, JsonElement action)
    {
        var document = new JsonObject();
        foreach (var property in action.EnumerateObject().Where(property => !property.Name.StartsWith('@')))
        {
            var field = index.Find(property.Name)
                ?? throw Refusal.Invalid($"The property '{property.Name}' does not exist on type 'search.documentFields' of index '{index.Name}'.");
            document[field.Name] = FieldValues.Canonical(field, property.Value);
        }

        return document;
    }

    private static JsonObject Merged(JsonObject held, JsonObject changes)
    {
        var merged = held.DeepClone().AsObject();
        foreach (var (name, value) in changes)
            merged[name] = value?.DeepClone();
        return merged;
    }
}
