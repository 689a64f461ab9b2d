using Archive.Description;
using Archive.Transfer;

namespace Archive.Tests.Transfer;

public sealed class ClockSettingTests
{
    private static readonly DateOnly Today = Clocks.Day("2026-01-10");

    [Fact]
    public void A_due_day_far_away_is_looked_at_first_when_the_first_notice_is_due() => Assert.Equal(
        (ClockState.Scheduled, Clocks.Day("2028-01-10"), Clocks.Day("2027-07-14")),
        Clocks.Set(Clocks.Permanent("10/01/2025"), Today) is var clock ? (clock.State, clock.Due!.Value, clock.NextAction!.Value) : default);

    [Fact]
    public void One_whose_notices_have_passed_is_looked_at_today() => Assert.Equal(Today, Clocks.Set(Clocks.Permanent("20/01/1998"), Today).NextAction);

    [Fact]
    public void A_change_that_leaves_the_day_keeps_the_notices_given()
    {
        var record = Clocks.Permanent("15/03/2023");
        var noticed = Clocks.Set(record, Today) with { State = ClockState.Noticed, Noticed = 90, NextAction = Clocks.Day("2026-02-13") };
        Assert.Equal(noticed, Clocks.Set(record with { Transfer = noticed }, Today));
    }

    [Fact]
    public void A_change_of_the_date_begins_anew()
    {
        var record = Clocks.Permanent("15/03/2023");
        var noticed = Clocks.Set(record, Today) with { State = ClockState.Noticed, Noticed = 90 };
        var moved = Clocks.Set(Clocks.Permanent("15/03/2024") with { Transfer = noticed }, Today);
        Assert.Equal((ClockState.Scheduled, null, Clocks.Day("2027-03-15")), (moved.State, moved.Noticed, moved.Due!.Value));
    }

    [Fact]
    public void What_waits_for_something_missing_is_looked_at_again_with_every_change()
    {
        var record = Clocks.Permanent("15/01/2023");
        var kept = Clocks.Set(record, Today) with { State = ClockState.Due, NextAction = Clocks.Day("2026-01-16"), Reasons = [Archive.Records.Finding.Of(Archive.Records.FindingCodes.TransferFieldMissing, Field.Subject)] };
        Assert.Equal(Today, Clocks.Set(record with { Transfer = kept }, Today).NextAction);
    }

    [Fact]
    public void A_retention_that_is_not_transferred_has_no_clock() => Assert.Null(ClockSetting.Of(Clocks.Of("05", "15/03/2023"), true, Clocks.Policy, Today));

    [Fact]
    public void The_policy_in_force_is_the_latest_begun()
    {
        var later = Clocks.Policy with { Id = "later", InForceFrom = Clocks.Day("2026-01-11") };
        Assert.Same(Clocks.Policy, TransferPolicy.InForce([later, Clocks.Policy], Today));
        Assert.Same(later, TransferPolicy.InForce([Clocks.Policy, later], Today.AddDays(1)));
        Assert.Null(TransferPolicy.InForce([later], Today));
    }

    [Fact]
    public void A_policy_without_sense_is_told_what_is_wrong_with_it()
    {
        Assert.Empty(Clocks.Policy.Errors());
        Assert.Equal(["Years"], (Clocks.Policy with { Years = 0 }).Errors());
        Assert.Equal(["NoticeDays"], (Clocks.Policy with { NoticeDays = [30, 90] }).Errors());
        Assert.Equal(["NoticeDays"], (Clocks.Policy with { NoticeDays = [30, 7] }).Errors());
        Assert.Equal(["ExceptionalYears"], (Clocks.Policy with { ExceptionalYears = 4 }).Errors());
        Assert.Equal(["ExceptionalYearsBasis"], (Clocks.Policy with { ExceptionalYearsBasis = " " }).Errors());
        Assert.Equal(["Sources"], (Clocks.Policy with { Sources = new TransferSources { Rule = SourceRule.Only } }).Errors());
        Assert.Equal(["Sources"], (Clocks.Policy with { Sources = new TransferSources { Agencies = [Archive.Records.AgencyCode.Parse("H26")] } }).Errors());
        Assert.Equal(["EscalationDays"], (Clocks.Policy with { EscalationDays = [8, 1] }).Errors());
    }
}
