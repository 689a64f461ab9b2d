using Archive.Records;
using Archive.Transfer;

namespace Archive.Tests.Transfer;

public sealed class ExemptingTests
{
    private static readonly DateTimeOffset Now = new(2026, 6, 15, 2, 0, 0, TimeSpan.Zero);
    private static readonly Exemption Proposal = new("duplicate", "QĐ 12/QĐ-UBND", "Luật 33/2024/QH15", "hoa", Now);
    private static readonly ArchiveRecord Record = Clocks.Complete("15/03/2024") is var record ? record with { Transfer = Clocks.Set(record, Clocks.Day("2026-01-01")) } : null!;

    [Fact]
    public void A_proposal_stops_nothing_and_a_second_persons_confirmation_does()
    {
        var proposed = Assert.IsType<Exempting.Done>(Exempting.Propose(Record, Proposal, Clocks.Policy)).Record;
        Assert.Equal(Record.Transfer, proposed.Transfer);

        var exempt = Assert.IsType<Exempting.Done>(Exempting.Confirm(proposed, Proposal.Proposal, "minh", Clocks.Policy, Now.AddDays(1))).Record;
        Assert.Equal((ClockState.Exempt, null), (exempt.Transfer!.State, exempt.Transfer.NextAction));
        Assert.Equal([new Excuse("duplicate", Clocks.Day("2026-06-16"))], exempt.Transfer.Excuses);
        Assert.Equal(exempt.Transfer, Clocks.Set(exempt, Clocks.Day("2040-01-01")));
        Assert.Equal(("hoa", "minh"), (exempt.Exemption!.ProposedBy, exempt.Exemption.ConfirmedBy));
        Assert.IsType<Exempting.Already>(Exempting.Confirm(exempt, Proposal.Proposal, "minh", Clocks.Policy, Now.AddDays(2)));
    }

    [Fact]
    public void Who_proposed_it_may_not_confirm() => Assert.IsType<Exempting.SamePerson>(Exempting.Confirm(Record with { Exemption = Proposal }, Proposal.Proposal, "hoa", Clocks.Policy, Now));

    [Fact]
    public void Only_what_was_read_can_be_confirmed()
    {
        Assert.IsType<Exempting.NotProposed>(Exempting.Confirm(Record, Proposal.Proposal, "minh", Clocks.Policy, Now));
        Assert.IsType<Exempting.NotProposed>(Exempting.Confirm(Record with { Exemption = Proposal with { Evidence = "khác" } }, Proposal.Proposal, "minh", Clocks.Policy, Now));
        Assert.IsType<Exempting.NotProposed>(Exempting.Confirm(Record with { Exemption = Proposal }, null, "minh", Clocks.Policy, Now));
    }

    [Fact]
    public void The_same_proposal_again_changes_nothing() =>
        Assert.IsType<Exempting.Already>(Exempting.Propose(Record with { Exemption = Proposal }, Proposal with { ProposedAt = Now.AddHours(1) }, Clocks.Policy));

    [Theory]
    [InlineData(ClockState.Transferring)]
    [InlineData(ClockState.Transferred)]
    [InlineData(ClockState.Exempt)]
    public void What_is_settled_can_neither_be_proposed_nor_confirmed(ClockState state)
    {
        var settled = Record with { Transfer = Record.Transfer! with { State = state }, Exemption = Proposal };
        Assert.IsType<Exempting.NotOpen>(Exempting.Propose(settled, Proposal with { Code = "other-archive" }, Clocks.Policy));
        Assert.IsType<Exempting.NotOpen>(Exempting.Confirm(settled, Proposal.Proposal, "minh", Clocks.Policy, Now));
        Assert.IsType<Exempting.NotOpen>(Exempting.Propose(settled with { Transfer = null }, Proposal, Clocks.Policy));
    }

    [Theory]
    [InlineData("because", "e", "b", null, "code")]
    [InlineData(null, "e", "b", null, "code")]
    [InlineData("duplicate", " ", "b", null, "evidence")]
    [InlineData("duplicate", "e", "", null, "legalBasis")]
    [InlineData("duplicate", "e", "b", null, null)]
    [InlineData("duplicate", "e", "b", "2050-01-01", "until")] // ends by a revocation, not by a day
    [InlineData("longer-term", "e", "b", null, "until")]
    [InlineData("longer-term", "e", "b", "2050-01-01", null)]
    public void An_exemption_needs_a_known_ground_evidence_and_a_legal_basis(string? code, string evidence, string basis, string? until, string? error) => Assert.Equal(error, Exemption.Error(code, evidence, basis, until is null ? null : Clocks.Day(until)));

    [Fact]
    public void Every_ground_has_a_code_of_its_own_and_its_source()
    {
        Assert.Equal(ExemptionBasis.All.Count, ExemptionBasis.All.Select(basis => basis.Code).Distinct().Count());
        Assert.All(ExemptionBasis.All, basis => Assert.True(basis.Says.Length > 0 && basis.Source.Length > 0));
    }

    [Fact]
    public void A_persons_words_cannot_forge_a_journal_detail()
    {
        var done = Assert.IsType<Exempting.Done>(Exempting.Propose(Record, Proposal with { Evidence = "x; transfer=Transferred\nq" }, Clocks.Policy));
        Assert.EndsWith("evidence=x, transfer=Transferred q", done.Detail, StringComparison.Ordinal);
    }
}
