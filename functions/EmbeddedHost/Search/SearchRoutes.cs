using System.Text.Json;
using Lucene.Net.Search;

namespace EmbeddedHost.Search;

/// <summary>The REST calls that are played. Every other one is refused by its path.</summary>
internal sealed class SearchRoutes(IndexCatalogue indexes)
{
    /// <summary>The service's limit on the clauses of a query or filter; Lucene's own is lower, and one for the whole process.</summary>
    static SearchRoutes() => BooleanQuery.MaxClauseCount = 3000;

    /// <summary>Answers a call; a refusal is an answer as well.</summary>
    public SearchAnswer Answer(SearchCall call)
    {
        try
        {
            return Route(call);
        }
        catch (Refusal refusal)
        {
            return SearchAnswer.Error(refusal);
        }
        catch (BooleanQuery.TooManyClausesException)
        {
            return SearchAnswer.Error(Refusal.Invalid($"The request has more than {BooleanQuery.MaxClauseCount} clauses."));
        }
    }

    private SearchAnswer Route(SearchCall call) => (call.Method, call.Operation) switch
    {
        ("GET", "indexes") => IndexAnswers.List(indexes, call),
        ("POST", "indexes") => IndexAnswers.Create(indexes, call),
        ("PUT", "indexes/{}") => IndexAnswers.CreateOrUpdate(indexes, call),
        ("GET", "indexes/{}") => IndexAnswers.Definition(200, Index(call).Definition),
        ("DELETE", "indexes/{}") => IndexAnswers.Delete(indexes, call),
        ("GET", "indexes/{}/search.stats") => IndexAnswers.Statistics(Index(call)),
        ("POST", "indexes/{}/docs/search.index") => Write(call),
        ("GET", "indexes/{}/docs/{}") => Document(call),
        ("GET", "indexes/{}/docs/$count") => SearchAnswer.Digits(Index(call).Read(searcher => searcher.IndexReader.NumDocs)),
        ("POST", "indexes/{}/docs/search.post.search") => Posted(call, json => DocumentSearch.Run(Index(call), json, call.Uri)),
        ("POST", "indexes/{}/docs/search.post.suggest") => Posted(call, json => Suggestions.Run(Index(call), json)),
        ("POST", "indexes/{}/docs/search.post.autocomplete") => Posted(call, json => Completions.Run(Index(call), json)),
        _ => throw Refusal.NotPlayed($"{call.Method} {call.Uri.AbsolutePath}"),
    };

    private OpenIndex Index(SearchCall call) => indexes.Demand(call.Index!);

    private static SearchAnswer Posted(SearchCall call, Func<JsonElement, SearchAnswer> answer)
    {
        using var body = call.Body();
        return answer(body.RootElement);
    }

    private SearchAnswer Write(SearchCall call)
    {
        using var body = call.Body(IndexingBatch.LargestRequest);
        var results = IndexingBatch.Apply(Index(call), body.RootElement);
        return SearchAnswer.Json(results.All(result => result.Succeeded) ? 200 : 207, json =>
        {
            json.WriteStartArray("value");
            foreach (var result in results)
            {
                json.WriteStartObject();
                json.WriteString("key", result.Key);
                json.WriteBoolean("status", result.Succeeded);
                json.WriteString("errorMessage", result.Error);
                json.WriteNumber("statusCode", result.Status);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        });
    }

    private SearchAnswer Document(SearchCall call)
    {
        var index = Index(call);
        var names = call.Option("$select")?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];
        var select = Selection.Read(index.Definition, names);
        var document = index.Read(searcher => DocumentMapping.Find(searcher, call.Document!)) ?? throw Refusal.NotFound($"Document '{call.Document}' was not found.");
        return SearchAnswer.Json(200, json => select.Write(json, document));
    }
}
