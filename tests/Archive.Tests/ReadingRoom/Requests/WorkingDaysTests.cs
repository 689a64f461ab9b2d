using Archive.Catalogue;
using Archive.ReadingRoom.Requests;
using CsCheck;

namespace Archive.Tests.ReadingRoom.Requests;

public sealed class WorkingDaysTests
{
    private static readonly Gen<DateTimeOffset> Moments = Gen.Int[0, 2 * 365 * 24 * 60].Select(minutes => Forms.At("2025-01-01T00:00").AddMinutes(minutes));

    [Theory]
    [InlineData("2026-03-02T10:00", 1, "2026-03-03")] // A Monday in hours.
    [InlineData("2026-03-02T17:00", 1, "2026-03-04")] // The doors have closed: received on Tuesday.
    [InlineData("2026-03-06T16:59", 1, "2026-03-09")] // A Friday: the weekend does not count.
    [InlineData("2026-03-07T09:00", 1, "2026-03-10")] // A Saturday: received on Monday.
    [InlineData("2026-03-07T09:00", 0, "2026-03-09")]
    [InlineData("2026-02-13T10:00", 1, "2026-02-23")] // Over Tết.
    [InlineData("2026-02-17T10:00", 2, "2026-02-25")] // On the first day of Tết.
    [InlineData("2026-04-24T10:00", 6, "2026-05-07")] // The Hùng Kings' day on a Sunday and the Monday instead, 30/4, 1/5.
    [InlineData("2026-08-21T10:00", 1, "2026-08-22")] // A Saturday on which offices work in exchange.
    [InlineData("2026-08-28T10:00", 7, "2026-09-11")] // National Day with what was exchanged for.
    public void A_term_ends_on_the_working_day_the_law_means(string asked, int days, string due) =>
        Assert.Equal(new DueDay.On(Forms.Day(due)), WorkingDays.Due(Forms.At(asked), days, Forms.Calendar));

    [Theory]
    [InlineData("2026-12-30T10:00", 1, null)]
    [InlineData("2026-12-30T10:00", 2, 2027)]
    [InlineData("2026-12-31T17:30", 0, 2027)]
    [InlineData("2027-06-01T10:00", 1, 2027)]
    [InlineData("2024-12-31T23:00", 1, 2024)]
    public void A_year_of_which_no_calendar_is_held_is_said_and_not_guessed(string asked, int days, int? year) =>
        Assert.Equal(year, (WorkingDays.Due(Forms.At(asked), days, Forms.Calendar) as DueDay.Unknown)?.Year);

    [Fact]
    public void A_term_ends_on_a_working_day_and_has_as_many_after_the_day_of_receipt_as_it_should() => Gen.Select(Moments, Gen.Int[0, 40]).Sample((asked, days) =>
    {
        if (WorkingDays.Due(asked, days, Forms.Calendar) is not DueDay.On(var due))
            return true;
        var received = Assert.IsType<DueDay.On>(WorkingDays.Due(asked, 0, Forms.Calendar)).Day;
        var between = Enumerable.Range(1, due.DayNumber - received.DayNumber).Select(received.AddDays).Count(day => Forms.Calendar.IsWorking(day) == true);
        return between == days && received >= DateOnly.FromDateTime(VietnamTime.At(asked).DateTime) && (days == 0 || Forms.Calendar.IsWorking(due) == true);
    });

    [Fact]
    public void Who_asks_later_is_not_answered_earlier_and_more_days_are_not_fewer() => Gen.Select(Moments, Gen.Int[0, 30_000], Gen.Int[0, 30]).Sample((asked, later, days) =>
        WorkingDays.Due(asked, days, Forms.Calendar) is not DueDay.On(var first)
        || ((WorkingDays.Due(asked.AddMinutes(later), days, Forms.Calendar) is not DueDay.On(var second) || second >= first)
            && (WorkingDays.Due(asked, days + 1, Forms.Calendar) is not DueDay.On(var longer) || longer > first)));

    [Fact]
    public void It_does_not_matter_in_which_offset_a_moment_is_written() => Gen.Select(Moments, Gen.Int[-12, 12], Gen.Int[0, 10]).Sample((asked, hours, days) =>
        WorkingDays.Due(asked, days, Forms.Calendar) == WorkingDays.Due(asked.ToOffset(TimeSpan.FromHours(hours)), days, Forms.Calendar));

    [Fact]
    public void A_year_without_a_working_day_ends_the_counting() =>
        Assert.Equal(2028, Assert.IsType<DueDay.Unknown>(WorkingDays.Due(Forms.At("2027-01-04T10:00"), 1, AllOff(2027))).Year);

    [Fact]
    public void A_year_that_is_set_takes_the_place_of_the_one_that_came_along()
    {
        var calendar = new WorkCalendar([.. WorkYear.Known, new WorkYear { Year = 2026, Off = [Forms.Day("2026-03-03")] }], new TimeOnly(17, 0));
        Assert.Equal(new DueDay.On(Forms.Day("2026-03-04")), WorkingDays.Due(Forms.At("2026-03-02T10:00"), 1, calendar));
        Assert.Equal(new DueDay.On(Forms.Day("2026-02-17")), WorkingDays.Due(Forms.At("2026-02-16T10:00"), 1, calendar));
    }

    private static WorkCalendar AllOff(int year) =>
        new([new WorkYear { Year = year, Off = [.. Enumerable.Range(0, 366).Select(new DateOnly(year, 1, 1).AddDays)] }], new TimeOnly(17, 0));
}
