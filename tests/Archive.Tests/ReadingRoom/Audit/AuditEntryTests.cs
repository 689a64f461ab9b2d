using System.Collections.Frozen;
using Archive.ReadingRoom;
using Archive.ReadingRoom.Audit;
using Archive.Records;

namespace Archive.Tests.ReadingRoom.Audit;

public sealed class AuditEntryTests
{
    private static readonly DateTimeOffset At = new(2026, 11, 28, 16, 59, 59, 500, TimeSpan.Zero);
    private static readonly Caller Lan = new("s1", "Lan", new[] { Role.Officer, Role.Reader }.ToFrozenSet(), AgencyCode.Parse("H26.01"));

    [Theory]
    [InlineData("mật\r\n2026-11-28 administrator signed-in", "mật  2026-11-28 administrator signed-in")]
    [InlineData("\u202Etxt.exe\u200B", "txt.exe")]
    [InlineData("Ba\u0309o\u2028to\u0302\u0300n\t", "Bảo tồn")]
    [InlineData("\u001B[31mđỏ\0", "[31mđỏ")]
    public void What_a_caller_writes_stays_in_one_line_and_looks_like_what_it_is(string written, string kept) =>
        Assert.Equal(kept, AuditEntry.Clean(written));

    [Fact]
    public void No_text_is_longer_than_anybody_types_and_no_letter_is_cut_in_two()
    {
        var kept = AuditEntry.Clean(new string('a', AuditEntry.Longest - 2) + "😀" + new string('b', 5000));
        Assert.Equal(new string('a', AuditEntry.Longest - 2) + "…", kept);
    }

    [Fact]
    public void An_entry_says_by_what_right()
    {
        var entry = AuditEntry.Of(AuditAct.OpenedRestricted, Lan, "r1", null, At);
        Assert.Equal(("s1", "Lan", "H26.01"), (entry.Subject, entry.Name, entry.Agency?.Value));
        Assert.Equal([Role.Reader, Role.Officer], entry.Roles);
    }

    [Fact]
    public void A_day_ends_at_midnight_in_Viet_Nam()
    {
        Assert.Equal(new DateOnly(2026, 11, 28), AuditEntry.Of(AuditAct.Asked, Lan, "r1", null, At).Day);
        Assert.Equal(new DateOnly(2026, 11, 29), AuditEntry.Of(AuditAct.Asked, Lan, "r1", null, At.AddSeconds(1)).Day);
    }

    [Fact]
    public void Entries_of_an_act_stand_in_the_order_of_their_moments()
    {
        var moments = new[] { At.AddHours(-16.9), At.AddHours(-7), At.AddTicks(-1), At };
        var keys = moments.Select(moment => AuditKey.Of(AuditEntry.Of(AuditAct.Asked, Lan, "r1", null, moment), "f")).ToList();
        Assert.Single(keys.Select(key => key.Partition).Distinct());
        Assert.Equal(keys.Select(key => key.Row).Order(StringComparer.Ordinal), keys.Select(key => key.Row));
    }

    [Fact]
    public void What_is_told_twice_is_one_entry_and_what_differs_is_another()
    {
        var (entry, other) = (AuditEntry.Of(AuditAct.Delivered, Lan, "q1", "1", At), AuditEntry.Of(AuditAct.Delivered, Lan, "q1", "2", At));
        Assert.Equal(AuditKey.OfOnce(entry), AuditKey.OfOnce(entry with { Name = "Lan Nguyễn" }));
        Assert.NotEqual(AuditKey.OfOnce(entry), AuditKey.OfOnce(other));
    }

    [Fact]
    public void A_document_read_in_parts_is_one_entry_a_minute_and_person()
    {
        var entry = AuditEntry.Of(AuditAct.OpenedRestricted, Lan, "r1", null, At);
        Assert.Equal(AuditKey.OfReading(entry), AuditKey.OfReading(entry with { At = At.AddSeconds(-50) }));
        Assert.NotEqual(AuditKey.OfReading(entry), AuditKey.OfReading(entry with { At = At.AddSeconds(1) }));
        Assert.NotEqual(AuditKey.OfReading(entry), AuditKey.OfReading(entry with { Subject = "s2" }));
        Assert.NotEqual(AuditKey.OfReading(entry), AuditKey.OfReading(entry with { About = "r2" }));
    }

    [Fact]
    public void Every_act_but_a_refusal_was_let_through() =>
        Assert.All(AuditActs.All, act => Assert.Equal(act == AuditAct.WasRefused ? AuditOutcome.Refused : AuditOutcome.Allowed, AuditEntry.Of(act, Lan, "r1", null, At).Outcome));

    [Fact]
    public void Codes_name_acts_and_sort_between_the_bounds_of_a_day()
    {
        Assert.All(AuditActs.All, act =>
        {
            Assert.Equal(act, AuditActs.Find(act.Code()));
            Assert.InRange(AuditKey.PartitionOf(new DateOnly(2026, 11, 28), act), AuditKey.From(new DateOnly(2026, 11, 28)), AuditKey.Until(new DateOnly(2026, 11, 28)), StringComparer.Ordinal);
        });
        Assert.Equal("opened-restricted", AuditAct.OpenedRestricted.Code());
        Assert.Null(AuditActs.Find("nothing"));
    }
}
