using Archive.Records;
using Archive.Transfer;

namespace Archive.Tests.Transfer;

public sealed class CustodyMovesTests
{
    private const string Consignment = "c1";
    private static readonly DateOnly Today = Clocks.Day("2026-03-10");
    private static readonly Finding Returned = Finding.Of(FindingCodes.TransferReturned, "record", "Sai");

    [Fact]
    public void Nothing_keeps_what_was_claimed_sound() => Assert.Empty(CustodyMoves.Kept([Claimed(), Claimed()], Consignment, true));

    [Fact]
    public void What_keeps_claimed_records_is_said_once_and_in_nobodys_words()
    {
        var held = Claimed() with { Hold = "Thanh tra" };
        var kept = CustodyMoves.Kept([held, Claimed() with { Status = RecordStatus.Withheld }, held], Consignment, true);
        Assert.Equal([("T-404", "…"), ("T-407", "")], kept.Select(finding => (finding.Code, string.Concat(finding.Values))));
    }

    [Fact]
    public void A_record_that_was_given_back_keeps_its_consignment() =>
        Assert.Equal("T-410", Assert.Single(CustodyMoves.Kept([CustodyMoves.Release(Claimed(), Consignment, null, true, Clocks.Policy, Today)!], Consignment, true)).Code);

    [Fact]
    public void An_agency_that_is_registered_no_more_keeps_all() => Assert.Equal("T-405", Assert.Single(CustodyMoves.Kept([Claimed()], Consignment, false)).Code);

    [Fact]
    public void A_released_record_says_what_keeps_it_only_as_long_as_it_does()
    {
        var released = CustodyMoves.Release(Claimed() with { Hold = "Thanh tra" }, Consignment, null, true, Clocks.Policy, Today)!;
        Assert.Equal((ClockState.Due, null, Today), (released.Transfer!.State, released.Transfer.Consignment, released.Transfer.NextAction));
        Assert.Equal("T-404", Assert.Single(released.Transfer.Reasons).Code);
        Assert.Empty(released.Findings);
        Assert.IsType<Enforcement.Ready>(Enforcement.Decide(released.Transfer, [], Clocks.Policy, Today));
    }

    [Fact]
    public void What_an_archivist_says_stays_with_the_record_and_is_said_once()
    {
        var released = CustodyMoves.Release(Claimed(), Consignment, Returned, true, Clocks.Policy, Today)!;
        Assert.Equal(["T-408"], released.Transfer!.Reasons.Select(reason => reason.Code));
        Assert.Same(released, CustodyMoves.Release(released, Consignment, Returned, true, Clocks.Policy, Today));
    }

    [Fact]
    public void A_record_of_another_consignment_is_not_released() => Assert.Null(CustodyMoves.Release(Claimed(), "c2", null, true, Clocks.Policy, Today));

    [Fact]
    public void One_that_went_early_and_came_back_waits_for_its_first_notice()
    {
        var early = Clocks.Complete("15/03/2025");
        var clock = Clocks.Set(early, Today) with { State = ClockState.Transferring, Consignment = Consignment };
        var released = CustodyMoves.Release(early with { Transfer = clock }, Consignment, Returned, true, Clocks.Policy, Today)!;
        var waits = Assert.IsType<Enforcement.Early>(Enforcement.Decide(released.Transfer!, [Returned], Clocks.Policy, Today));
        Assert.Equal((ClockState.Scheduled, Clocks.Day("2027-09-17")), (waits.Next.State, waits.Next.NextAction));
    }

    [Fact]
    public void One_that_comes_back_under_another_policy_has_the_clock_that_one_gives_it()
    {
        var claimed = Claimed();
        var longer = CustodyMoves.Release(claimed, Consignment, Returned, true, Clocks.Policy with { Id = "longer", Years = 4 }, Today)!;
        Assert.Equal((claimed.Version + 1, ClockState.Scheduled, "longer", Clocks.Day("2027-03-15")), (longer.Version, longer.Transfer!.State, longer.Transfer.Policy, longer.Transfer.Due!.Value));
        Assert.Equal((null, claimed.Transfer!.Due), (longer.Transfer.Consignment, longer.Transfer.Replaces!.Due));

        var sources = new TransferSources { Rule = SourceRule.AllBut, Agencies = [claimed.Agency] };
        var stays = CustodyMoves.Release(claimed, Consignment, Returned, true, Clocks.Policy with { Id = "without", Sources = sources }, Today)!;
        Assert.Equal((claimed.Version + 1, null), (stays.Version, stays.Transfer));
        Assert.Null(CustodyMoves.Release(stays, Consignment, Returned, true, Clocks.Policy, Today));
    }

    private static ArchiveRecord Claimed()
    {
        var record = Clocks.Complete("15/03/2023");
        return CustodyMoves.Claim(record with { Transfer = Clocks.Set(record, Today) }, Consignment, true)!;
    }
}
