using Archive.Description;
using Archive.Records;
using Archive.Transfer;
using CsCheck;

namespace Archive.Tests.Transfer;

public sealed class DueDateTests
{
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
    public void The_year_of_filing_is_the_one_on_a_Vietnamese_clock()
    {
        Assert.Equal(2031, Limit(new DateTimeOffset(2026, 12, 31, 16, 59, 59, TimeSpan.Zero)));
        Assert.Equal(2032, Limit(new DateTimeOffset(2026, 12, 31, 17, 0, 0, TimeSpan.Zero)));
        Assert.Equal(2032, Limit(new DateTimeOffset(2027, 1, 1, 6, 59, 0, TimeSpan.FromHours(9)))); // whatever zone the moment came in

        static int Limit(DateTimeOffset admitted) => ((DueDate.Falls)DueDate.Of(Clocks.Permanent("15/03/2023") with { AdmittedAt = admitted }, true, Clocks.Policy)).LegalLimit.Year;
    }

    [Fact]
    public void Whatever_zone_a_moment_is_given_in_the_year_of_filing_is_one() => Gen.Select(Gen.Int[0, 525_600], Gen.Int[-14, 14]).Sample((minute, zone) =>
    {
        var moment = new DateTimeOffset(2026, 7, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(minute);
        var record = Clocks.Permanent("15/03/2023");
        return DueDate.EndOfFilingYear(record with { AdmittedAt = moment.ToOffset(TimeSpan.FromHours(zone)) }, 5) == new DateOnly(moment.AddHours(7).UtcDateTime.Year + 5, 12, 31);
    });

    [Fact]
    public void A_partial_date_is_never_read_later_than_any_day_it_may_mean() => Created.Sample((day, precision) =>
    {
        var given = precision switch { 0 => $"{day:dd/MM/yyyy}", 1 => $"{day:MM/yyyy}", _ => $"{day:yyyy}" };
        return Falls(given).Day <= Falls($"{day:dd/MM/yyyy}").Day && Falls(given).Day >= Falls($"01/01/{day:yyyy}").Day;
    });

    [Fact]
    public void A_later_creation_never_falls_due_earlier() => Gen.Select(Created, Created).Sample((one, other) =>
        (one.Item1 <= other.Item1) ? Falls($"{one.Item1:dd/MM/yyyy}").Day <= Falls($"{other.Item1:dd/MM/yyyy}").Day : Falls($"{other.Item1:dd/MM/yyyy}").Day <= Falls($"{one.Item1:dd/MM/yyyy}").Day);

    [Fact]
    public void The_day_is_the_same_of_a_later_year_or_the_last_of_a_month_that_lacks_it() => Gen.Select(Created, Gen.Int[1, 30]).Sample((created, years) =>
    {
        var day = created.Item1;
        var due = ((DueDate.Falls)DueDate.Of(Clocks.Permanent($"{day:dd/MM/yyyy}"), true, Clocks.Policy with { Years = years })).Day;
        return (due.Year, due.Month) == (day.Year + years, day.Month) && due.Day == Math.Min(day.Day, DateTime.DaysInMonth(due.Year, due.Month));
    });

    [Fact]
    public void A_longer_term_never_makes_a_record_due_earlier() => Gen.Select(Created, Gen.Int[-4000, 12_000]).Sample((created, ahead) =>
    {
        var record = Clocks.Permanent($"{created.Item1:dd/MM/yyyy}");
        var granted = record with { Exemption = new Exemption("longer-term", "e", "b", "hoa", default, "minh", DateTimeOffset.UnixEpoch, created.Item1.AddDays(ahead)) };
        var (without, with) = ((DueDate.Falls)DueDate.Of(record, true, Clocks.Policy), (DueDate.Falls)DueDate.Of(granted, true, Clocks.Policy));
        return with.Day >= without.Day && with.LegalLimit >= without.LegalLimit && (with.Deferred is null ? with == without : with.Deferred == without.Day);
    });

    private static Gen<(DateOnly, int)> Created { get; } =
        Gen.Select(Gen.Int[0, 30_000], Gen.Int[0, 2]).Select(drawn => (new DateOnly(1960, 1, 1).AddDays(drawn.Item1), drawn.Item2));

    private static DueDate.Falls Falls(string created) => Assert.IsType<DueDate.Falls>(DueDate.Of(Clocks.Permanent(created), true, Clocks.Policy));
}
