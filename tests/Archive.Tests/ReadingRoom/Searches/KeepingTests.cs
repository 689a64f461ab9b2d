using Archive.Catalogue;
using Archive.ReadingRoom.Searches;

namespace Archive.Tests.ReadingRoom.Searches;

public sealed class KeepingTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 28, 1, 0, 0, TimeSpan.Zero);
    private static readonly CatalogueRequest Asked = new() { Q = "bảo tồn", Year = "1998", Size = "50", Continuation = "x" };

    [Fact]
    public void A_search_is_kept_from_its_first_page_on()
    {
        var kept = Assert.IsType<Keeping.Kept>(Keeping.Decide("  Pho\u0302\u0301 co\u0309\n", Asked, [], Now)).Search;
        Assert.Equal(("Phố cỏ", Asked with { Size = null, Continuation = null }, Now), (kept.Name, kept.Asked, kept.LookedAt));
    }

    [Fact]
    public void The_same_search_kept_twice_is_one_and_goes_by_the_later_name()
    {
        var first = Assert.IsType<Keeping.Kept>(Keeping.Decide("một", Asked, [], Now)).Search;
        var second = Assert.IsType<Keeping.Kept>(Keeping.Decide("hai", Asked with { Continuation = "y" }, [first], Now.AddDays(1))).Search;
        Assert.Equal(first with { Name = "hai" }, second);
        Assert.NotEqual(first.Id, SavedSearch.IdOf(Asked with { Sort = "oldest" }));
        Assert.NotEqual(first.Id, SavedSearch.IdOf(Asked with { Year = "1999" }));
    }

    [Fact]
    public void No_more_than_a_hundred_are_kept_but_those_may_be_renamed()
    {
        var held = Enumerable.Range(0, SavedSearch.Most).Select(number => Assert.IsType<Keeping.Kept>(Keeping.Decide("n", new CatalogueRequest { Q = $"{number}" }, [], Now)).Search).ToList();
        Assert.IsType<Keeping.TooMany>(Keeping.Decide("m", Asked, held, Now));
        Assert.IsType<Keeping.Kept>(Keeping.Decide("m", Asked, held[1..], Now));
        Assert.IsType<Keeping.Kept>(Keeping.Decide("m", held[0].Asked, held, Now));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \t\u200B ")]
    [InlineData("long")]
    public void A_search_without_a_name_that_somebody_would_call_it_is_not_kept(string? name) =>
        Assert.IsType<Keeping.NameInvalid>(Keeping.Decide(name == "long" ? new string('a', SavedSearch.LongestName + 1) : name, Asked, [], Now));
}
