using Archive.Packages.Rules;

namespace Archive.Records;

/// <summary>A write to a dossier's places.</summary>
/// <param name="Place">The place.</param>
/// <param name="Member">What is to stand there; null where nothing is.</param>
public sealed record DossierWrite(int Place, DossierMember? Member);

/// <summary>
/// Where the documents a package brings stand in their dossier. A package of <c>RECORDSTATUS</c> SUPPLEMENT (TT 05/2025, annexes on METS) brings documents
/// to a dossier that has some: they come after those, and replace none. Any other package says what stands at its own places, again when it comes again.
/// </summary>
public static class DossierOrder
{
    /// <summary>
    /// What is to be written, in this order and no place twice; what stands already as it is to stand is not among it. Packages may come in any order,
    /// twice, or be broken off between any two of the writes: done again with what is held then, it ends as if done once.
    /// </summary>
    /// <param name="held">The dossier's members.</param>
    /// <param name="coming">The package's, by their places in it.</param>
    /// <param name="supplements">Whether the package is a supplement.</param>
    public static IReadOnlyList<DossierWrite> Of(IReadOnlyList<DossierMember> held, IReadOnlyList<DossierMember> coming, bool supplements) =>
        supplements ? [.. Behind(held, coming)] : [.. AtItsPlaces(held, coming)];

    private static IEnumerable<DossierWrite> Behind(IReadOnlyList<DossierMember> held, IReadOnlyList<DossierMember> coming)
    {
        var there = held.Select(NameOf).ToHashSet();
        return coming.Where(one => there.Add(NameOf(one))).Select((one, at) => Moved(one with { Added = true }, Last(held) + 1 + at));
    }

    /// <summary>
    /// What supplements added that is now the dossier's own is dropped. Unless the rest stands behind all its own, as where a supplement came before the
    /// package it supplements, it makes room: it is written anew behind everything, before what it stood at is written over or taken away. The last goes
    /// first: broken off anywhere, of those that stand twice the latter are in order with the others.
    /// </summary>
    private static IEnumerable<DossierWrite> AtItsPlaces(IReadOnlyList<DossierMember> held, IReadOnlyList<DossierMember> coming)
    {
        var claimed = coming.Select(one => one.Place).ToHashSet();
        DossierMember[] own = [.. coming, .. held.Where(one => !one.Added && !claimed.Contains(one.Place))];
        var names = own.Select(NameOf).ToHashSet();
        DossierMember[] added =
            [.. held.Where(one => one.Added).OrderByDescending(one => one.Place).Where(one => names.Add(NameOf(one)))];

        var behind = added is [] || added[^1].Place > Last(own);
        var last = Math.Max(Last(held), Last(coming));
        var left = behind ? added.Select(one => one.Place).ToHashSet() : [];
        return
        [
            .. behind ? [] : added.Select((one, at) => Moved(one, last + added.Length - at)),
            .. coming.Except(held).Select(one => new DossierWrite(one.Place, one)),
            .. held.Where(one => one.Added && !left.Contains(one.Place) && !claimed.Contains(one.Place)).Select(one => new DossierWrite(one.Place, null)),
        ];
    }

    private static DossierWrite Moved(DossierMember member, int place) => new(place, member with { Place = place });

    /// <summary>What tells a document from the others: the record and its code; of one a package only names, which may be found later, the name and where it stood.</summary>
    private static (string, string?) NameOf(DossierMember member) =>
        PackagePaths.IsHole(member.Path) ? (member.Path, member.Code) : (member.RecordId ?? "", member.Code);

    private static int Last(IReadOnlyList<DossierMember> members) => members.Select(member => member.Place).DefaultIfEmpty().Max();
}
