using System.Text;
using Azure.Search.Documents;
using Azure.Search.Documents.Models;

namespace EmbeddedHost.Tests.Search;

public abstract partial class SearchContract
{
    private static SearchOptions In(string fields, SearchMode mode = SearchMode.Any, SearchQueryType syntax = SearchQueryType.Simple)
    {
        var options = new SearchOptions { SearchMode = mode, QueryType = syntax };
        foreach (var field in fields.Split(',', StringSplitOptions.RemoveEmptyEntries))
            options.SearchFields.Add(field);
        return options;
    }

    private async Task<string> FindSorted(string text, SearchOptions options)
    {
        options.OrderBy.Add("id");
        return await Find(text, options);
    }

    [Theory]
    [InlineData("lưu trữ", "title", "r1")]
    [InlineData("luu tru", "title", "r2")]
    [InlineData("LƯU TRỮ", "title", "r1")]
    [InlineData("luu tru", "titleFolded", "r1 r2")]
    [InlineData("lưu trữ", "titleFolded", "")]
    [InlineData("lưu trữ", "anyTitle", "r1 r2")]
    [InlineData("luu tru", "anyTitle", "r1 r2")]
    [InlineData("Lưu Trữ", "anyTitle", "r1 r2")]
    public async Task Accents_count_in_an_accented_field_and_not_in_a_folded_one(string text, string field, string found) =>
        Assert.Equal(found, await FindSorted(text, In(field, SearchMode.All)));

    [Theory]
    [InlineData("đi", "title", "r3")]
    [InlineData("ĐI", "title", "r3")]
    [InlineData("di", "title", "")]
    [InlineData("đi", "anyTitle", "r3")]
    [InlineData("di", "anyTitle", "r3")]
    [InlineData("da nang", "titleFolded", "r3")]
    [InlineData("Đà Nẵng", "anyTitle", "r3")]
    public async Task The_letter_đ_is_a_letter_of_its_own_until_it_is_folded(string text, string field, string found) =>
        Assert.Equal(found, await FindSorted(text, In(field, SearchMode.All)));

    [Fact]
    public async Task Decomposed_text_is_not_composed_by_the_service()
    {
        Assert.Equal("", await Find("lưu trữ".Normalize(NormalizationForm.FormD), In("anyTitle", SearchMode.All)));
    }

    [Fact]
    public async Task An_accented_query_ranks_the_accented_title_above_the_folded_one()
    {
        var found = await Find("title:(lưu trữ)^3 OR titleFolded:(luu tru)", In("", SearchMode.All, SearchQueryType.Full));

        Assert.Equal("r1 r2", found);
    }

    [Fact]
    public async Task A_boost_decides_the_order()
    {
        Assert.Equal("r1 r2", await Find("title:định^20 OR title:dien", In("", syntax: SearchQueryType.Full)));
        Assert.Equal("r2 r1", await Find("title:định OR title:dien^20", In("", syntax: SearchQueryType.Full)));
    }

    [Theory]
    [InlineData("hồ sơ lưu trữ", SearchMode.All, "r1")]
    [InlineData("hồ sơ lưu trữ", SearchMode.Any, "r1 r4")]
    [InlineData("\"lưu trữ hồ sơ\"", SearchMode.Any, "r1")]
    [InlineData("\"hồ sơ lưu trữ\"", SearchMode.Any, "")]
    [InlineData("hồ -trữ", SearchMode.All, "r4")]
    [InlineData("nước | trữ", SearchMode.All, "r1 r5")]
    [InlineData("nhà + (nước | điện)", SearchMode.All, "r5 r6")]
    [InlineData("Kế*", SearchMode.Any, "r4")]
    [InlineData("67/KH-UBND", SearchMode.All, "r4")]
    public async Task The_simple_syntax_has_phrases_prefixes_and_signs(string text, SearchMode mode, string found) =>
        Assert.Equal(found, await FindSorted(text, In("title", mode)));

    [Theory]
    [InlineData("title:\"hồ lưu\"~4", "r1 r4")]
    [InlineData("title:tr?", "r1 r2")]
    [InlineData("title:dien~1", "r2")]
    [InlineData("title:/ng?h/", "")]
    [InlineData("title:(nhà AND NOT nước)", "r6")]
    [InlineData("+titleFolded:ho +titleFolded:ke*", "r4")]
    [InlineData("*:*", "r1 r2 r3 r4 r5 r6")]
    public async Task The_full_syntax_has_fields_wildcards_and_nearness(string text, string found) =>
        Assert.Equal(found, await FindSorted(text, In("title", syntax: SearchQueryType.Full)));

    [Fact]
    public async Task A_prefix_is_lower_cased_but_not_folded()
    {
        Assert.Equal("", await Find("LƯ*", In("anyTitle")));
        Assert.Equal("r1 r2 r4", await FindSorted("LU*", In("anyTitle")));
    }

    [Fact]
    public async Task A_keyword_field_matches_only_as_a_whole()
    {
        Assert.Equal("r3", await Find("R3", In("number")));
        Assert.Equal("", await Find("r3", In("number")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("*")]
    public async Task An_empty_text_finds_everything(string text) => Assert.Equal("r1 r2 r3 r4 r5 r6", await FindSorted(text, In("")));

    [Fact]
    public async Task Text_that_holds_no_term_finds_nothing() => Assert.Equal("", await Find("– !", In("title")));

    [Fact]
    public async Task A_query_that_cannot_be_read_is_refused()
    {
        await Refused(400, "Failed to parse query string", () => Find("title:(lưu", In("", syntax: SearchQueryType.Full)));
        await Refused(400, "nested deeper", () => Find(new string('(', 5000) + "a", In("title")));
        await Refused(400, "'noSuch'", () => Find("noSuch:a", In("", syntax: SearchQueryType.Full)));
        await Refused(400, "'year' is not a searchable field", () => Find("a", In("year")));
        await Refused(400, "$filter", () => Find("title:[a TO b]", In("", syntax: SearchQueryType.Full)));
    }
}
