using Archive.ReadingRoom.Board;

namespace Archive.Tests.ReadingRoom;

public sealed class IngestMonthTests
{
    private static readonly DateOnly May = new(2026, 5, 1);

    /// <summary>19:00 UTC of 31 May is the first of June in Viet Nam.</summary>
    private static readonly DateTimeOffset EarlyJune = new(2026, 5, 31, 19, 0, 0, TimeSpan.Zero);

    [Fact]
    public void An_empty_archive_counts_its_present_month() => Assert.Equal([new(2026, 6, 1)], IngestMonth.Open(null, [], EarlyJune, 10));

    [Fact]
    public void Every_month_from_the_first_record_on_is_counted_the_oldest_first_and_some_at_a_time() =>
        Assert.Equal([new(2026, 3, 1), new(2026, 4, 1)], IngestMonth.Open(new(2026, 3, 1), [], EarlyJune, 2));

    [Fact]
    public void A_month_is_counted_once_more_when_all_of_it_has_its_outcome_and_then_never_again()
    {
        Assert.Equal([May], IngestMonth.Open(May, [Counted(May, EarlyJune), Counted(new(2026, 6, 1), EarlyJune.AddHours(2))], EarlyJune.AddHours(2), 10));
        Assert.Empty(IngestMonth.Open(May, [Counted(May, EarlyJune.AddDays(2)), Counted(new(2026, 6, 1), EarlyJune.AddDays(90))], EarlyJune.AddDays(90), 1).Where(month => month == May));
    }

    [Fact]
    public void The_present_month_is_counted_hourly()
    {
        var june = Counted(new(2026, 6, 1), EarlyJune);
        Assert.Empty(IngestMonth.Open(null, [june], EarlyJune.AddMinutes(59), 10));
        Assert.Equal([june.Month], IngestMonth.Open(null, [june], EarlyJune.AddMinutes(60), 10));
    }

    [Fact]
    public void What_is_overdue_is_counted_after_each_night()
    {
        var last = new OverdueCount(EarlyJune, new Dictionary<string, IReadOnlyDictionary<string, int>>());
        Assert.True(OverdueCount.IsStale(null, EarlyJune));
        Assert.False(OverdueCount.IsStale(last, EarlyJune.AddHours(5)));
        Assert.True(OverdueCount.IsStale(last, EarlyJune.AddHours(7)));
        Assert.True(OverdueCount.IsStale(last with { CountedAt = EarlyJune.AddHours(-3) }, EarlyJune));
    }

    private static IngestMonth Counted(DateOnly month, DateTimeOffset at) => new(month, at, new Dictionary<string, AgencyIngest>());
}
