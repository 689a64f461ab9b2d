using Archive.Description;
using Archive.Records;
using Archive.Transfer;
using CsCheck;

namespace Archive.Tests.Transfer;

public sealed class EnforcementTests
{
    private static readonly Finding Missing = Finding.Of(FindingCodes.TransferFieldMissing, Field.Subject);

    [Fact]
    public void A_record_is_noticed_at_each_stage_and_then_goes_by_itself()
    {
        var said = Run(Clocks.Complete("15/03/2023"), Clocks.Day("2025-01-01"), Clocks.Day("2026-04-01"), _ => []);
        Assert.Equal(["2025-09-16 notice 180", "2025-12-15 notice 90", "2026-02-13 notice 30", "2026-03-08 ready"], said);
    }

    [Fact]
    public void An_incomplete_one_waits_with_its_reasons_and_is_brought_up_again_and_again()
    {
        var said = Run(Clocks.Complete("15/03/2023"), Clocks.Day("2026-03-01"), Clocks.Day("2026-07-01"), _ => [Missing]);
        Assert.Equal(
            ["2026-03-01 notice 30", "2026-03-08 kept T-401", "2026-03-16 overdue T-401", "2026-03-23 overdue T-401", "2026-03-30 overdue T-401", "2026-04-29 overdue T-401", "2026-05-29 overdue T-401", "2026-06-28 overdue T-401"],
            said);
    }

    [Fact]
    public void An_overdue_one_goes_as_soon_as_nothing_keeps_it()
    {
        var said = Run(Clocks.Complete("15/03/2023"), Clocks.Day("2026-03-08"), Clocks.Day("2026-05-01"), today => today < Clocks.Day("2026-03-20") ? [Missing] : []);
        Assert.Equal(["2026-03-08 kept T-401", "2026-03-16 overdue T-401", "2026-03-23 ready"], said);
    }

    [Fact]
    public void After_an_outage_only_the_latest_stage_is_announced()
    {
        var clock = Clocks.Set(Clocks.Complete("15/03/2023"), Clocks.Day("2025-01-01"));
        var notice = Assert.IsType<Enforcement.Notice>(Enforcement.Decide(clock, [], Clocks.Policy, Clocks.Day("2026-02-20")));
        Assert.Equal((30, Clocks.Day("2026-03-08")), (notice.DaysLeft, notice.Next.NextAction!.Value));
    }

    [Fact]
    public void Doing_it_twice_on_a_day_changes_nothing_the_second_time() =>
        Gen.Select(Gen.Int[-400, 400], Gen.Bool).Sample((days, kept) =>
        {
            var today = Clocks.Day("2026-03-15").AddDays(days);
            var clock = Clocks.Set(Clocks.Complete("15/03/2023"), Clocks.Day("2025-01-01"));
            var next = Enforcement.Decide(clock, kept ? [Missing] : [], Clocks.Policy, today).After;
            var again = next is null ? null : Enforcement.Decide(next, kept ? [Missing] : [], Clocks.Policy, today);
            return again is null or Enforcement.Nothing || (again is Enforcement.Ready ready && ready.Next == next);
        });

    [Fact]
    public void An_action_is_always_ahead_of_the_day_it_was_decided_on() =>
        Gen.Select(Gen.Int[-400, 4000], Gen.Bool).Sample((days, kept) =>
        {
            var today = Clocks.Day("2026-03-15").AddDays(days);
            var clock = Clocks.Set(Clocks.Complete("15/03/2023"), Clocks.Day("2025-01-01"));
            return Enforcement.Decide(clock, [Missing], Clocks.Policy, today) is Enforcement.Nothing or Enforcement.Ready || Enforcement.Decide(clock, [Missing], Clocks.Policy, today).After!.NextAction > today;
        });

    [Theory]
    [InlineData(ClockState.Transferring)]
    [InlineData(ClockState.Transferred)]
    [InlineData(ClockState.Exempt)]
    public void What_is_settled_is_left_alone(ClockState state)
    {
        var record = Clocks.Complete("15/03/2023");
        var settled = Clocks.Set(record, Clocks.Day("2025-01-01")) with { State = state };
        Assert.IsType<Enforcement.Nothing>(Enforcement.Decide(settled, [], Clocks.Policy, Clocks.Day("2030-01-01")));
        Assert.Same(settled, ClockSetting.Of(record with { Transfer = settled }, true, Clocks.Policy with { Id = "other", Years = 5 }, Clocks.Day("2030-01-01")));
    }

    private static List<string> Run(ArchiveRecord record, DateOnly from, DateOnly until, Func<DateOnly, Finding[]> obstacles)
    {
        var said = new List<string>();
        var clock = Clocks.Set(record, from);
        for (var today = from; today <= until; today = today.AddDays(1))
        {
            var decided = Enforcement.Decide(clock, obstacles(today), Clocks.Policy, today);
            var what = decided switch
            {
                Enforcement.Notice notice => $"notice {notice.DaysLeft}",
                Enforcement.Ready => "ready",
                Enforcement.Kept kept => $"kept {kept.Next.Reasons[0].Code}",
                Enforcement.Overdue overdue => $"overdue {overdue.Next.Reasons[0].Code}",
                _ => null,
            };
            if (what is not null)
                said.Add($"{today:yyyy-MM-dd} {what}");
            if (decided is Enforcement.Ready)
                return said;
            clock = decided.After ?? clock;
        }

        return said;
    }
}
