using Azure.Search.Documents;
using Azure.Search.Documents.Indexes;
using Azure.Search.Documents.Indexes.Models;
using Azure.Search.Documents.Models;

namespace EmbeddedHost.Tests.Search;

/// <summary>
/// What the archive relies on in a search service, through the real clients. A subclass names the service; each test has an index of its own,
/// which holds six records. The suite is spread over one file for each subject.
/// </summary>
public abstract partial class SearchContract : IAsyncLifetime
{
    /// <summary>The index of this test.</summary>
    protected const string Index = "records-v1";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    protected abstract SearchIndexClient Indexes { get; }

    protected SearchClient Records => Indexes.GetSearchClient(Index);

    public virtual async ValueTask InitializeAsync()
    {
        await Indexes.CreateIndexAsync(Definition(), Stop);
        await Records.UploadDocumentsAsync(
            [
                Record("r1", "Quyết định về lưu trữ hồ sơ", 2021, "UBND", ["giấy", "quý"], true, "2021-03-01T00:00:00Z", 1.5),
                Record("r2", "Luu tru dien tu", 2022, "UBND", ["điện tử"], false, "2022-03-01T00:00:00Z", 2.5),
                Record("r3", "Đà Nẵng đi Hà Nội: công văn hỏa tốc", 2022, "Sở Nội vụ", [], true, "2022-06-30T17:00:00Z", 3.5),
                Record("r4", "Kế hoạch 67/KH-UBND lưu giữ hồ sơ", 2024, "Sở Nội vụ", ["quý"], false, "2024-01-15T00:00:00Z", null),
                Record("r5", "Nhà máy nước", null, "O'Neil", ["giấy"], true, null, 4),
                Record("r6", "Nhà máy điện", 2024, null, ["giấy", "điện tử"], null, "2024-12-31T00:00:00+07:00", -1),
            ],
            cancellationToken: Stop);
    }

    public virtual async ValueTask DisposeAsync()
    {
        await Indexes.DeleteIndexAsync(Index, Stop);
        GC.SuppressFinalize(this);
    }

    protected static SearchIndex Definition(string name = Index) => new(name)
    {
        Fields =
        {
            new SimpleField("id", SearchFieldDataType.String) { IsKey = true, IsFilterable = true, IsSortable = true },
            new SearchableField("title") { AnalyzerName = "vi.microsoft", IsSortable = true },
            new SearchableField("titleFolded") { IsFilterable = true },
            new SearchableField("anyTitle") { AnalyzerName = LexicalAnalyzerName.StandardAsciiFoldingLucene },
            new SearchableField("number") { AnalyzerName = LexicalAnalyzerName.Keyword, IsFilterable = true },
            new SearchableField("notes"),
            new SimpleField("year", SearchFieldDataType.Int32) { IsFilterable = true, IsSortable = true, IsFacetable = true },
            new SimpleField("agency", SearchFieldDataType.String) { IsFilterable = true, IsSortable = true, IsFacetable = true },
            new SimpleField("tags", SearchFieldDataType.Collection(SearchFieldDataType.String)) { IsFilterable = true, IsFacetable = true },
            new SimpleField("isOpen", SearchFieldDataType.Boolean) { IsFilterable = true, IsSortable = true, IsFacetable = true },
            new SimpleField("issuedOn", SearchFieldDataType.DateTimeOffset) { IsFilterable = true, IsSortable = true },
            new SimpleField("weight", SearchFieldDataType.Double) { IsFilterable = true, IsSortable = true },
            new SimpleField("size", SearchFieldDataType.Int64) { IsFilterable = true },
            new SimpleField("secret", SearchFieldDataType.String) { IsHidden = true },
        },
        Suggesters = { new SearchSuggester("typing", "title", "titleFolded") },
    };

    protected static SearchDocument Record(string id, string title, int? year, string? agency, string[] tags, bool? isOpen, string? issuedOn, double? weight) => new()
    {
        ["id"] = id,
        ["title"] = title,
        ["titleFolded"] = Archive.Records.Vietnamese.Fold(title),
        ["anyTitle"] = title,
        ["number"] = id.ToUpperInvariant(),
        ["year"] = year,
        ["agency"] = agency,
        ["tags"] = tags,
        ["isOpen"] = isOpen,
        ["issuedOn"] = issuedOn,
        ["weight"] = weight,
        ["secret"] = "kín",
    };

    /// <summary>The ids found, in the order found.</summary>
    protected async Task<string> Find(string text, SearchOptions? options = null)
    {
        SearchResults<SearchDocument> results = await Records.SearchAsync<SearchDocument>(text, options, Stop);
        var ids = new List<string>();
        await foreach (var result in results.GetResultsAsync())
            ids.Add(result.Document.GetString("id"));
        return string.Join(' ', ids);
    }

    /// <summary>The ids found by a filter, sorted.</summary>
    protected Task<string> Filter(string filter) => Find("*", new SearchOptions { Filter = filter, OrderBy = { "id" } });

    protected static async Task Refused(int status, string naming, Func<Task> request)
    {
        var refused = await Assert.ThrowsAsync<Azure.RequestFailedException>(request);
        Assert.Equal(status, refused.Status);
        Assert.Contains(naming, refused.Message, StringComparison.Ordinal);
    }
}
