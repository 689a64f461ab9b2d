using System.Text.Json;
using System.Text.Json.Nodes;
using Lucene.Net.Search;

namespace EmbeddedHost.Search;

/// <summary>Runs a search and writes its answer.</summary>
internal static class DocumentSearch
{
    /// <summary>Answers <c>docs/search.post.search</c>.</summary>
    public static SearchAnswer Run(OpenIndex index, JsonElement json, Uri uri)
    {
        var definition = index.Definition;
        var request = SearchRequest.Read(definition, json);
        return index.Read(searcher =>
        {
            var hits = DocumentHits.Find(searcher, request);
            return SearchAnswer.Json(200, answer => Write(answer, new Found(searcher, definition, request, hits), json, uri));
        });
    }

    private sealed record Found(IndexSearcher Searcher, IndexDefinition Definition, SearchRequest Request, DocumentHits Hits);

    private static void Write(Utf8JsonWriter answer, Found found, JsonElement asked, Uri uri)
    {
        var request = found.Request;
        if (request.Count)
            answer.WriteNumber("@odata.count", found.Hits.Total);
        if (request.Coverage)
            answer.WriteNumber("@search.coverage", 100);
        if (request.Facets.Count > 0)
            WriteFacets(answer, found.Hits.Facets);
        WriteDocuments(answer, found);
        WriteContinuation(answer, request, found.Hits, asked, uri);
    }

    private static void WriteFacets(Utf8JsonWriter answer, IReadOnlyList<FacetCounting> facets)
    {
        answer.WriteStartObject("@search.facets");
        foreach (var facet in facets)
        {
            answer.WriteStartArray(facet.Request.Field.Name);
            foreach (var (value, count) in facet.Result)
            {
                answer.WriteStartObject();
                answer.WriteNumber("count", count);
                answer.WritePropertyName("value");
                facet.Request.WriteValue(answer, value);
                answer.WriteEndObject();
            }

            answer.WriteEndArray();
        }

        answer.WriteEndObject();
    }

    private static void WriteDocuments(Utf8JsonWriter answer, Found found)
    {
        var highlighter = found.Request.Highlight is { } highlight ? new Highlighter(found.Definition, highlight, found.Request.Query) : null;
        answer.WriteStartArray("value");
        foreach (var hit in found.Hits.Page)
        {
            var document = DocumentMapping.Load(found.Searcher, hit.Doc);
            answer.WriteStartObject();
            answer.WriteNumber("@search.score", float.IsNaN(hit.Score) ? 1 : hit.Score);
            if (highlighter is not null)
                WriteHighlights(answer, [.. highlighter.Highlight(document)]);
            found.Request.Select.Write(answer, document);
            answer.WriteEndObject();
        }

        answer.WriteEndArray();
    }

    private static void WriteHighlights(Utf8JsonWriter answer, List<(string Field, IReadOnlyList<string> Fragments)> highlights)
    {
        if (highlights.Count == 0)
            return;
        answer.WriteStartObject("@search.highlights");
        foreach (var (field, fragments) in highlights)
        {
            answer.WriteStartArray(field);
            foreach (var fragment in fragments)
                answer.WriteStringValue(fragment);
            answer.WriteEndArray();
        }

        answer.WriteEndObject();
    }

    /// <summary>As in the service: what was asked for beyond one page is offered as the next request.</summary>
    private static void WriteContinuation(Utf8JsonWriter answer, SearchRequest request, DocumentHits hits, JsonElement asked, Uri uri)
    {
        var remaining = Math.Min(hits.Total - request.Skip, request.Top ?? int.MaxValue) - request.Page;
        if (remaining <= 0 || request.Page == 0)
            return;
        var next = JsonNode.Parse(asked.GetRawText())!.AsObject();
        next["skip"] = request.Skip + request.Page;
        if (request.Top is { } top)
            next["top"] = top - request.Page;
        answer.WriteString("@odata.nextLink", uri.AbsoluteUri);
        answer.WritePropertyName("@search.nextPageParameters");
        next.WriteTo(answer);
    }
}
