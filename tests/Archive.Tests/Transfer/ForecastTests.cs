using Archive.Records;
using Archive.Transfer;

namespace Archive.Tests.Transfer;

public sealed class ForecastTests
{
    private static readonly DateOnly Today = Clocks.Day("2026-06-15");
    private static readonly Finding Missing = Finding.Of(FindingCodes.TransferFieldMissing, "subject");

    [Fact]
    public void Every_month_says_what_falls_due_in_it_and_what_became_of_that()
    {
        var forecast = Forecast.Of(
            [
                Falls("2026-07-01"), Falls("2026-07-31", ClockState.Noticed, Missing), Falls("2026-07-02", ClockState.Transferring), Gone("2026-07-03", "2026-06-01"),
                Falls("2026-07-04", ClockState.Exempt), Falls("2026-06-30"), Falls("2029-05-31"), Falls("2029-06-01"),
            ],
            Today);

        Assert.Equal(Forecast.Reach, forecast.Months.Count);
        Assert.Equal(new ForecastMonth(Clocks.Day("2026-06-01"), 1, 0, 0, 0, 0, 0), forecast.Months[0]);
        Assert.Equal(new ForecastMonth(Clocks.Day("2026-07-01"), 5, 1, 1, 1, 1, 1), forecast.Months[1]);
        Assert.Equal((Clocks.Day("2029-05-01"), 1), (forecast.Months[^1].Month, forecast.Months[^1].FallingDue));
    }

    [Fact]
    public void Overdue_is_what_is_past_its_day_and_not_transferred_whatever_its_clock_says()
    {
        var forecast = Forecast.Of([Falls("2026-06-14"), Falls("2026-06-15"), Falls("2020-01-01", ClockState.Overdue, Missing), Falls("2026-06-01", ClockState.Transferring), Gone("2026-06-01", "2026-06-10"), Falls("2026-06-01", ClockState.Exempt), Unknown()], Today);
        Assert.Equal((3, 1), (forecast.Overdue, forecast.Undetermined));
    }

    [Fact]
    public void An_agency_that_leaves_nothing_lying_keeps_up_however_little_it_transferred()
    {
        var forecast = Forecast.Of([.. Enumerable.Repeat(0, 1000).Select(_ => Falls("2026-07-01"))], Today);
        Assert.Equal((true, 0), (forecast.KeepsUp, forecast.Months.Sum(month => month.WillBeLate)));
    }

    [Fact]
    public void What_something_keeps_will_be_late_even_where_the_agency_keeps_up() =>
        Assert.Equal(1, Forecast.Of([Falls("2026-07-01", ClockState.Due, Missing)], Today).Months[1].WillBeLate);

    [Fact]
    public void At_the_pace_of_three_months_what_comes_after_the_backlog_waits_its_turn()
    {
        // 92 transfers in the 92 days from 16 March to 15 June: one a day. Ten are overdue, so the first of July's has its turn on 26 June.
        Deadline[] transferred = [.. Enumerable.Range(0, 92).Select(day => Gone("2026-06-30", $"{Clocks.Day("2026-03-16").AddDays(day):yyyy-MM-dd}"))];
        Deadline[] backlog = [.. Enumerable.Repeat(0, 10).Select(_ => Falls("2026-06-01"))];
        Deadline[] ahead = [.. Enumerable.Repeat(0, 8).Select(_ => Falls("2026-07-01"))];
        var forecast = Forecast.Of([.. transferred, .. backlog, .. ahead], Today);
        Assert.Equal((92, false, 10), (forecast.TransferredLately, forecast.KeepsUp, forecast.Overdue));
        Assert.Equal(2, forecast.Months[1].WillBeLate); // turns on 26 June to 3 July, two of them after 1 July
    }

    [Fact]
    public void Transfers_of_an_earlier_quarter_say_nothing_of_the_pace()
    {
        var forecast = Forecast.Of([Gone("2026-04-01", "2026-03-15"), Falls("2026-06-01"), Falls("2026-09-01")], Today);
        Assert.Equal((0, 1), (forecast.TransferredLately, forecast.Months.Sum(month => month.WillBeLate)));
    }

    private static int made;

    private static Deadline Falls(string due, ClockState state = ClockState.Scheduled, params Finding[] reasons) =>
        new($"r{Interlocked.Increment(ref made):D8}", AgencyCode.Parse("H26.02"), state, Clocks.Day(due), "p", reasons, null);

    private static Deadline Gone(string due, string on) => Falls(due, ClockState.Transferred) with { TransferredOn = Clocks.Day(on) };

    private static Deadline Unknown() => Falls("2026-01-01", ClockState.Undetermined) with { Due = null };
}
