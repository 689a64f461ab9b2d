using Archive.Records;
using Archive.Transfer;

namespace Archive.Tests.Transfer;

public sealed class TermFigureTests
{
    private static readonly DateOnly March = Clocks.Day("2030-03-01");
    private static readonly DateOnly End = Clocks.Day("2030-03-31");

    [Theory]
    [InlineData("2030-03-15", TermStanding.InTime)]
    [InlineData("2030-03-14", TermStanding.InTime)]
    [InlineData("2030-03-16", TermStanding.Late)]
    [InlineData("2030-04-01", TermStanding.Missing)] // moved after the day the figure is made for: not known yet
    [InlineData(null, TermStanding.Missing)]
    public void A_record_counts_by_the_day_custody_moved(string? moved, TermStanding standing) =>
        Assert.Equal(standing, TermFigure.Of(Falling("a", "2030-03-15", moved, null), End));

    [Theory]
    [InlineData("2029-01-01", null, TermStanding.Excluded)]
    [InlineData("2030-03-31", null, TermStanding.Excluded)] // confirmed on the day the figure is made for
    [InlineData("2030-04-01", null, TermStanding.Missing)] // and a day later: not known yet, however late the figure is made
    [InlineData("2029-01-01", "2030-03-31", TermStanding.Missing)]
    [InlineData("2029-01-01", "2030-04-01", TermStanding.Excluded)] // revoked later: still exempt on that day
    public void A_record_is_excluded_where_it_was_exempt_on_the_day_the_figure_is_made_for(string from, string? revoked, TermStanding standing)
    {
        var deadline = Falling("a", "2030-03-15", null, new Excuse("x", Clocks.Day(from), revoked is null ? null : Clocks.Day(revoked)));
        Assert.Equal(standing, TermFigure.Of(deadline, End));
        Assert.Equal(standing == TermStanding.Excluded ? 1 : 0, TermFigure.Count(March, [deadline], End).Exclusions.GetValueOrDefault("x"));
    }

    [Fact]
    public void What_is_not_due_yet_is_not_counted() =>
        Assert.Equal((0, 0), TermFigure.Count(March, [Falling("a", "2030-03-15", null, null)], Clocks.Day("2030-03-14")) is var figure ? (figure.InTime, figure.Due) : default);

    [Fact]
    public void Numerator_denominator_and_exclusions_are_of_the_month_alone()
    {
        var figure = TermFigure.Count(
            March,
            [Falling("a", "2030-03-15", "2030-03-08", null), Falling("b", "2030-03-15", "2030-03-20", null), Falling("c", "2030-03-31", null, null), Falling("d", "2030-03-01", null, new("x", Clocks.Day("2030-03-31"))), Falling("e", "2030-04-01", "2030-03-01", null)],
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

    private static Deadline Falling(string id, string due, string? moved, Excuse? exempt) =>
        new(id, AgencyCode.Parse("H26.01"), ClockState.Scheduled, Clocks.Day(due), "p", [], moved is null ? null : Clocks.Day(moved), exempt is null ? null : [exempt]);
}
