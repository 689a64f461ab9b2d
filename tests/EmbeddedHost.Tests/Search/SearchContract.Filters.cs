namespace EmbeddedHost.Tests.Search;

public abstract partial class SearchContract
{
    [Theory]
    [InlineData("year eq 2022", "r2 r3")]
    [InlineData("year ne 2022", "r1 r4 r5 r6")]
    [InlineData("year gt 2022", "r4 r6")]
    [InlineData("year ge 2022 and year lt 2024", "r2 r3")]
    [InlineData("2022 le year", "r2 r3 r4 r6")]
    [InlineData("weight le 1.5", "r1 r6")]
    [InlineData("weight eq 4", "r5")]
    [InlineData("weight lt -0.5e0", "r6")]
    [InlineData("agency eq 'O''Neil'", "r5")]
    [InlineData("agency eq 'Sở Nội vụ'", "r3 r4")]
    [InlineData("agency eq 'So Noi vu'", "")]
    [InlineData("agency gt 'P'", "r1 r2 r3 r4")]
    [InlineData("agency eq null", "r6")]
    [InlineData("null ne year", "r1 r2 r3 r4 r6")]
    [InlineData("isOpen", "r1 r3 r5")]
    [InlineData("not isOpen", "r2 r4 r6")]
    [InlineData("isOpen eq false", "r2 r4")]
    [InlineData("true", "r1 r2 r3 r4 r5 r6")]
    [InlineData("false or id eq 'r1'", "r1")]
    [InlineData("issuedOn ge 2022-07-01T00:00:00+07:00 and issuedOn lt 2024-12-30T18:00:00Z", "r3 r4 r6")]
    [InlineData("issuedOn eq 2024-12-30T17:00:00Z", "r6")]
    [InlineData("search.in(agency, 'UBND,O''Neil')", "r1 r2 r5")]
    [InlineData("search.in(agency, 'Sở Nội vụ|UBND', '|')", "r1 r2 r3 r4")]
    [InlineData("search.in(agency, '')", "")]
    [InlineData("tags/any(t: t eq 'giấy')", "r1 r5 r6")]
    [InlineData("tags/any(t: t eq 'quý' or t eq 'điện tử')", "r1 r2 r4 r6")]
    [InlineData("tags/any(t: search.in(t, 'quý|điện tử', '|'))", "r1 r2 r4 r6")]
    [InlineData("tags/any()", "r1 r2 r4 r5 r6")]
    [InlineData("not tags/any(t: t eq 'giấy') and (year eq 2022 or year eq 2024)", "r2 r3 r4")]
    [InlineData("year eq 2021 or year eq 2022 and isOpen", "r1 r3")]
    [InlineData("size eq 1", "")]
    public async Task A_filter_selects(string filter, string found) => Assert.Equal(found, await Filter(filter));

    [Theory]
    [InlineData("noSuch eq 1", 400, "'noSuch'")]
    [InlineData("title eq 'x'", 400, "'title' is not a filterable field")]
    [InlineData("year eq '2022'", 400, "incompatible types")]
    [InlineData("year eq 2022.5", 400, "incompatible types")]
    [InlineData("agency eq 5", 400, "incompatible types")]
    [InlineData("isOpen gt true", 400, "incompatible types")]
    [InlineData("issuedOn gt 2022-01-01", 400, "2022-01-01")]
    [InlineData("agency gt null", 400, "null")]
    [InlineData("agency", 400, "cannot stand alone")]
    [InlineData("tags eq 'x'", 400, "collection")]
    [InlineData("agency/any(a: a eq 'x')", 400, "'any'")]
    [InlineData("search.in(year, '1,2')", 400, "search.in")]
    [InlineData("year eq", 400, "ends too early")]
    [InlineData("year eq 2022)", 400, "position 12")]
    [InlineData("year like 2022", 400, "'year'")]
    [InlineData("agency eq 'x", 400, "position 10")]
    [InlineData("tags/all(t: t ne 'x')", 501, "'all'")]
    [InlineData("tags/any(t: t ne 'x')", 501, "'ne' inside a lambda")]
    [InlineData("tags/any(t: t eq 'x' and t eq 'y')", 501, "'and' inside a lambda")]
    [InlineData("tags/any(t: not (t eq 'x'))", 501, "'not' inside a lambda")]
    [InlineData("tags/any(t: agency eq 'x')", 501, "'agency' inside a lambda")]
    [InlineData("search.ismatch('x')", 501, "search.ismatch")]
    [InlineData("geo.distance(place, geography'POINT(0 0)') lt 5", 501, "geo.distance")]
    [InlineData("agency/city eq 'x'", 501, "agency/city")]
    public async Task A_filter_that_is_wrong_or_not_played_is_refused_by_name(string filter, int status, string naming) =>
        await Refused(status, naming, () => Filter(filter));

    [Fact]
    public async Task A_filter_nested_too_deep_is_refused_and_a_long_one_is_not()
    {
        await Refused(400, "nested deeper", () => Filter(new string('(', 5000) + "true" + new string(')', 5000)));
        Assert.Equal("r1", await Filter(string.Join(" or ", Enumerable.Range(1, 2900).Select(number => $"id eq 'r{number + 100}'")) + " or id eq 'r1'"));
        await Refused(400, "3000 clauses", () => Filter(string.Join(" or ", Enumerable.Range(1, 3100).Select(number => $"id eq 'r{number + 100}'"))));
        Assert.Equal("r2", await Filter($"search.in(id, '{string.Join(',', Enumerable.Range(100, 5000))},r2')"));
    }
}
