using Archive.Records;
using Archive.Transfer;

namespace Archive.Tests.Transfer;

/// <summary>The release permit: granted with custody, used once, lapsed for good.</summary>
public sealed class ReleaseTests
{
    private static readonly DateTimeOffset Now = new(2026, 6, 15, 2, 0, 0, TimeSpan.Zero);
    private static readonly ArchiveRecord Record = Clocks.Complete("15/03/2024") is var record ? record with { Transfer = Clocks.Set(record, Clocks.Day("2026-01-01")) } : null!;

    private static readonly Consignment Accepted = Consignment.Form(Record.Agency, null, [new ConsignedRecord(Record.Id.Value, 2)], "hn-67-2021", Now.AddDays(-3)) with
    {
        State = ConsignmentState.Accepted,
        VerifiedAt = Now.AddDays(-2),
        AcceptedAt = Now.AddDays(-1),
        Receipt = $"{Record.Agency}/000001.json",
    };

    private static ArchiveRecord Transferred => CustodyMoves.Move(CustodyMoves.Claim(Record, Accepted.Id, agencyIsRegistered: true)!, Accepted, "p/data/a.pdf")!.Value.Next;

    private static Consignment Done => Accepted with { State = ConsignmentState.Done };

    [Fact]
    public void Custody_moves_with_the_permit_in_one_version()
    {
        var claimed = CustodyMoves.Claim(Record, Accepted.Id, agencyIsRegistered: true)!;
        var (next, _) = CustodyMoves.Move(claimed, Accepted, "p/data/a.pdf")!.Value;

        Assert.Null(claimed.Permit);
        Assert.Equal((claimed.Version + 1, Custody.Historical, PermitState.Granted), (next.Version, next.Custody, next.Permit!.State));
        Assert.Equal((Accepted.Id, Accepted.Receipt, Record.Content.Digest.Value), (next.Permit.Consignment, next.Permit.Receipt, next.Permit.Sha256));
        Assert.Equal((Accepted.VerifiedAt!.Value, Accepted.AcceptedAt!.Value), (next.Permit.VerifiedAt, next.Permit.GrantedAt));
    }

    [Fact]
    public void What_was_never_read_back_has_no_permit() => Assert.Null(ReleasePermit.Grant(Accepted with { VerifiedAt = null }, Record.Content.Digest));

    [Fact]
    public void A_run_that_ends_leaves_the_damage_another_has_still_to_tell()
    {
        var release = new CopyRelease(Now, "hoa", DoneAt: null);
        var check = FixitySchedule.NameOf(Clocks.Day("2026-06-15"));
        FixityReading[] damaged = [Failed("fixity-2025-06-15"), Failed(check), Failed(release.Check)];
        var both = Done with { Damaged = damaged, NextCheck = Clocks.Day("2026-06-15"), Release = release };
        Assert.Equal(damaged[1..], both.DamageAfter(check));
        Assert.Equal(damaged[1..], both.DamageAfter(release.Check));
        Assert.Equal([damaged[1]], (both with { Release = release with { DoneAt = Now } }).DamageAfter(check));
        Assert.Equal([damaged[2]], (both with { NextCheck = Clocks.Day("2027-06-15") }).DamageAfter(release.Check));

        static FixityReading Failed(string check) => new(check, "METS.xml", FixityOutcome.Missing, "e", null);
    }

    [Fact]
    public void A_permit_is_used_once_by_a_named_officer()
    {
        var used = Assert.IsType<Releasing.Use>(Releasing.Decide(Transferred, Accepted.Id, "hoa", Now));
        Assert.Equal((PermitState.Used, "hoa", Now, true), (used.Next.Permit!.State, used.Next.Permit.Used!.By, used.Next.Permit.Used.At, used.Next.Permit.LeavesNoCopy));
        Assert.Equal((EventTypes.Deletion, "hoa", Transferred.Version + 1), (used.Journal.Type, used.Journal.Actor, used.Next.Version));
        Assert.Contains($"receipt={Accepted.Receipt}", used.Journal.Detail, StringComparison.Ordinal);
        Assert.IsType<Releasing.Again>(Releasing.Decide(used.Next, Accepted.Id, "minh", Now.AddDays(1)));
    }

    [Fact]
    public void The_copy_stays_before_custody_moves_and_for_another_consignment()
    {
        Assert.Equal(ReleaseObstacle.CustodyNotMoved, Why(Record));
        Assert.Equal(ReleaseObstacle.CustodyNotMoved, Why(Transferred with { Custody = Custody.Agency }));
        Assert.Equal(ReleaseObstacle.CustodyNotMoved, Why(Transferred with { Permit = null }));
        Assert.Equal(ReleaseObstacle.CustodyNotMoved, Why(Transferred, "another"));
    }

    [Fact]
    public void A_hold_keeps_the_copy_also_of_a_permit_that_is_marked_used()
    {
        var used = Assert.IsType<Releasing.Use>(Releasing.Decide(Transferred, Accepted.Id, "hoa", Now)).Next;
        Assert.Equal(ReleaseObstacle.Held, Why(Transferred with { Hold = "Thanh tra" }));
        Assert.Equal(ReleaseObstacle.Held, Why(used with { Hold = "Thanh tra" }));
    }

    [Fact]
    public void What_is_withheld_stays_and_nothing_is_said_of_it()
    {
        var kept = Assert.IsType<Releasing.Kept>(Releasing.Decide(Transferred with { Status = RecordStatus.Withheld }, Accepted.Id, "hoa", Now));
        Assert.Equal((ReleaseObstacle.Withheld, null), (kept.Why, kept.Reason));
        Assert.IsType<ReleaseRequest.Begins>(ReleaseRequest.Decide(Done, [kept, Releasing.Decide(Transferred, Accepted.Id, "hoa", Now)], false, "hoa", Now));
    }

    [Theory]
    [InlineData(FixityOutcome.Differs, "T-413")]
    [InlineData(FixityOutcome.Missing, "T-414")]
    [InlineData(FixityOutcome.Unreadable, "T-415")]
    public void A_permit_lapses_on_whatever_is_not_a_match(FixityOutcome outcome, string code)
    {
        var lapsed = Assert.IsType<FixityVerdict.Lapses>(FixityVerdict.Decide(Transferred, Accepted.Id, [Reading(outcome)], Now));
        Assert.Equal((PermitState.Lapsed, code, Now), (lapsed.Next.Permit!.State, lapsed.Next.Permit.Lapsed!.Finding.Code, lapsed.Next.Permit.Lapsed.At));
        Assert.Contains(lapsed.Next.Findings, finding => finding.Code == code);
        var line = Assert.Single(lapsed.Journal);
        Assert.Equal((EventTypes.FixityCheck, EventOutcome.Failure), (line.Type, line.Outcome));
        Assert.Equal(ReleaseObstacle.PermitLapsed, Why(lapsed.Next));
    }

    [Fact]
    public void A_match_says_nothing_and_brings_no_lapsed_permit_back()
    {
        Assert.IsType<FixityVerdict.Nothing>(FixityVerdict.Decide(Transferred, Accepted.Id, [Reading(FixityOutcome.Matches)], Now));
        var lapsed = Assert.IsType<FixityVerdict.Lapses>(FixityVerdict.Decide(Transferred, Accepted.Id, [Reading(FixityOutcome.Missing)], Now)).Next;
        Assert.IsType<FixityVerdict.Nothing>(FixityVerdict.Decide(lapsed, Accepted.Id, [Reading(FixityOutcome.Matches, "later")], Now.AddDays(365)));
        Assert.Equal(PermitState.Lapsed, lapsed.Permit!.State);
    }

    [Fact]
    public void One_run_says_it_once_and_the_next_says_it_again()
    {
        var first = Assert.IsType<FixityVerdict.Lapses>(FixityVerdict.Decide(Transferred, Accepted.Id, [Reading(FixityOutcome.Missing), Reading(FixityOutcome.Differs, path: "METS.xml")], Now));
        Assert.Equal(2, first.Journal.Count);
        Assert.IsType<FixityVerdict.Nothing>(FixityVerdict.Decide(first.Next, Accepted.Id, [Reading(FixityOutcome.Missing)], Now));

        var second = Assert.IsType<FixityVerdict.Lapses>(FixityVerdict.Decide(first.Next, Accepted.Id, [Reading(FixityOutcome.Missing, "later")], Now.AddDays(365)));
        Assert.Equal((Now, 2), (second.Next.Permit!.Lapsed!.At, second.Next.Findings.Count));
    }

    [Fact]
    public void A_copy_that_fails_after_the_agencys_was_released_is_lost_and_what_turns_up_is_kept()
    {
        var used = Assert.IsType<Releasing.Use>(Releasing.Decide(Transferred, Accepted.Id, "hoa", Now)).Next;
        var lost = Assert.IsType<FixityVerdict.Lost>(FixityVerdict.Decide(used, Accepted.Id, [Reading(FixityOutcome.Differs)], Now)).Next;
        Assert.Equal(["T-413", "T-416"], lost.Findings.Select(finding => finding.Code));
        Assert.Equal((PermitState.Used, false), (lost.Permit!.State, lost.Permit.LeavesNoCopy));
        Assert.Equal(ReleaseObstacle.PermitLapsed, Why(lost));
    }

    [Fact]
    public void A_reading_of_another_package_concerns_no_permit() =>
        Assert.IsType<FixityVerdict.Nothing>(FixityVerdict.Decide(Transferred, "another", [Reading(FixityOutcome.Missing)], Now));

    [Fact]
    public void A_wish_to_release_begins_once_and_is_refused_by_what_keeps_any_copy()
    {
        var (use, held) = (Releasing.Decide(Transferred, Accepted.Id, "hoa", Now), Releasing.Decide(Transferred with { Hold = "x" }, Accepted.Id, "hoa", Now));
        var begun = Assert.IsType<ReleaseRequest.Begins>(ReleaseRequest.Decide(Done, [use], false, "hoa", Now)).Next;
        Assert.Equal(new CopyRelease(Now, "hoa", null), begun.Release);
        Assert.IsType<ReleaseRequest.UnderWay>(ReleaseRequest.Decide(begun, [use], false, "minh", Now));
        var finished = begun with { Release = begun.Release! with { DoneAt = Now } };
        Assert.IsType<ReleaseRequest.Done>(ReleaseRequest.Decide(finished, [new Releasing.Again()], false, "minh", Now));
        Assert.IsType<ReleaseRequest.Begins>(ReleaseRequest.Decide(finished, [new Releasing.Again(), use], false, "minh", Now));

        Assert.Equal(ReleaseObstacle.Held, Refused(Done, [use, held], partly: false).Why);
        Assert.IsType<ReleaseRequest.Begins>(ReleaseRequest.Decide(Done, [use, held], true, "hoa", Now));
        Assert.Equal(Record.Id.Value, Assert.Single(Refused(Done, [held], partly: true).Findings).Where);
        Assert.Equal(ReleaseObstacle.CustodyNotMoved, Refused(Accepted, [], partly: false).Why);
        Assert.Equal(ReleaseObstacle.PermitLapsed, Refused(Done with { Damaged = [Reading(FixityOutcome.Differs, path: "METS.xml")] }, [use], partly: true).Why);
    }

    [Fact]
    public void Every_file_is_read_within_the_legal_cycle()
    {
        var transferred = Clocks.Day("2030-03-08");
        Assert.Equal(Clocks.Day("2030-04-07"), FixitySchedule.First(transferred));
        Assert.True(FixitySchedule.Next(FixitySchedule.First(transferred)) <= transferred.AddYears(FixitySchedule.FullCycleYears));
        Assert.True(FixitySchedule.Next(transferred) <= transferred.AddYears(FixitySchedule.FullCycleYears));
    }

    [Fact]
    public void Portions_hold_every_file_once_and_part_no_record()
    {
        List<PackedFile> files = [new("METS.xml", "0", 1, null, false), .. Enumerable.Range(0, 600).SelectMany(number => new[] { File(number, false), File(number, true) })];
        var (seen, sizes) = (new List<string>(), new List<int>());
        for (int? from = 0; from is { } at;)
        {
            var portion = PackagePortion.Of(files, at);
            seen.AddRange(portion.Own.Concat(portion.Records.SelectMany(record => record.Files)).Select(file => file.Path));
            sizes.Add(portion.Records.Sum(record => record.Files.Count));
            from = portion.Next;
        }

        Assert.Equal(files.Select(file => file.Path), seen);
        Assert.Equal([500, 500, 200], sizes);
        Assert.Single(PackagePortion.Of([.. files.Select(file => file with { Size = PackagePortion.MostBytes })], 7).Records);

        static PackedFile File(int number, bool content) => new($"{number}.{content}", "0", 1, $"r{number:D4}", content);
    }

    private static ReleaseObstacle Why(ArchiveRecord record, string? consignment = null) =>
        Assert.IsType<Releasing.Kept>(Releasing.Decide(record, consignment ?? Accepted.Id, "hoa", Now)).Why;

    private static ReleaseRequest.Refused Refused(Consignment consignment, IReadOnlyList<Releasing> records, bool partly) =>
        Assert.IsType<ReleaseRequest.Refused>(ReleaseRequest.Decide(consignment, records, partly, "hoa", Now));

    private static FixityReading Reading(FixityOutcome outcome, string check = "fixity-2026-06-15", string path = "data/a.pdf") => new(check, path, outcome, "00", outcome == FixityOutcome.Differs ? "11" : null);
}
