using Lucene.Net.Search;

namespace EmbeddedHost.Search;

/// <summary>What a search found: how many, one page of them, and the facets over all of them.</summary>
internal sealed record DocumentHits(int Total, IReadOnlyList<ScoreDoc> Page, IReadOnlyList<FacetCounting> Facets)
{
    /// <summary>Searches once, for the page, the count and the facets together.</summary>
    public static DocumentHits Find(IndexSearcher searcher, SearchRequest request)
    {
        var facets = request.Facets.Select(facet => new FacetCounting(facet)).ToList();
        var total = new TotalHitCountCollector();
        var wanted = request.Page == 0 ? 0 : (int)Math.Min((long)request.Skip + request.Page, searcher.IndexReader.MaxDoc);
        if (wanted == 0)
        {
            searcher.Search(request.Query, request.Filter, MultiCollector.Wrap([total, .. facets]));
            return new(total.TotalHits, [], facets);
        }

        var (collector, page) = Collector(request.Order, wanted);
        searcher.Search(request.Query, request.Filter, MultiCollector.Wrap([total, collector, .. facets]));

        // The count is taken apart from the page: Lucene gives a page past the end a total of 0.
        return new(total.TotalHits, [.. page().Skip(request.Skip)], facets);
    }

    private static (ICollector Collector, Func<ScoreDoc[]> Page) Collector(Sort? order, int wanted)
    {
        if (order is null)
        {
            var byScore = TopScoreDocCollector.Create(wanted, docsScoredInOrder: false);
            return (byScore, () => byScore.GetTopDocs().ScoreDocs);
        }

        var byFields = TopFieldCollector.Create(order, wanted, fillFields: false, trackDocScores: true, trackMaxScore: false, docsScoredInOrder: false);
        return (byFields, () => byFields.GetTopDocs().ScoreDocs);
    }
}
