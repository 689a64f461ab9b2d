using Archive.Records;
using CsCheck;

namespace Archive.Tests.Records;

public sealed class DossierOrderTests
{
    private static readonly DossierMember[] First = [Member(1, "r1"), Member(2, "r2"), Hole(3, "H26.1"), Member(4, "r4")];
    private static readonly DossierMember[] Supplement = [Member(1, "s1"), Hole(2, "H26.2"), Member(3, "s3"), Member(3, "s3") with { Place = 4 }];
    private static readonly DossierMember[] Another = [Member(1, "t1"), Member(2, "r2")];

    [Fact]
    public void A_supplements_documents_come_after_those_that_are_there_and_replace_none() =>
        Assert.Equal(
            [(1, "r1"), (2, "r2"), (3, null), (4, "r4"), (5, "s1"), (6, null), (7, "s3")],
            Held(After(new(), (First, false), (Supplement, true))).Select(member => (member.Place, member.RecordId)));

    [Fact]
    public void What_is_there_already_is_not_added_again() =>
        Assert.Equal(["r1", "r2", "-", "r4", "t1"], Held(After(new(), (First, false), (Another, true), (Another, true))).Select(member => member.RecordId ?? "-"));

    [Fact]
    public void A_document_only_named_that_has_been_found_since_is_the_same_one()
    {
        var held = After(new(), (First, false), (Supplement, true));
        held[6] = held[6] with { RecordId = "found" };
        Assert.Empty(DossierOrder.Of(Held(held), Supplement, supplements: true));
    }

    [Fact]
    public void A_package_that_comes_again_replaces_what_stood_at_its_places()
    {
        var held = After(new(), (First, false), (Supplement, true), ([Member(1, "new"), .. First[1..]], false));
        Assert.Equal(["new", "r2", "-", "r4", "s1", "-", "s3"], Held(held).Select(member => member.RecordId ?? "-"));
    }

    [Fact]
    public void A_supplement_may_come_before_the_dossier_and_have_documents_of_its_own() =>
        Assert.All(
            new[] { new[] { (Named("a", "b"), false), (Named("c", "d", "b"), true) }, [(Named("c", "d", "b"), true), (Named("a", "b"), false)] },
            packages => Assert.Equal(["a", "b", "c", "d"], Held(After(new(), packages)).Select(member => member.RecordId)));

    [Fact]
    public void Where_the_dossier_has_grown_a_supplements_documents_make_room_in_their_order() =>
        Assert.Equal(
            ["a", "b", "e", "c", "d", "f"],
            Held(After(new(), (Named("a", "b"), false), (Named("c", "d", "f"), true), (Named("a", "b", "e"), false))).Select(member => member.RecordId));

    [Fact]
    public void The_dossiers_own_come_first_though_it_has_nothing_at_some_of_its_places() =>
        Assert.Equal(
            ["a", "b", "c", "d"],
            Held(After(new(), (Named("c", "d"), true), ([Named("-", "a")[1], Named("-", "-", "-", "b")[3]], false))).Select(member => member.RecordId));

    /// <summary>
    /// Any packages of one dossier in any order, each once and any again, broken off wherever: the dossier's own at their places, and behind them what each
    /// supplement has beside them, in its order.
    /// </summary>
    [Fact]
    public void In_any_order_each_document_stands_once_and_in_the_order_of_its_package()
    {
        var own = Gen.Int[0, 5].Select(size => Enumerable.Range(0, size).Select(one => $"a{one}").ToArray());
        var supplement = (string of) =>
            Gen.Shuffle(new[] { "a0", "a1", "a4", $"{of}0", $"{of}1", $"{of}2", $"{of}3" }).SelectMany(all => Gen.Int[0, 7].Select(size => all[..size]));
        var broken = Gen.Select(Gen.Int[0, 3], Gen.Int[0, 16]).Array[0, 12];
        Gen.Select(own, supplement("s"), supplement("t"), broken, Gen.Shuffle(new[] { 0, 1, 2 })).Sample((whole, one, other, runs, order) =>
        {
            // The last is the dossier as it was sent at first, with less in it.
            (DossierMember[] Members, bool Supplements)[] packages =
                [(Named(whole), false), (Named(one), true), (Named(other), true), (Named(whole[..(whole.Length / 2)]), false)];
            var held = new SortedDictionary<int, DossierMember>();
            foreach (var (package, brokenOff) in runs)
                Write(held, packages[package], brokenOff);
            foreach (var package in order)
                Write(held, packages[package], int.MaxValue);

            string[] stands = [.. Held(held).Select(member => member.RecordId!)];
            Assert.Equal(whole, stands[..whole.Length]);
            Assert.Equal(Enumerable.Range(1, whole.Length), held.Keys.Take(whole.Length));

            // What both supplements have and the dossier has not stands where it was brought first.
            string[] both = [.. one.Intersect(other)];
            Assert.Equal(one.Concat(other).Concat(whole).Distinct().Order(), stands.Order());
            foreach (var brought in new[] { one, other })
                Assert.Equal(brought.Except(whole).Except(both), stands.Intersect(brought.Except(whole).Except(both)));
        });
    }

    /// <summary>Whatever comes first, however often, and broken off wherever: the first package stands at its places, and of every supplement each document once.</summary>
    [Fact]
    public void In_any_order_and_however_often_broken_off_no_document_is_lost_or_doubled()
    {
        (DossierMember[] Members, bool Supplements)[] packages = [(First, false), (Supplement, true), ([Member(1, "t1"), Member(2, "t2")], true)];
        Gen.Select(Gen.Int[0, 2], Gen.Int[0, 9]).Array[0, 12].SelectMany(runs => Gen.Shuffle(new[] { 0, 1, 2 }).Select(last => (runs, last))).Sample(drawn =>
        {
            var held = new SortedDictionary<int, DossierMember>();
            foreach (var (package, brokenOff) in drawn.runs)
                Write(held, packages[package], brokenOff);
            foreach (var package in drawn.last)
                Write(held, packages[package], int.MaxValue);

            Assert.Equal(First, Held(held).Take(First.Length));
            Assert.Equal(
                packages[1..].SelectMany(package => package.Members).Select(member => (member.RecordId, member.Code)).Distinct().Order(),
                Held(held).Skip(First.Length).Select(member => (member.RecordId, member.Code)).Order());
        });
    }

    private static SortedDictionary<int, DossierMember> After(SortedDictionary<int, DossierMember> held, params (DossierMember[] Members, bool Supplements)[] packages)
    {
        foreach (var package in packages)
            Write(held, package, int.MaxValue);
        return held;
    }

    private static void Write(SortedDictionary<int, DossierMember> held, (DossierMember[] Members, bool Supplements) package, int brokenOff)
    {
        var writes = DossierOrder.Of(Held(held), package.Members, package.Supplements);
        Assert.Distinct(writes.Select(write => write.Place));
        foreach (var (place, member) in writes.Take(brokenOff))
        {
            if (member is null)
                Assert.True(held.Remove(place));
            else
                held[place] = member;
        }
    }

    private static DossierMember[] Held(SortedDictionary<int, DossierMember> held) => [.. held.Values];

    private static DossierMember Member(int place, string record) => new(place, record, $"H26.{place}", $"representations/rep1/data/{record}.pdf");

    /// <summary>Documents that are called the same wherever they are.</summary>
    private static DossierMember[] Named(params string[] records) => [.. records.Select((record, at) => new DossierMember(at + 1, record, record, $"representations/rep1/data/{record}.pdf"))];

    private static DossierMember Hole(int place, string named) => new(place, null, named, $"representations/rep1/data/{named}.pdf.fetch.txt");
}
