using System.Text.Json;

namespace EmbeddedHost.Search;

/// <summary>Making, changing, reading and deleting indexes.</summary>
internal static class IndexAnswers
{
    /// <summary>All definitions, or all names with <c>$select=name</c>.</summary>
    public static SearchAnswer List(IndexCatalogue indexes, SearchCall call)
    {
        var select = call.Option("$select");
        if (select is not (null or "*" or "name"))
            throw Refusal.NotPlayed($"'$select={select}' over indexes");
        return SearchAnswer.Json(200, json =>
        {
            json.WriteStartArray("value");
            foreach (var index in indexes.All)
            {
                json.WriteStartObject();
                if (select == "name")
                    json.WriteString("name", index.Definition.Name);
                else
                    Write(json, index.Definition);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        });
    }

    /// <summary>A definition as it was given, with its ETag.</summary>
    public static SearchAnswer Definition(int status, IndexDefinition definition) => SearchAnswer.Json(status, json => Write(json, definition));

    /// <summary>201, or 409 when the index exists.</summary>
    public static SearchAnswer Create(IndexCatalogue indexes, SearchCall call)
    {
        var definition = ReadDefinition(call);
        indexes.Create(definition);
        return Definition(201, definition);
    }

    /// <summary>201 for a new index, 200 for a changed one.</summary>
    public static SearchAnswer CreateOrUpdate(IndexCatalogue indexes, SearchCall call)
    {
        var definition = ReadDefinition(call);
        if (definition.Name != call.Index)
            throw Refusal.Invalid($"The index name '{definition.Name}' in the body is not '{call.Index}' as in the address.");
        return Definition(indexes.CreateOrUpdate(definition, existing => DemandConditions(call, existing)) ? 201 : 200, definition);
    }

    /// <summary>204, or 404 when there is none.</summary>
    public static SearchAnswer Delete(IndexCatalogue indexes, SearchCall call) =>
        indexes.Delete(call.Index!, existing => DemandConditions(call, existing))
            ? SearchAnswer.Empty(204)
            : throw Refusal.NotFound($"The index '{call.Index}' was not found.");

    /// <summary>Documents and bytes.</summary>
    public static SearchAnswer Statistics(OpenIndex index) => SearchAnswer.Json(200, json =>
    {
        json.WriteNumber("documentCount", index.Read(searcher => searcher.IndexReader.NumDocs));
        json.WriteNumber("storageSize", index.StorageSize);
        json.WriteNumber("vectorIndexSize", 0);
    });

    private static IndexDefinition ReadDefinition(SearchCall call)
    {
        using var body = call.Body();
        return IndexDefinition.Read(body.RootElement);
    }

    private static void DemandConditions(SearchCall call, IndexDefinition? existing)
    {
        var match = call.Header("If-Match");
        var isWrong = match is not null && (existing is null || (match != "*" && match != existing.ETag));
        if (isWrong || (call.Header("If-None-Match") == "*" && existing is not null))
            throw new Refusal(412, "", "The precondition given in one of the request headers evaluated to false.");
    }

    private static void Write(Utf8JsonWriter json, IndexDefinition definition)
    {
        json.WriteString("@odata.etag", definition.ETag);
        foreach (var property in definition.Json.EnumerateObject().Where(property => !property.Name.StartsWith('@')))
            property.WriteTo(json);
    }
}
