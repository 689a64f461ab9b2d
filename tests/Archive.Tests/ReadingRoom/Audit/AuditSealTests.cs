using Archive.ReadingRoom.Audit;

namespace Archive.Tests.ReadingRoom.Audit;

public sealed class AuditSealTests
{
    private static readonly DateOnly Day = new(2026, 11, 28);
    private static readonly AuditKey Key = new("2026-11-28|asked", "000000000001-aa");

    [Fact]
    public void A_day_left_alone_is_intact() => Assert.Equal(SealVerdict.Intact, AuditSeal.Judge(Seal("", ("Body0", "x")), null, Seal("", ("Body0", "x"))));

    [Fact]
    public void An_entry_changed_added_or_removed_shows()
    {
        var held = Seal("", ("Body0", "x"));
        Assert.Equal(SealVerdict.Changed, AuditSeal.Judge(held, null, Seal("", ("Body0", "y"))));
        Assert.Equal(SealVerdict.Changed, AuditSeal.Judge(held, null, Seal("", ("Body0", "x"), ("Body1", ""))));
        Assert.Equal(SealVerdict.Changed, AuditSeal.Judge(held, null, Seal("")));
        Assert.Equal(SealVerdict.Changed, AuditSeal.Judge(held, null, held with { Entries = 2 }));
    }

    [Fact]
    public void A_seal_that_is_gone_or_replaced_shows()
    {
        var before = Seal("", ("Body0", "x")) with { Day = Day.AddDays(-1) };
        var held = Seal(before.Sha256, ("Body0", "y"));
        Assert.Equal(SealVerdict.Intact, AuditSeal.Judge(held, before, held));
        Assert.Equal(SealVerdict.Missing, AuditSeal.Judge(null, before, held));
        Assert.Equal(SealVerdict.Unlinked, AuditSeal.Judge(held, null, held));
        Assert.Equal(SealVerdict.Unlinked, AuditSeal.Judge(held, before with { Sha256 = "0" }, held));
    }

    [Fact]
    public void Letters_moved_from_one_property_to_the_next_and_another_name_are_a_change()
    {
        Assert.NotEqual(Seal("", ("A", "bc"), ("D", "")).Sha256, Seal("", ("A", "b"), ("cD", "")).Sha256);
        Assert.NotEqual(Seal("", ("A", "b")).Sha256, Seal("", ("B", "b")).Sha256);
    }

    [Fact]
    public void The_order_of_properties_is_nothing() => Assert.Equal(Seal("", ("A", "1"), ("B", "2")), Seal("", ("B", "2"), ("A", "1")));

    [Theory]
    [InlineData(null, null, "2026-11-28T17:20:00Z", 0)]
    [InlineData(null, "2026-11-27", "2026-11-28T17:20:00Z", 2)]
    [InlineData("2026-11-27", "2026-11-20", "2026-11-28T17:20:00Z", 1)]
    [InlineData("2026-11-27", "2026-11-20", "2026-11-28T17:10:00Z", 0)]
    [InlineData("2026-11-20", "2026-11-20", "2026-11-28T17:20:00Z", 8)]
    [InlineData("2026-11-28", "2026-11-20", "2026-11-28T17:20:00Z", 0)]
    public void Every_day_that_is_over_and_settled_is_closed_once(string? last, string? first, string now, int days)
    {
        var closed = AuditSeal.DaysToClose(Of(last), Of(first), DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture)).ToList();
        Assert.Equal(days, closed.Count);
        Assert.All(closed, day => Assert.True(day <= new DateOnly(2026, 11, 28)));
    }

    private static DateOnly? Of(string? day) => day is null ? null : DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static AuditSeal Seal(string previous, params (string Name, string Value)[] properties)
    {
        using var maker = new SealMaker(Day, previous);
        if (properties.Length > 0)
            maker.Add(Key, properties.Select(one => KeyValuePair.Create(one.Name, one.Value)));
        return maker.Seal();
    }
}
