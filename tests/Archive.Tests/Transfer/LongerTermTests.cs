using Archive.Records;
using Archive.Transfer;

namespace Archive.Tests.Transfer;

/// <summary>"Thirty years by exception": a longer term that another law sets, granted until a day.</summary>
public sealed class LongerTermTests
{
    private static readonly DateTimeOffset Now = new(2026, 6, 15, 2, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Today = Clocks.Day("2026-06-15");
    private static readonly ArchiveRecord Record = Clocks.Complete("15/03/2024") is var record ? record with { Transfer = Clocks.Set(record, Today) } : null!;

    [Fact]
    public void The_record_is_due_on_the_day_the_longer_term_ends_and_noticed_before_it()
    {
        var granted = Granted("2040-01-31");
        Assert.Equal(
            (ClockState.Scheduled, Clocks.Day("2040-01-31"), Clocks.Day("2027-03-15"), Clocks.Day("2039-08-04")),
            (granted.Transfer!.State, granted.Transfer.Due!.Value, granted.Transfer.Deferred!.Value, granted.Transfer.NextAction!.Value));
        Assert.Equal(new ClockPlace(Clocks.Day("2027-03-15"), Record.Transfer!.NextAction), granted.Transfer.Replaces);
        Assert.IsType<Enforcement.Notice>(Enforcement.Decide(granted.Transfer, [], Clocks.Policy, Clocks.Day("2039-08-04")));
        Assert.IsType<Enforcement.Overdue>(Enforcement.Decide(granted.Transfer, [Finding.Of(FindingCodes.TransferFieldMissing, "x")], Clocks.Policy, Clocks.Day("2040-02-01")));
    }

    [Theory]
    [InlineData("2027-03-15", typeof(Exempting.EndsTooSoon))] // no later than the policy's own day
    [InlineData("2027-03-16", typeof(Exempting.Done))]
    [InlineData("2056-12-31", typeof(Exempting.Done))] // thirty years from the end of the year of filing, 2026
    [InlineData("2057-01-01", typeof(Exempting.EndsTooLate))]
    public void It_may_not_end_before_the_policys_term_nor_after_the_exceptional_one(string until, Type outcome) =>
        Assert.IsType(outcome, Exempting.Propose(Record, Proposal(until), Clocks.Policy));

    [Fact]
    public void What_a_later_policy_does_not_allow_any_more_is_not_confirmed()
    {
        var proposed = Record with { Exemption = Proposal("2050-01-01") };
        Assert.IsType<Exempting.EndsTooLate>(Exempting.Confirm(proposed, proposed.Exemption.Proposal, "minh", Clocks.Policy with { ExceptionalYears = 10 }, Now));
    }

    [Fact]
    public void A_longer_term_granted_keeps_its_day_when_the_policy_changes_and_another_date_keeps_it_too()
    {
        var granted = Granted("2040-01-31");
        var shorter = Clocks.Policy with { Id = "shorter", Years = 2 };
        var change = PolicyChange.Of(granted, true, shorter, Today)!;
        Assert.Equal((false, Clocks.Day("2040-01-31"), Clocks.Day("2026-03-15")), (change.Moves, change.After!.Due!.Value, change.After.Deferred!.Value));
        Assert.Equal(granted.Transfer!.Excuses, change.After.Excuses);
        Assert.Null(Clocks.Set(Clocks.Complete("15/03/2039") with { Transfer = granted.Transfer, Exemption = granted.Exemption }, Today).Deferred);
    }

    [Fact]
    public void It_can_be_proposed_again_only_once_it_is_revoked() =>
        Assert.IsType<Exempting.NotOpen>(Exempting.Propose(Granted("2040-01-31"), Proposal("2041-01-31"), Clocks.Policy));

    [Fact]
    public void Two_persons_take_it_back_and_the_clock_has_the_policys_day_again()
    {
        var proposal = new Revocation("ground-gone", "QĐ 9", "hoa", Now);
        var proposed = Assert.IsType<Exempting.Done>(Revoking.Propose(Granted("2040-01-31"), proposal)).Record;
        Assert.True(proposed.Exemption!.IsInForce);
        Assert.IsType<Exempting.Already>(Revoking.Propose(proposed, proposal with { ProposedAt = Now.AddHours(1) }));
        Assert.IsType<Exempting.SamePerson>(Revoking.Confirm(proposed, proposal.Proposal, "hoa", Now));
        Assert.IsType<Exempting.NotProposed>(Revoking.Confirm(proposed, "other", "minh", Now));

        var revoked = Assert.IsType<Exempting.Done>(Revoking.Confirm(proposed, proposal.Proposal, "minh", Now.AddDays(2))).Record;
        var clock = Clocks.Set(revoked, Today);
        Assert.Equal((Clocks.Day("2027-03-15"), null, false), (clock.Due!.Value, clock.Deferred, revoked.Exemption!.IsInForce));
        Assert.Equal([new Excuse("longer-term", Today, Clocks.Day("2026-06-17"))], clock.Excuses);
        Assert.IsType<Exempting.Already>(Revoking.Confirm(revoked, proposal.Proposal, "minh", Now));
        Assert.IsType<Exempting.NotInForce>(Revoking.Propose(revoked, proposal));
        Assert.IsType<Exempting.Done>(Exempting.Propose(revoked with { Transfer = clock }, Proposal("2041-01-31"), Clocks.Policy));
    }

    [Fact]
    public void As_long_as_it_runs_the_record_goes_neither_early_nor_with_what_it_waited_with_before()
    {
        var granted = Granted("2040-01-31");
        Assert.NotNull(CustodyMoves.Claim(Record, "c1", agencyIsRegistered: true));
        Assert.Null(CustodyMoves.Claim(granted, "c1", agencyIsRegistered: true));
        Assert.Empty(EarlyTransfer.Obstacles(Record));
        Assert.Equal("T-411", Assert.Single(EarlyTransfer.Obstacles(granted)).Code);

        var ready = Assert.IsType<Enforcement.Ready>(Enforcement.Decide(granted.Transfer!, [], Clocks.Policy, Clocks.Day("2040-01-25")));
        Assert.NotNull(CustodyMoves.Claim(granted with { Transfer = ready.Next }, "c1", agencyIsRegistered: true));
        Assert.Empty(EarlyTransfer.Obstacles(granted with { Transfer = ready.Next }));
    }

    [Fact]
    public void An_exemption_without_an_end_goes_on_when_it_is_revoked_with_its_notices_anew()
    {
        var exempt = Confirmed(new Exemption("duplicate", "e", "b", "hoa", Now));
        Assert.Equal(ClockState.Exempt, exempt.Transfer!.State);
        var proposal = new Revocation("granted-in-error", "QĐ 9", "hoa", Now);
        var revoked = Assert.IsType<Exempting.Done>(Revoking.Confirm(exempt with { Exemption = exempt.Exemption! with { Revocation = proposal } }, proposal.Proposal, "minh", Now)).Record;
        var clock = Clocks.Set(revoked, Today);
        Assert.Equal((ClockState.Scheduled, Clocks.Day("2027-03-15"), Clocks.Day("2026-09-16")), (clock.State, clock.Due!.Value, clock.NextAction!.Value));
    }

    [Theory]
    [InlineData("because", "e", "code")]
    [InlineData("ground-gone", " ", "evidence")]
    [InlineData("ground-gone", "e", null)]
    public void A_revocation_needs_a_known_ground_and_evidence(string? code, string evidence, string? error) => Assert.Equal(error, Revocation.Error(code, evidence));

    private static Exemption Proposal(string until) => new("longer-term", "QĐ 12/QĐ-UBND", "Luật khác", "hoa", Now, Until: Clocks.Day(until));

    private static ArchiveRecord Granted(string until) => Confirmed(Proposal(until));

    private static ArchiveRecord Confirmed(Exemption proposal)
    {
        var confirmed = Assert.IsType<Exempting.Done>(Exempting.Confirm(Record with { Exemption = proposal }, proposal.Proposal, "minh", Clocks.Policy, Now)).Record;
        return confirmed with { Transfer = Clocks.Set(confirmed, Today) };
    }
}
