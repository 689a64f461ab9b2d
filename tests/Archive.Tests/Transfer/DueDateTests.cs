using Archive.Description;
using Archive.Records;
using Archive.Transfer;
using CsCheck;

namespace Archive.Tests.Transfer;

public sealed class DueDateTests
{
    /// <summary>The legal cases. Term: KH 67/KH-UBND, three years of creation; end of a term: Civil Code 91/2015/QH13 art. 148; partial dates: TT 05/2025.</summary>
    [Theory]
    [InlineData("15/03/2023", "2026-03-15")] // art. 148(3): the same day of the last year
    [InlineData("29/02/2024", "2027-02-28")] // art. 148(3): no such day, so the last of the month
    [InlineData("28/02/2021", "2024-02-28")] // a leap year at the end adds no day
    [InlineData("31/12/2023", "2026-12-31")]
    [InlineData("01/01/2024", "2027-01-01")]
    [InlineData("03/2023", "2026-03-01")] // a month: the earliest day it can mean
    [InlineData("2023", "2026-01-01")] // a year likewise
    [InlineData("02/2024", "2027-02-01")]
    public void A_permanent_record_falls_due_three_years_after_its_creation(string created, string due) =>
        Assert.Equal(Clocks.Day(due), Falls(created).Day);

    [Theory]
    [InlineData("02")]
    [InlineData("06")]
    [InlineData("07")]
    public void Only_permanent_records_are_transferred(string retention) =>
        Assert.IsType<DueDate.NotSubject>(DueDate.Of(Clocks.Of(retention, "15/03/2023"), true, Clocks.Policy));

    [Theory]
    [InlineData(SourceRule.All, null, true)]
    [InlineData(SourceRule.Only, "H26.01", true)]
    [InlineData(SourceRule.Only, "H26.02", false)]
    [InlineData(SourceRule.Only, "H26", false)] // each agency for itself
    [InlineData(SourceRule.AllBut, "H26.02", true)]
    [InlineData(SourceRule.AllBut, "H26.01", false)]
    public void The_policy_says_which_agencies_feed_the_historical_archive(SourceRule rule, string? named, bool feeds)
    {
        var policy = Clocks.Policy with { Sources = new TransferSources { Rule = rule, Agencies = named is null ? [] : [AgencyCode.Parse(named)] } };
        Assert.Empty(policy.Errors());
        Assert.Equal(feeds, DueDate.Of(Clocks.Permanent("15/03/2023"), true, policy) is DueDate.Falls);
    }

    [Fact]
    public void A_stranger_feeds_nothing_and_an_agency_struck_off_the_register_leaves_its_clocks_running()
    {
        var record = Clocks.Permanent("15/03/2023");
        Assert.IsType<DueDate.NotSubject>(DueDate.Of(record, false, Clocks.Policy));
        Assert.IsType<DueDate.Falls>(DueDate.Of(record with { Transfer = Clocks.Set(record, Clocks.Day("2026-01-01")) }, false, Clocks.Policy));
    }

    [Theory]
    [InlineData(null, "15/03/2023", Field.Maintenance)]
    [InlineData("01", null, Field.IssuedDate)]
    public void Without_retention_or_date_nobody_can_say_and_what_is_missing_is_named(string? retention, string? created, string missing) =>
        Assert.Equal([missing], Assert.IsType<DueDate.Undetermined>(DueDate.Of(Clocks.Of(retention, created), true, Clocks.Policy)).Missing);

    [Fact]
    public void The_laws_own_limit_counts_from_the_end_of_the_year_of_filing() => Assert.Equal(Clocks.Day("2031-12-31"), Falls("15/03/2023").LegalLimit);

    [Fact]
    public void The_year_of_filing_is_the_one_on_a_Vietnamese_clock()
    {
        var record = Clocks.Permanent("15/03/2023") with { AdmittedAt = new DateTimeOffset(2026, 12, 31, 17, 0, 0, TimeSpan.Zero) };
        Assert.Equal(2032, ((DueDate.Falls)DueDate.Of(record, true, Clocks.Policy)).LegalLimit.Year);
    }

    [Fact]
    public void Whatever_day_a_partial_date_was_the_transfer_in_term_is_in_term() => Created.Sample((day, precision) =>
    {
        var given = precision switch { 0 => $"{day:dd/MM/yyyy}", 1 => $"{day:MM/yyyy}", _ => $"{day:yyyy}" };
        return Falls(given).Day <= Falls($"{day:dd/MM/yyyy}").Day;
    });

    [Fact]
    public void A_later_creation_never_falls_due_earlier() => Created.Sample((day, precision) =>
        Falls($"{day:dd/MM/yyyy}").Day <= Falls($"{day.AddDays(1):dd/MM/yyyy}").Day && Falls($"{day:dd/MM/yyyy}").Day.Month == day.Month && precision >= 0);

    private static Gen<(DateOnly, int)> Created { get; } =
        Gen.Select(Gen.Int[0, 30_000], Gen.Int[0, 2]).Select(drawn => (new DateOnly(1960, 1, 1).AddDays(drawn.Item1), drawn.Item2));

    private static DueDate.Falls Falls(string created) => Assert.IsType<DueDate.Falls>(DueDate.Of(Clocks.Permanent(created), true, Clocks.Policy));
}
