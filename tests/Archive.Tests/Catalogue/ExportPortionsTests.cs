using Archive.Catalogue;
using Archive.ReadingRoom;

namespace Archive.Tests.Catalogue;

public sealed class ExportPortionsTests
{
    [Fact]
    public void Portions_follow_each_other_up_to_the_bound_and_ask_for_nothing_else()
    {
        var query = ((CatalogueReading.Accepted)CatalogueQuery.Of(new CatalogueRequest { Q = "a", Year = "2026", Size = "7" }, Caller.Anonymous)).Query;
        var portions = ExportPortions.Of(query).ToList();

        Assert.Equal(Enumerable.Range(0, portions.Count).Select(number => number * ExportPortions.Portion), portions.Select(portion => portion.Skip));
        Assert.Equal(ExportPortions.Most, portions.Sum(portion => portion.Size));
        Assert.All(portions, portion => Assert.Equal(query, portion with { Size = query.Size, Skip = 0 }));
    }

    [Theory]
    [InlineData(ExportPortions.Most, false)]
    [InlineData(ExportPortions.Most + 1, true)]
    public void A_list_is_cut_only_when_there_is_more(long count, bool isCut) => Assert.Equal(isCut, ExportPortions.Cuts(count));
}
