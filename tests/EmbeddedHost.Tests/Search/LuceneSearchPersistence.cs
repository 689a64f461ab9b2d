using Azure.Search.Documents.Indexes.Models;
using Azure.Search.Documents.Models;

namespace EmbeddedHost.Tests.Search;

/// <summary>What only one machine has: a folder, and a process that can be killed.</summary>
public sealed class LuceneSearchPersistence
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static async Task Write(SearchFolder folder, params string[] ids) => await folder.Client.GetSearchClient("records")
        .UploadDocumentsAsync(ids.Select(id => new SearchDocument { ["id"] = id, ["title"] = "Lưu trữ" }), cancellationToken: Stop);

    private static async Task<long> Count(SearchFolder folder) => await folder.Client.GetSearchClient("records").GetDocumentCountAsync(Stop);

    private static async Task Make(SearchFolder folder) => await folder.Client.CreateIndexAsync(
        new SearchIndex("records") { Fields = { new SimpleField("id", SearchFieldDataType.String) { IsKey = true }, new SearchableField("title") { AnalyzerName = "vi.microsoft" } } }, Stop);

    [Fact]
    public async Task Everything_is_there_after_closing_and_opening()
    {
        using var folder = new SearchFolder();
        await Make(folder);
        await Write(folder, "a", "b");

        await folder.Transport.DisposeAsync();
        using var reopened = new SearchFolder(folder.Path);

        Assert.Equal(2, await Count(reopened));
        var found = (await reopened.Client.GetSearchClient("records").SearchAsync<SearchDocument>("trữ", cancellationToken: Stop)).Value;
        Assert.Equal(2, found.GetResults().Count());
        Assert.Equal("vi.microsoft", (await reopened.Client.GetIndexAsync("records", Stop)).Value.Fields[1].AnalyzerName);
    }

    [Fact]
    public async Task A_killed_process_loses_nothing_that_was_answered()
    {
        using var folder = new SearchFolder();
        await Make(folder);
        await Write(folder, "a", "b");
        await Write(folder, "c");
        Assert.Equal(3, await Count(folder));

        using var afterKill = folder.CopyAsKilled();

        Assert.Equal(3, await Count(afterKill));
        await Write(afterKill, "d");
        Assert.Equal(4, await Count(afterKill));
    }

    [Fact]
    public async Task An_index_deleted_is_gone_after_opening_as_well()
    {
        using var folder = new SearchFolder();
        await Make(folder);
        await folder.Client.DeleteIndexAsync("records", Stop);

        using var reopened = folder.CopyAsKilled();

        Assert.Empty(reopened.Client.GetIndexNames(Stop));
    }

    [Fact]
    public async Task What_a_deletion_cut_short_has_left_is_no_index_and_does_not_come_back()
    {
        using var folder = new SearchFolder();
        await Make(folder);
        await Write(folder, "old");
        File.Delete(Path.Combine(folder.Path, "records", "definition.json"));

        using var reopened = folder.CopyAsKilled();
        await Make(reopened);

        Assert.Equal(0, await Count(reopened));
    }

    [Fact]
    public async Task A_folder_can_be_open_once()
    {
        using var folder = new SearchFolder();
        await Make(folder);

        Assert.Throws<Lucene.Net.Store.LockObtainFailedException>(() => new EmbeddedHost.Search.LuceneSearchTransport(folder.Path));
    }
}
