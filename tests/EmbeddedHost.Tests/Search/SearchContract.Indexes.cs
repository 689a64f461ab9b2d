using Azure;
using Azure.Search.Documents.Indexes.Models;

namespace EmbeddedHost.Tests.Search;

public abstract partial class SearchContract
{
    private Task<Response<SearchIndex>> Make(Action<SearchIndex> change, string name = "other")
    {
        var definition = new SearchIndex(name) { Fields = { new SimpleField("id", SearchFieldDataType.String) { IsKey = true } } };
        change(definition);
        return Indexes.CreateIndexAsync(definition, Stop);
    }

    [Fact]
    public async Task An_index_is_made_read_listed_measured_and_deleted()
    {
        await Make(_ => { });

        var names = new List<string>();
        await foreach (var name in Indexes.GetIndexNamesAsync(Stop))
            names.Add(name);
        var read = (await Indexes.GetIndexAsync(Index, Stop)).Value;
        var statistics = (await Indexes.GetIndexStatisticsAsync(Index, Stop)).Value;
        await Indexes.DeleteIndexAsync("other", Stop);

        Assert.Equal(["other", Index], names);
        Assert.Equal(Definition().Fields.Select(field => field.Name), read.Fields.Select(field => field.Name));
        Assert.Equal("vi.microsoft", read.Fields[1].AnalyzerName);
        Assert.Equal(6, statistics.DocumentCount);
        await Refused(404, "'other'", () => Indexes.GetIndexAsync("other", Stop));
        await Refused(404, "'other'", () => Indexes.GetSearchClient("other").GetDocumentCountAsync(Stop));
    }

    [Fact]
    public async Task An_index_made_again_after_deletion_is_empty()
    {
        await Indexes.DeleteIndexAsync(Index, Stop);
        await Indexes.CreateIndexAsync(Definition(), Stop);

        Assert.Equal("", await Find("*"));
    }

    [Fact]
    public async Task Fields_can_be_added_but_not_changed_or_removed()
    {
        var more = Definition();
        more.Fields.Add(new SearchableField("signer") { IsFilterable = true });
        await Indexes.CreateOrUpdateIndexAsync(more, cancellationToken: Stop);
        await Records.MergeDocumentsAsync([Some("r1", "signer", "Nguyễn Văn A")], cancellationToken: Stop);

        Assert.Equal("r1", await Find("nguyễn", In("signer")));
        Assert.Equal("r2 r3 r4 r5 r6", await Filter("signer eq null"));

        var changed = Definition();
        changed.Fields[1].AnalyzerName = LexicalAnalyzerName.StandardLucene;
        await Refused(400, "'title' cannot be changed", () => Indexes.CreateOrUpdateIndexAsync(changed, cancellationToken: Stop));
        await Refused(400, "'signer' cannot be deleted", () => Indexes.CreateOrUpdateIndexAsync(Definition(), cancellationToken: Stop));
        await Refused(409, "already exists", () => Indexes.CreateIndexAsync(Definition(), Stop));
    }

    [Fact]
    public async Task An_index_is_changed_only_on_the_version_that_was_read()
    {
        var read = (await Indexes.GetIndexAsync(Index, Stop)).Value;
        read.Fields.Add(new SimpleField("one", SearchFieldDataType.String));
        await Indexes.CreateOrUpdateIndexAsync(read, onlyIfUnchanged: true, cancellationToken: Stop);

        read.Fields.Add(new SimpleField("two", SearchFieldDataType.String));
        await Refused(412, "precondition", () => Indexes.CreateOrUpdateIndexAsync(read, onlyIfUnchanged: true, cancellationToken: Stop));
    }

    [Fact]
    public async Task A_definition_that_is_wrong_is_refused()
    {
        await Refused(400, "'Other'", () => Make(_ => { }, "Other"));
        await Refused(400, "'a--b'", () => Make(_ => { }, "a--b"));
        await Refused(400, "exactly one key", () => Make(index => index.Fields[0].IsKey = false));
        await Refused(400, "'id' is defined more than once", () => Make(index => index.Fields.Add(new SimpleField("id", SearchFieldDataType.String))));
        await Refused(400, "'1st'", () => Make(index => index.Fields.Add(new SimpleField("1st", SearchFieldDataType.String))));
        await Refused(400, "collection field 'many' cannot be sortable", () => Make(index => index.Fields.Add(new SearchField("many", SearchFieldDataType.Collection(SearchFieldDataType.String)) { IsSortable = true })));
        await Refused(400, "'number' of type 'Edm.Int32' cannot be searchable", () => Make(index => index.Fields.Add(new SearchField("number", SearchFieldDataType.Int32) { IsSearchable = true })));
        await Refused(400, "'title' cannot be in a suggester", () => Make(index =>
        {
            index.Fields.Add(new SearchableField("title") { AnalyzerName = LexicalAnalyzerName.StandardAsciiFoldingLucene });
            index.Suggesters.Add(new("typing", "title"));
        }));
    }

    [Fact]
    public async Task A_definition_that_is_not_played_is_refused_by_name()
    {
        await Refused(501, "'vi.lucene' of field 'title'", () => Make(index => index.Fields.Add(new SearchableField("title") { AnalyzerName = "vi.lucene" })));
        await Refused(501, "Edm.GeographyPoint", () => Make(index => index.Fields.Add(new SimpleField("place", SearchFieldDataType.GeographyPoint))));
        await Refused(501, "'fields'", () => Make(index => index.Fields.Add(new ComplexField("parts") { Fields = { new SimpleField("x", SearchFieldDataType.String) } })));
        await Refused(501, "'analyzers'", () => Make(index => index.Analyzers.Add(new CustomAnalyzer("mine", LexicalTokenizerName.Standard))));
        await Refused(501, "'scoringProfiles'", () => Make(index => index.ScoringProfiles.Add(new ScoringProfile("newest"))));
        await Refused(501, "ClassicSimilarity", () => Make(index => index.Similarity = new ClassicSimilarity()));
        await Refused(501, "'k1'", () => Make(index => index.Similarity = new BM25Similarity { K1 = 2 }));
        await Refused(501, "'corsOptions'", () => Make(index => index.CorsOptions = new CorsOptions(["*"])));
    }
}
