using System.Text.Json;
using Lucene.Net.Search;

namespace EmbeddedHost.Search;

/// <summary>A search as it was asked for, checked.</summary>
internal sealed record SearchRequest
{
    /// <summary>The service's page when none is asked for, and its limits.</summary>
    public const int DefaultPage = 50;

    /// <inheritdoc cref="DefaultPage"/>
    public const int LargestPage = 1000;

    private const int LargestSkip = 100_000;

    /// <summary>What to look for, before the filter.</summary>
    public required Query Query { get; init; }

    public required Filter? Filter { get; init; }

    /// <summary>Null: by score.</summary>
    public required Sort? Order { get; init; }

    public required int Skip { get; init; }

    /// <summary>How many were asked for in all, or null. What exceeds a page is continued.</summary>
    public required int? Top { get; init; }

    public required bool Count { get; init; }

    public required bool Coverage { get; init; }

    public required IReadOnlyList<FacetRequest> Facets { get; init; }

    public required HighlightRequest? Highlight { get; init; }

    public required Selection Select { get; init; }

    /// <summary>How many this answer may hold.</summary>
    public int Page => Math.Min(Top ?? DefaultPage, LargestPage);

    /// <summary>Reads a request. One machine is one replica with one shard, so <c>sessionId</c> and <c>scoringStatistics</c> hold without doing anything.</summary>
    public static SearchRequest Read(IndexDefinition index, JsonElement json)
    {
        var body = new RequestBody(
            json, "a search request", "count", "facets", "filter", "highlight", "highlightPostTag", "highlightPreTag", "minimumCoverage", "orderby",
            "queryType", "search", "searchFields", "searchMode", "select", "skip", "top", "sessionId", "scoringStatistics");
        var skip = body.Count("skip") ?? 0;
        if (skip > LargestSkip)
            throw Refusal.Invalid($"Value must be between 0 and {LargestSkip}. Parameter name: $skip");
        return new SearchRequest
        {
            Query = ReadQuery(index, body),
            Filter = ReadFilter(index, body),
            Order = Ordering.Read(index, body.Names("orderby")),
            Skip = skip,
            Top = body.Count("top"),
            Count = body.Flag("count") ?? false,
            Coverage = ReadCoverage(body),
            Facets = [.. body.Texts("facets").Select(facet => FacetRequest.Read(index, facet))],
            Highlight = HighlightRequest.Read(index, body),
            Select = Selection.Read(index, body.Names("select")),
        };
    }

    /// <summary>The filter of a search, suggestion or completion, or null.</summary>
    public static Filter? ReadFilter(IndexDefinition index, RequestBody body) =>
        body.Text("filter") is { } filter && !string.IsNullOrWhiteSpace(filter) ? new QueryWrapperFilter(FilterQuery.Of(FilterParser.Parse(index, filter))) : null;

    /// <summary>Whether coverage was asked about; one machine always covers all of the index.</summary>
    public static bool ReadCoverage(RequestBody body) => body.Fraction("minimumCoverage") switch
    {
        null => false,
        >= 0 and <= 100 => true,
        _ => throw Refusal.Invalid("'minimumCoverage' must be between 0 and 100."),
    };

    private static Query ReadQuery(IndexDefinition index, RequestBody body)
    {
        var full = Choice(body, "queryType", "simple", "full");
        var all = Choice(body, "searchMode", "any", "all");
        return QueryText.Parse(index, body.Text("search"), body.Names("searchFields"), full, all);
    }

    /// <summary>False for the first, which is the default, true for the second; anything else is not played.</summary>
    private static bool Choice(RequestBody body, string name, string first, string second) => body.Text(name) switch
    {
        null => false,
        var value when value == first => false,
        var value when value == second => true,
        var value => throw Refusal.NotPlayed($"The {name} '{value}'"),
    };
}
