using Archive.Packages.Rules;

namespace Archive.Records;

/// <summary>
/// Where the documents a package brings stand in their dossier. A package of <c>RECORDSTATUS</c> SUPPLEMENT (TT 05/2025, annexes on METS) brings documents to a
/// dossier that has some: they come after those, and replace none. Any other package says what stands at its own places, again when it comes again.
/// </summary>
public static class DossierOrder
{
    /// <summary>
    /// The members to be written, in this order; those that stand already as they are to stand are not among them. Packages may come in any order, twice, or
    /// be broken off between any two of the writes: done again with what is held then, it ends as if done once.
    /// </summary>
    /// <param name="held">The dossier's members.</param>
    /// <param name="coming">The package's, by their places in it.</param>
    /// <param name="supplements">Whether the package is a supplement.</param>
    public static IReadOnlyList<DossierMember> Of(IReadOnlyList<DossierMember> held, IReadOnlyList<DossierMember> coming, bool supplements)
    {
        var last = Last(held);
        if (supplements)
        {
            var there = held.Select(NameOf).ToHashSet();
            return [.. coming.Where(one => there.Add(NameOf(one))).Select(one => one with { Place = ++last, Added = true })];
        }

        // A supplement that came before the package it supplements stands in its places: it makes room, and is written elsewhere before it is written over.
        last = Math.Max(last, Last(coming));
        var places = coming.Select(one => one.Place).ToHashSet();
        var elsewhere = coming.Concat(held.Where(one => !places.Contains(one.Place))).Select(NameOf).ToHashSet();
        return
        [
            .. held.Where(one => one.Added && places.Contains(one.Place) && !elsewhere.Contains(NameOf(one))).Select(one => one with { Place = ++last }),
            .. coming.Except(held),
        ];
    }

    /// <summary>What tells a document from the others: the record and its code; of one a package only names, which may be found later, the name and where it stood.</summary>
    private static (string, string?) NameOf(DossierMember member) =>
        PackagePaths.IsHole(member.Path) ? (member.Path, member.Code) : (member.RecordId ?? "", member.Code);

    private static int Last(IReadOnlyList<DossierMember> members) => members.Select(member => member.Place).DefaultIfEmpty().Max();
}
