using Archive.Records;
using Archive.Transfer;

namespace Archive.Tests.Transfer;

public sealed class TermFigureTests
{
    private static readonly DateOnly March = Clocks.Day("2030-03-01");
    private static readonly DateOnly End = Clocks.Day("2030-03-31");

    [Theory]
    [InlineData("2030-03-15", null, TermStanding.InTime)]
    [InlineData("2030-03-14", null, TermStanding.InTime)]
    [InlineData("2030-03-16", null, TermStanding.Late)]
    [InlineData("2030-04-01", null, TermStanding.Missing)] // moved after the day the figure is made for: not known yet
    [InlineData(null, null, TermStanding.Missing)]
    [InlineData(null, "by-law", TermStanding.Excluded)]
    public void A_record_counts_by_the_day_custody_moved(string? moved, string? exempt, TermStanding standing) =>
        Assert.Equal(standing, TermFigure.Of(Falling("a", "2030-03-15", moved, exempt), End));

    [Fact]
    public void What_is_not_due_yet_is_not_counted() =>
        Assert.Equal((0, 0), TermFigure.Count(March, [Falling("a", "2030-03-15", null, null)], Clocks.Day("2030-03-14")) is var figure ? (figure.InTime, figure.Due) : default);

    [Fact]
    public void Numerator_denominator_and_exclusions_are_of_the_month_alone()
    {
        var figure = TermFigure.Count(
            March,
            [Falling("a", "2030-03-15", "2030-03-08", null), Falling("b", "2030-03-15", "2030-03-20", null), Falling("c", "2030-03-31", null, null), Falling("d", "2030-03-01", null, "x"), Falling("e", "2030-04-01", "2030-03-01", null)],
            End);
        Assert.Equal((1, 3), (figure.InTime, figure.Due));
        Assert.Equal([new("x", 1)], figure.Exclusions);
    }

    [Fact]
    public void The_digest_depends_on_the_list_and_not_on_its_order()
    {
        Deadline[] list = [Falling("a", "2030-03-15", "2030-03-08", null), Falling("b", "2030-03-15", null, null)];
        Assert.Equal(TermFigure.Count(March, list, End).Sha256, TermFigure.Count(March, list.Reverse(), End).Sha256);
        Assert.NotEqual(TermFigure.Count(March, list, End).Sha256, TermFigure.Count(March, [list[0], list[1] with { TransferredOn = End }], End).Sha256);
    }

    private static Deadline Falling(string id, string due, string? moved, string? exempt) =>
        new(id, AgencyCode.Parse("H26.01"), ClockState.Scheduled, Clocks.Day(due), "p", [], moved is null ? null : Clocks.Day(moved), exempt);
}
