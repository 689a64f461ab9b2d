using Archive.Records;
using Archive.Transfer;

namespace Archive.Tests.Transfer;

public sealed class NoticeTests
{
    private static readonly AgencyCode Agency = AgencyCode.Parse("H26.02");
    private static readonly DateOnly Day = Clocks.Day("2026-06-15");

    [Fact]
    public void A_day_is_summed_up_by_what_its_records_came_to() => Assert.Equal(
        new AgencyNoticed("H26.02", Day, 2, 1, 3),
        Notice.Summary(Agency, Day, [Of("a", "notice-180"), Of("b", "notice-30"), Of("c", "kept"), Of("d", "overdue-1"), Of("e", "overdue-12"), Of("f", "kept"), Of("f", "overdue-1")]));

    [Fact]
    public void An_agency_that_was_told_nothing_has_no_summary() => Assert.Null(Notice.Summary(Agency, Day, []));

    [Theory]
    [InlineData("2026-06-13", "2026-06-15T06:30", "2026-06-14 2026-06-15")] // one was missed
    [InlineData("2026-06-14", "2026-06-15T06:29", "")] // the night is not over
    [InlineData("2026-06-13", "2026-06-15T03:00", "2026-06-14")] // started anew in the night
    [InlineData("2026-06-15", "2026-06-15T06:30", "")] // done already
    [InlineData("2026-06-20", "2026-06-15T06:30", "")]
    [InlineData(null, "2026-06-15T06:30", "2026-06-15")]
    public void Every_day_is_summed_up_once_its_night_is_over(string? last, string now, string days) => Assert.Equal(
        days,
        string.Join(' ', Notice.DaysToSumUp(last is null ? null : Clocks.Day(last), DateTimeOffset.Parse(now + "+07:00", System.Globalization.CultureInfo.InvariantCulture)).Select(day => $"{day:yyyy-MM-dd}")));

    [Fact]
    public void A_long_outage_is_caught_up_a_month_at_a_time() => Assert.Equal(Notice.MostDays, Notice.DaysToSumUp(Clocks.Day("2020-01-01"), new DateTimeOffset(2026, 6, 15, 0, 0, 0, TimeSpan.Zero)).Count);

    private static Notice Of(string record, string kind) => new(Agency, Day, kind, record, Day, []);
}
