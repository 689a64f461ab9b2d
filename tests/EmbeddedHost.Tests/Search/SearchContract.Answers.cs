using Azure.Search.Documents;
using Azure.Search.Documents.Models;

namespace EmbeddedHost.Tests.Search;

public abstract partial class SearchContract
{
    private async Task<SearchResults<SearchDocument>> Search(string text, SearchOptions options) =>
        await Records.SearchAsync<SearchDocument>(text, options, Stop);

    private static string Counts(SearchResults<SearchDocument> results, string field) =>
        string.Join(", ", results.Facets[field].Select(facet => FormattableString.Invariant($"{facet.Value}: {facet.Count}")));

    [Theory]
    [InlineData("year", "r5 r1 r2 r3 r4 r6")]
    [InlineData("year desc", "r4 r6 r2 r3 r1 r5")]
    [InlineData("agency asc", "r6 r5 r3 r4 r1 r2")]
    [InlineData("agency desc", "r1 r2 r3 r4 r5 r6")]
    [InlineData("weight", "r4 r6 r1 r2 r3 r5")]
    [InlineData("weight desc", "r5 r3 r2 r1 r6 r4")]
    [InlineData("isOpen", "r6 r2 r4 r1 r3 r5")]
    [InlineData("issuedOn desc", "r6 r4 r3 r2 r1 r5")]
    public async Task Documents_without_a_value_come_first_ascending_and_last_descending(string order, string found) =>
        Assert.Equal(found, await Find("*", new SearchOptions { OrderBy = { order, "id" } }));

    [Fact]
    public async Task The_score_can_be_ordered_by()
    {
        Assert.Equal("r5 r4", await Find("nước OR giữ^9", new SearchOptions { QueryType = SearchQueryType.Full, SearchFields = { "title" }, OrderBy = { "search.score() asc" } }));
        Assert.Equal("r4 r5", await Find("nước OR giữ^9", new SearchOptions { QueryType = SearchQueryType.Full, SearchFields = { "title" }, OrderBy = { "search.score() desc" } }));
    }

    [Fact]
    public async Task Order_and_facets_need_fields_made_for_them()
    {
        await Refused(400, "'titleFolded' is not a sortable field", () => Find("*", new SearchOptions { OrderBy = { "titleFolded" } }));
        await Refused(400, "'noSuch'", () => Find("*", new SearchOptions { OrderBy = { "noSuch desc" } }));
        await Refused(400, "'year down'", () => Find("*", new SearchOptions { OrderBy = { "year down" } }));
        await Refused(400, "'id' is not a facetable field", () => Find("*", new SearchOptions { Facets = { "id" } }));
        await Refused(501, "'interval'", () => Find("*", new SearchOptions { Facets = { "year,interval:5" } }));
        await Refused(501, "'values'", () => Find("*", new SearchOptions { Facets = { "year,values:2000|2020" } }));
        await Refused(400, "sort:up", () => Find("*", new SearchOptions { Facets = { "year,sort:up" } }));
    }

    [Theory]
    [InlineData("year", "2022: 2, 2024: 2, 2021: 1")]
    [InlineData("year,sort:-count", "2021: 1, 2022: 2, 2024: 2")]
    [InlineData("year,sort:value", "2021: 1, 2022: 2, 2024: 2")]
    [InlineData("year,sort:-value,count:2", "2024: 2, 2022: 2")]
    [InlineData("tags,count:2", "giấy: 3, quý: 2")]
    [InlineData("isOpen", "True: 3, False: 2")]
    [InlineData("agency", "Sở Nội vụ: 2, UBND: 2, O'Neil: 1")]
    public async Task Facets_count_values(string facet, string counts) =>
        Assert.Equal(counts, Counts(await Search("*", new SearchOptions { Facets = { facet } }), facet.Split(',')[0]));

    [Fact]
    public async Task Facets_count_what_is_found_not_what_is_on_the_page()
    {
        var results = await Search("nhà", new SearchOptions { Facets = { "tags", "year" }, Filter = "isOpen or year eq 2024", Size = 1, SearchFields = { "title" } });

        Assert.Equal("giấy: 2, điện tử: 1", Counts(results, "tags"));
        Assert.Equal("2024: 1", Counts(results, "year"));
    }

    [Theory]
    [InlineData(0, 2, "r1 r2")]
    [InlineData(4, 10, "r5 r6")]
    [InlineData(50, 10, "")]
    [InlineData(0, 0, "")]
    public async Task The_count_is_right_on_every_page_and_past_the_last(int skip, int size, string found)
    {
        var results = await Search("*", new SearchOptions { Skip = skip, Size = size, IncludeTotalCount = true, OrderBy = { "id" } });

        Assert.Equal(6, results.TotalCount);
        Assert.Equal(found, string.Join(' ', results.GetResults().Select(result => result.Document["id"])));
        Assert.Equal(found, await Find("*", new SearchOptions { Skip = skip, Size = size, OrderBy = { "id" } }));
    }

    [Fact]
    public async Task Without_a_size_a_page_holds_fifty_and_the_client_goes_on_by_itself()
    {
        await Records.UploadDocumentsAsync(Enumerable.Range(0, 120).Select(number => new SearchDocument { ["id"] = $"many-{number:000}", ["notes"] = "trang" }), cancellationToken: Stop);

        SearchResults<SearchDocument> results = await Records.SearchAsync<SearchDocument>("trang", new SearchOptions { OrderBy = { "id" } }, Stop);
        var pages = new List<int>();
        await foreach (var page in results.GetResultsAsync().AsPages())
            pages.Add(page.Values.Count);

        Assert.Equal([50, 50, 20], pages);
    }

    [Fact]
    public async Task Limits_of_paging_are_refused()
    {
        await Refused(400, "$skip", () => Find("*", new SearchOptions { Skip = 100_001 }));
        await Refused(400, "'top'", () => Find("*", new SearchOptions { Size = -1 }));
    }

    [Fact]
    public async Task Only_selected_and_retrievable_fields_are_answered()
    {
        var all = (await Search("*", new SearchOptions { Filter = "id eq 'r5'" })).GetResults().Single().Document;
        var some = (await Search("*", new SearchOptions { Filter = "id eq 'r5'", Select = { "id", "tags" } })).GetResults().Single().Document;

        Assert.False(all.ContainsKey("secret"));
        Assert.Null(all["year"]);
        Assert.Equal(4, all.GetDouble("weight"));
        Assert.Equal(["id", "tags"], some.Keys);
        await Refused(400, "'secret'", () => Find("*", new SearchOptions { Select = { "secret" } }));
        await Refused(400, "'noSuch'", () => Find("*", new SearchOptions { Select = { "noSuch" } }));
    }

    [Fact]
    public async Task One_machine_covers_the_whole_index() => Assert.Equal(100, (await Search("*", new SearchOptions { MinimumCoverage = 80 })).Coverage);

    [Fact]
    public async Task What_is_not_played_is_refused_by_name()
    {
        await Refused(501, "scoringProfile", () => Find("*", new SearchOptions { ScoringProfile = "newest" }));
        await Refused(501, "semantic", () => Find("*", new SearchOptions { QueryType = SearchQueryType.Semantic }));
        await Refused(501, "vectorQueries", () => Find("*", new SearchOptions { VectorSearch = new() { Queries = { new VectorizedQuery(new[] { 1f }) { Fields = { "title" } } } } }));
        await Refused(501, "servicestats", () => Indexes.GetServiceStatisticsAsync(Stop));
        await Refused(501, "synonymmaps", () => Indexes.GetSynonymMapNamesAsync(Stop));
    }
}
