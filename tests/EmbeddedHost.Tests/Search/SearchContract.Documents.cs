using Azure.Search.Documents.Models;

namespace EmbeddedHost.Tests.Search;

public abstract partial class SearchContract
{
    private async Task<string> Send(params IndexDocumentsAction<SearchDocument>[] actions)
    {
        var results = (await Records.IndexDocumentsAsync(IndexDocumentsBatch.Create(actions), cancellationToken: Stop)).Value.Results;
        return string.Join(", ", results.Select(result => $"{result.Key}: {result.Status}"));
    }

    private async Task<SearchDocument> Get(string id) => (await Records.GetDocumentAsync<SearchDocument>(id, cancellationToken: Stop)).Value;

    private static SearchDocument Some(string id, string field, object? value) => new() { ["id"] = id, [field] = value };

    [Fact]
    public async Task Each_document_of_a_batch_is_answered_for_itself()
    {
        var answered = await Send(
            IndexDocumentsAction.Upload(Some("new", "year", 2020)),
            IndexDocumentsAction.Upload(Some("r1", "year", 2020)),
            IndexDocumentsAction.Merge(Some("r2", "year", 2020)),
            IndexDocumentsAction.Merge(Some("missing", "year", 2020)),
            IndexDocumentsAction.MergeOrUpload(Some("r3", "year", 2020)),
            IndexDocumentsAction.MergeOrUpload(Some("made", "year", 2020)),
            IndexDocumentsAction.Delete(Some("r4", "year", null)),
            IndexDocumentsAction.Delete(Some("never", "year", null)),
            IndexDocumentsAction.Upload(Some("a/b", "year", 2020)),
            IndexDocumentsAction.Upload(Some("_under", "year", 2020)),
            IndexDocumentsAction.Upload(Some("wrong", "year", "2020")),
            IndexDocumentsAction.Upload(Some("odd", "noSuch", 1)));

        Assert.Equal("new: 201, r1: 200, r2: 200, missing: 404, r3: 200, made: 201, r4: 200, never: 200, a/b: 400, _under: 400, wrong: 400, odd: 400", answered);
        Assert.Equal("made new r1 r2 r3", await Filter("year eq 2020"));
        Assert.Equal(7, (await Records.GetDocumentCountAsync(Stop)).Value);
    }

    [Fact]
    public async Task A_refused_document_says_why()
    {
        var results = (await Records.IndexDocumentsAsync(IndexDocumentsBatch.Upload([Some("x", "tags", "one"), Some("y", "agency", new string('ạ', 11_000))]), cancellationToken: Stop)).Value.Results;

        Assert.Contains("'tags' to the expected type 'Collection(Edm.String)'", results[0].ErrorMessage, StringComparison.Ordinal);
        Assert.Contains("'agency' contains a term that is too large", results[1].ErrorMessage, StringComparison.Ordinal);
        Assert.All(results, result => Assert.False(result.Succeeded));
    }

    [Fact]
    public async Task An_upload_replaces_all_of_a_document_and_a_merge_only_what_it_names()
    {
        await Send(IndexDocumentsAction.Upload(Some("r1", "year", 1999)), IndexDocumentsAction.Merge(new SearchDocument { ["id"] = "r2", ["year"] = null, ["tags"] = new[] { "mới" } }));

        var (replaced, merged) = (await Get("r1"), await Get("r2"));
        Assert.Null(replaced["title"]);
        Assert.Equal(1999, replaced.GetInt32("year"));
        Assert.Equal("Luu tru dien tu", merged["title"]);
        Assert.Null(merged["year"]);
        Assert.Equal(["mới"], merged.GetStringCollection("tags"));
        Assert.Equal("r2", await Filter("tags/any(t: t eq 'mới')"));
        Assert.Equal("r6", await Find("điện", In("title")));
    }

    [Fact]
    public async Task Actions_of_a_batch_follow_one_another()
    {
        var answered = await Send(
            IndexDocumentsAction.Upload(Some("s", "year", 1)),
            IndexDocumentsAction.Merge(Some("s", "agency", "A")),
            IndexDocumentsAction.Delete(Some("s", "year", null)),
            IndexDocumentsAction.Merge(Some("s", "year", 2)),
            IndexDocumentsAction.MergeOrUpload(Some("s", "agency", "B")));

        Assert.Equal("s: 201, s: 200, s: 200, s: 404, s: 201", answered);
        Assert.Equal("B", (await Get("s"))["agency"]);
        Assert.Null((await Get("s"))["year"]);
    }

    [Fact]
    public async Task A_document_comes_back_as_it_was_sent()
    {
        await Send(IndexDocumentsAction.Upload(new SearchDocument
        {
            ["id"] = "k-1_=",
            ["title"] = "<b>Tiêu đề</b> \"a\" \u2028",
            ["size"] = 9_007_199_254_740_993L,
            ["weight"] = 0.1,
            ["issuedOn"] = new DateTimeOffset(2024, 2, 29, 1, 2, 3, 456, TimeSpan.FromHours(7)),
        }));

        var document = await Get("k-1_=");
        Assert.Equal("<b>Tiêu đề</b> \"a\" \u2028", document["title"]);
        Assert.Equal(9_007_199_254_740_993L, document.GetInt64("size"));
        Assert.Equal(0.1, document.GetDouble("weight"));
        Assert.Equal(new DateTimeOffset(2024, 2, 28, 18, 2, 3, 456, TimeSpan.Zero), document.GetDateTimeOffset("issuedOn"));
        Assert.Empty(document.GetStringCollection("tags"));
        Assert.False(document.ContainsKey("secret"));
        Assert.Equal("k-1_=", await Filter("size eq 9007199254740993"));
    }

    [Fact]
    public async Task A_document_that_is_not_there_is_a_404() => await Refused(404, "'a/b'", () => Get("a/b"));

    [Fact]
    public async Task A_batch_holds_from_one_to_a_thousand_documents()
    {
        SearchDocument[] Many(int count) => [.. Enumerable.Range(0, count).Select(number => Some($"n{number}", "year", number))];

        await Refused(400, "Too many indexing actions", () => Records.IndexDocumentsAsync(IndexDocumentsBatch.Upload(Many(1001)), cancellationToken: Stop));
        Assert.Equal(6, (await Records.GetDocumentCountAsync(Stop)).Value);
        await Records.IndexDocumentsAsync(IndexDocumentsBatch.Upload(Many(1000)), cancellationToken: Stop);
        Assert.Equal(1006, (await Records.GetDocumentCountAsync(Stop)).Value);
    }

    [Fact]
    public async Task What_many_write_at_once_is_all_there_and_each_reads_its_own()
    {
        await Parallel.ForEachAsync(Enumerable.Range(0, 60), Stop, async (number, _) =>
        {
            await Send(IndexDocumentsAction.Upload(Some($"p{number}", "year", 3000 + number)));
            Assert.Equal($"p{number}", await Filter($"year eq {3000 + number}"));
        });

        Assert.Equal(66, (await Records.GetDocumentCountAsync(Stop)).Value);
    }
}
