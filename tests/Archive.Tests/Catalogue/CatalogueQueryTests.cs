using System.Text;
using System.Text.RegularExpressions;
using Archive.Catalogue;
using Archive.ReadingRoom;
using CsCheck;

namespace Archive.Tests.Catalogue;

public sealed partial class CatalogueQueryTests
{
    private const string Signs = "+-&|!(){}[]^\"“”~*?:\\/'; \t\n";

    private static readonly Gen<string> Typed = Gen.String[Gen.OneOf(
        Gen.Char, Gen.Char[Signs], Gen.Char["aăâđeêioôơuưyấỵ67"]), 0, 60];

    [Fact]
    public void Whatever_is_typed_only_quoted_words_reach_the_parser() => Typed.Sample(typed =>
    {
        var search = Accept(typed).Search;
        return search == "*" || OnlyQuoted().IsMatch(search);
    });

    [Fact]
    public void Whatever_is_typed_the_filter_still_begins_with_what_the_caller_may_see() => Typed.Sample(typed =>
        CatalogueQuery.Of(new CatalogueRequest { Q = "a", Issuer = typed }, Caller.Anonymous) is CatalogueReading.Accepted accepted
        && accepted.Query.Filter.StartsWith("readers/any(r: search.in(r, 'anyone', ','))", StringComparison.Ordinal)
        && accepted.Query.Filter.Count(letter => letter == '\'') % 2 == 0);

    [Fact]
    public void A_word_without_accents_is_looked_for_in_folded_fields_alone()
    {
        var query = Accept("luu");

        Assert.Contains("titleFolded:\"luu\"", query.Search, StringComparison.Ordinal);
        Assert.DoesNotContain("title:", query.Search, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("lưu")]
    [InlineData("đi")]
    [InlineData("ĐI")]
    public void A_word_with_accents_is_looked_for_both_ways(string word)
    {
        var query = Accept(word);

        Assert.Contains($"title:\"{word}\"^800", query.Search, StringComparison.Ordinal);
        Assert.Contains("titleFolded:\"", query.Search, StringComparison.Ordinal);
    }

    [Fact]
    public void Decomposed_letters_make_the_same_query() =>
        Assert.Equal(Accept("lưu trữ điện tử").Search, Accept("lưu trữ điện tử".Normalize(NormalizationForm.FormD)).Search);

    [Theory]
    [InlineData("\"kế hoạch\" 67")]
    [InlineData("“kế hoạch” 67")]
    public void Words_between_quotes_stay_together(string typed) =>
        Assert.Contains("+(title:\"kế hoạch\"", Accept(typed).Search, StringComparison.Ordinal);

    [Theory]
    [InlineData("67/KH-UBND")]
    [InlineData("67 kh ubnd")]
    [InlineData("Số: 067/KH-UBND")]
    public void What_looks_like_a_number_and_notation_is_looked_for_among_the_keys(string typed) =>
        Assert.StartsWith($"keys:\"{Archive.Description.Notation.KeyOf("67/KH-UBND")}\"^", Accept(typed).Search, StringComparison.Ordinal);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    public void Nothing_typed_browses_newest_first(string? typed)
    {
        var query = Accept(typed);

        Assert.Equal("*", query.Search);
        Assert.Equal("issuedFrom desc", query.OrderBy[0]);
    }

    [Fact]
    public void Signs_without_a_word_find_nothing_rather_than_everything() =>
        Assert.EndsWith(" and id eq ''", Accept("*** ?").Filter, StringComparison.Ordinal);

    [Fact]
    public void Every_order_ends_with_the_key() =>
        Assert.All(new[] { "newest", "oldest", "relevance", null }, sort => Assert.Equal("id", Accept("a", new CatalogueRequest { Sort = sort }).OrderBy[^1]));

    [Fact]
    public void Dates_span_the_whole_of_what_they_can_mean_on_vietnamese_clocks()
    {
        var filter = Accept("a", new CatalogueRequest { From = "2026", To = "03/2026" }).Filter;

        Assert.Contains("issuedTo ge 2025-12-31T17:00:00Z", filter, StringComparison.Ordinal);
        Assert.Contains("issuedFrom le 2026-03-31T16:59:59Z", filter, StringComparison.Ordinal);
    }

    [Fact]
    public void A_quote_in_a_value_stays_in_the_value() =>
        Assert.Contains("issuerFolded eq 'so'' or true or ''a'", Accept("a", new CatalogueRequest { Issuer = "sở' or true or 'a" }).Filter, StringComparison.Ordinal);

    [Theory]
    [InlineData(" H26.02 '3' ", "' H26.02 ''3'' '")]
    [InlineData("h26.Ấ", "'h26.Ấ'")]
    public void A_dossier_is_compared_letter_by_letter_as_it_was_given_with_all_a_record_is_in(string code, string literal) =>
        Assert.EndsWith($" and (fileCode eq {literal} or alsoIn/any(d: d eq {literal}))", Accept(null, new CatalogueRequest { Dossier = code }).Filter, StringComparison.Ordinal);

    public static TheoryData<CatalogueRequest, string> Nonsense() => new()
    {
        { new CatalogueRequest { Agency = "nobody" }, "agency" },
        { new CatalogueRequest { Dossier = new string('a', 501) }, "dossier" },
        { new CatalogueRequest { Year = "26" }, "year" },
        { new CatalogueRequest { From = "31/02/2026" }, "from" },
        { new CatalogueRequest { To = "soon" }, "to" },
        { new CatalogueRequest { Access = "03" }, "access" },
        { new CatalogueRequest { Custody = "mine" }, "custody" },
        { new CatalogueRequest { Sort = "best" }, "sort" },
        { new CatalogueRequest { Size = "0" }, "size" },
        { new CatalogueRequest { Size = "101" }, "size" },
        { new CatalogueRequest { Size = "+5" }, "size" },
        { new CatalogueRequest { Continuation = "AAAA" }, "continuation" },
        { new CatalogueRequest { Continuation = "%%" }, "continuation" },
        { new CatalogueRequest { Q = new string('a', 1001) }, "q" },
        { new CatalogueRequest { Q = string.Concat(Enumerable.Repeat("a ", 200)) }, "q" },
    };

    [Theory]
    [MemberData(nameof(Nonsense))]
    public void A_parameter_that_makes_no_sense_is_named(CatalogueRequest request, string parameter) =>
        Assert.Equal(parameter, Assert.IsType<CatalogueReading.Refused>(CatalogueQuery.Of(request, Caller.Anonymous)).Parameter);

    [Fact]
    public void A_continuation_leads_to_the_next_page_of_its_own_query()
    {
        var next = Accept("a").Next(50)!;

        Assert.Equal(20, Accept("a", new CatalogueRequest { Continuation = next }).Skip);
        Assert.IsType<CatalogueReading.Refused>(CatalogueQuery.Of(new CatalogueRequest { Q = "b", Continuation = next }, Caller.Anonymous));
        Assert.IsType<CatalogueReading.Refused>(CatalogueQuery.Of(new CatalogueRequest { Q = "a", Continuation = next }, Given.Caller(Role.Archivist)));
        Assert.IsType<CatalogueReading.Refused>(CatalogueQuery.Of(new CatalogueRequest { Q = "a", Continuation = (next[0] == 'A' ? 'B' : 'A') + next[1..] }, Caller.Anonymous));
    }

    [Fact]
    public void Pages_end_with_the_list_and_where_the_service_goes_no_deeper()
    {
        Assert.Null(Accept("a").Next(20));
        Assert.Null((Accept("a") with { Skip = CatalogueQuery.Deepest - 20 }).Next(1_000_000));
        Assert.NotNull((Accept("a") with { Skip = CatalogueQuery.Deepest - 40 }).Next(1_000_000));
    }

    private static CatalogueQuery Accept(string? typed, CatalogueRequest? request = null) =>
        Assert.IsType<CatalogueReading.Accepted>(CatalogueQuery.Of((request ?? new CatalogueRequest()) with { Q = typed }, Caller.Anonymous)).Query;

    /// <summary>An expression made of field:"words"^boost, brackets and plus signs: within the quotes neither quote nor backslash.</summary>
    [GeneratedRegex("""^(?:[a-zA-Z]+:"[^"\\]*"(?:\^[0-9.]+)?|[()+ ])+$""", RegexOptions.Singleline)]
    private static partial Regex OnlyQuoted();
}
