using Azure.Search.Documents;
using Azure.Search.Documents.Models;

namespace EmbeddedHost.Tests.Search;

public abstract partial class SearchContract
{
    private async Task<IDictionary<string, IList<string>>?> Highlights(string text, string highlight, SearchQueryType syntax = SearchQueryType.Simple, string? id = null)
    {
        var options = new SearchOptions { QueryType = syntax, HighlightFields = { highlight }, HighlightPreTag = "[", HighlightPostTag = "]", Filter = id is null ? null : $"id eq '{id}'" };
        return (await Search(text, options)).GetResults().First().Highlights;
    }

    [Theory]
    [InlineData("lưu hồ", "title", "Quyết định về [lưu] trữ [hồ] sơ")]
    [InlineData("\"lưu trữ\" sơ", "title", "Quyết định về [lưu] [trữ] hồ [sơ]")]
    [InlineData("quyet dinh", "anyTitle", "[Quyết] [định] về lưu trữ hồ sơ")]
    [InlineData("quy*", "anyTitle", "[Quyết] định về lưu trữ hồ sơ")]
    [InlineData("lưu -nước", "title", "Quyết định về [lưu] trữ hồ sơ")]
    public async Task What_was_found_is_marked_in_the_text_as_it_is_stored(string text, string field, string marked) =>
        Assert.Equal([marked], (await Highlights(text, field, id: "r1"))![field]);

    [Theory]
    [InlineData("title:tr?", "Quyết định về lưu [trữ] hồ sơ")]
    [InlineData("title:định~1", "Quyết [định] về lưu trữ hồ sơ")]
    [InlineData("title:/h.?/", "Quyết định về lưu trữ [hồ] sơ")]
    [InlineData("title:\"định lưu\"~2", "Quyết [định] về [lưu] trữ hồ sơ")]
    public async Task Patterns_of_the_full_syntax_are_marked(string text, string marked) =>
        Assert.Equal([marked], (await Highlights(text, "title", SearchQueryType.Full, "r1"))!["title"]);

    [Fact]
    public async Task A_phrase_is_marked_only_where_it_stands_together()
    {
        await Records.UploadDocumentsAsync([Some("ph", "notes", "lưu giữ và lưu trữ, trữ lưu")], cancellationToken: Stop);

        Assert.Equal(["lưu giữ và [lưu] [trữ], trữ lưu"], (await Highlights("\"lưu trữ\"", "notes", id: "ph"))!["notes"]);
    }

    [Fact]
    public async Task Long_text_is_cut_to_the_fragments_asked_for_the_richest_first()
    {
        var filler = string.Join(' ', Enumerable.Repeat("chữ", 100));
        await Records.UploadDocumentsAsync([Some("long", "notes", $"{filler} mốc {filler} mốc mốc mốc {filler} mốc {filler}")], cancellationToken: Stop);

        var two = (await Highlights("mốc", "notes-2", id: "long"))!["notes"];

        Assert.Equal(2, two.Count);
        Assert.Contains("[mốc] [mốc] [mốc]", two[0], StringComparison.Ordinal);
        Assert.All(two, fragment => Assert.InRange(fragment.Length, 60, 180));
        Assert.Equal(3, (await Highlights("mốc", "notes", id: "long"))!["notes"].Count);
    }

    [Fact]
    public async Task Markup_in_stored_text_is_not_escaped()
    {
        await Records.UploadDocumentsAsync([Some("html", "notes", "<script>alert(1)</script> mã")], cancellationToken: Stop);

        Assert.Equal(["<script>alert(1)</script> [mã]"], (await Highlights("mã", "notes", id: "html"))!["notes"]);
    }

    [Fact]
    public async Task A_field_without_a_match_has_no_highlights()
    {
        Assert.Null(await Highlights("lưu", "number", id: "r1"));
        Assert.Null(await Highlights("*", "title", id: "r1"));
        await Refused(400, "'year' is not a searchable field", () => Highlights("lưu", "year"));
        await Refused(400, "set together", () => Find("lưu", new SearchOptions { HighlightFields = { "title" }, HighlightPreTag = "[" }));
    }

    private async Task<string> Complete(string text, AutocompleteMode mode, string? filter = null)
    {
        var options = new AutocompleteOptions { Mode = mode, Filter = filter, Size = 10 };
        var completions = (await Records.AutocompleteAsync(text, "typing", options, Stop)).Value.Results;
        return string.Join(", ", completions.Select(item => $"{item.Text}={item.QueryPlusText}"));
    }

    [Fact]
    public async Task A_suggestion_is_the_text_that_matches_what_was_typed()
    {
        var options = new SuggestOptions { HighlightPreTag = "[", HighlightPostTag = "]", Select = { "id", "year" }, OrderBy = { "id" } };
        var suggestions = (await Records.SuggestAsync<SearchDocument>("nhà má", "typing", options, Stop)).Value.Results;
        var folded = (await Records.SuggestAsync<SearchDocument>("nha may d", "typing", cancellationToken: Stop)).Value.Results;

        Assert.Equal(["[Nhà] [máy] nước", "[Nhà] [máy] điện"], suggestions.Select(item => item.Text));
        Assert.Equal(["id", "year"], suggestions[0].Document.Keys);
        Assert.Equal("nha may dien", Assert.Single(folded).Text);
        Assert.Equal(["id"], folded[0].Document.Keys);
    }

    [Fact]
    public async Task Suggestions_and_completions_keep_to_the_filter()
    {
        var options = new SuggestOptions { Filter = "isOpen eq true" };

        Assert.Equal("r5", Assert.Single((await Records.SuggestAsync<SearchDocument>("nha", "typing", options, Stop)).Value.Results).Document["id"]);
        Assert.Equal("nuoc=nuoc", await Complete("nuo", AutocompleteMode.OneTerm, "isOpen eq true"));
        Assert.Equal("", await Complete("nuo", AutocompleteMode.OneTerm, "isOpen eq false"));
    }

    [Fact]
    public async Task Completions_finish_a_term_two_terms_or_a_phrase()
    {
        Assert.Equal("lưu=lưu", await Complete("lư", AutocompleteMode.OneTerm));
        Assert.Equal("sơ=hồ sơ", await Complete("hồ s", AutocompleteMode.OneTerm));
        Assert.Equal("lưu giữ=lưu giữ, lưu trữ=lưu trữ", await Complete("lư", AutocompleteMode.TwoTerms));
        Assert.Equal("lưu trữ=lưu trữ", await Complete("lưu t", AutocompleteMode.OneTermWithContext));
    }

    [Fact]
    public async Task Suggestions_are_refused_what_they_cannot_do()
    {
        Task Suggest(string text, string suggester, SuggestOptions? options = null) => Records.SuggestAsync<SearchDocument>(text, suggester, options, Stop);

        await Refused(400, "'other'", () => Suggest("a", "other"));
        await Refused(501, "'fuzzy'", () => Suggest("a", "typing", new() { UseFuzzyMatching = true }));
        await Refused(400, "between 1 and 100", () => Suggest(new string('a', 101), "typing"));
        await Refused(400, "$top", () => Suggest("a", "typing", new() { Size = 101 }));
        await Refused(400, "'number' is not part of the suggester", () => Suggest("a", "typing", new() { SearchFields = { "number" } }));
    }
}
