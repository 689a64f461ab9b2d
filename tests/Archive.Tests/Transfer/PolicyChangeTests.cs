using Archive.Records;
using Archive.Transfer;

namespace Archive.Tests.Transfer;

public sealed class PolicyChangeTests
{
    private static readonly DateOnly Today = Clocks.Day("2026-06-15");
    private static readonly TransferPolicy Shorter = Clocks.Policy with { Id = "shorter", InForceFrom = Clocks.Day("2026-01-01"), Years = 2 };

    [Fact]
    public void A_shorter_term_moves_the_day_and_makes_overdue_what_was_in_time()
    {
        var change = Changed(Running("15/03/2024"))!;
        Assert.Equal((Clocks.Day("2027-03-15"), Clocks.Day("2026-03-15")), (change.Before!.Due, change.After!.Due));
        Assert.True(change.Moves && change.MakesOverdue(Today));
        Assert.False(Changed(Running("15/03/2022"))!.MakesOverdue(Today)); // overdue before as well
        Assert.False(Changed(Running("15/06/2024"))!.MakesOverdue(Today)); // the last day in time
    }

    [Fact]
    public void Done_twice_it_is_done_once()
    {
        var record = Running("15/03/2024");
        Assert.Null(Changed(record with { Transfer = Changed(record)!.After }));
    }

    [Theory]
    [InlineData(ClockState.Transferring)]
    [InlineData(ClockState.Transferred)]
    [InlineData(ClockState.Exempt)]
    public void What_is_settled_stays(ClockState state)
    {
        var record = Running("15/03/2024");
        Assert.Null(Changed(record with { Transfer = record.Transfer! with { State = state } }));
    }

    [Fact]
    public void What_is_to_be_described_anew_gets_its_clock_with_that() => Assert.Null(Changed(Running("15/03/2024") with { Status = RecordStatus.Admitted }));

    [Fact]
    public void Another_retention_brings_in_records_without_a_clock_and_lets_others_go()
    {
        var other = Shorter with { RetentionCodes = ["02"] };
        Assert.Equal((null, Clocks.Day("2026-03-15")), PolicyChange.Of(Clocks.Of("02", "15/03/2024"), true, other, Today) is { } comes ? (comes.Before?.Due, comes.After!.Due!.Value) : default);
        Assert.Null(PolicyChange.Of(Running("15/03/2024"), true, other, Today)!.After);
        Assert.Null(PolicyChange.Of(Clocks.Of("05", "15/03/2024"), true, other, Today));
    }

    [Fact]
    public void A_policy_without_an_agency_lets_its_records_go_and_one_with_it_brings_them_back()
    {
        var without = Shorter with { Sources = new TransferSources { Rule = SourceRule.AllBut, Agencies = [Running("15/03/2024").Agency] } };
        var gone = PolicyChange.Of(Running("15/03/2024"), true, without, Today)!;
        Assert.True(gone.Moves && gone.After is null && !gone.MakesOverdue(Today));
        var back = PolicyChange.Of(Running("15/03/2024") with { Transfer = null }, true, Shorter, Today)!;
        Assert.True(back.Moves && back.After!.Due == Clocks.Day("2026-03-15") && back.MakesOverdue(Today));
    }

    [Fact]
    public void The_effect_counts_by_agency_and_names_the_first_hundred()
    {
        PolicyChange[] changes = [.. Enumerable.Range(0, 120).Select(number => Changed(Running("15/03/2024"))! with { RecordId = $"r{number:D3}", Agency = AgencyCode.Parse(number < 20 ? "H26.05" : "H26.02") })];
        var effect = PolicyEffect.Of([.. changes, Changed(Running("15/03/2026"))! with { Agency = AgencyCode.Parse("H26.05") }], Today);
        Assert.Equal((121, 120, 100, "r099"), (effect.Moved, effect.Overdue, effect.OverdueIds.Count, effect.OverdueIds[^1]));
        Assert.Equal([new AgencyEffect(AgencyCode.Parse("H26.02"), 100, 100), new AgencyEffect(AgencyCode.Parse("H26.05"), 21, 20)], effect.Agencies);
    }

    private static ArchiveRecord Running(string created)
    {
        var record = Clocks.Complete(created);
        return record with { Transfer = Clocks.Set(record, Clocks.Day("2026-01-01")) };
    }

    private static PolicyChange? Changed(ArchiveRecord record) => PolicyChange.Of(record, true, Shorter, Today);
}
