using System.Text;
using Archive.Packages.Reading;
using Archive.Packages.Rules;
using static Archive.Packages.Bags.BagRule;

namespace Archive.Packages.Bags;

/// <summary>RFC 8493, 5.1 and 6.1: paths that stay in the bag, and names that mean one file everywhere.</summary>
internal static class PathRules
{
    public static readonly IReadOnlyList<BagRule> All =
    [
        Must("BAG-5.1-1", "No path in a manifest or in fetch.txt leads out of the bag: none is absolute, goes upwards, or has a backslash, a drive or a home.", Escaping),
        Should("BAG-6.1-1", "A manifest writes a name in the Unicode form the file has: accents composed (NFC) or not (NFD).", facts =>
            ManifestRules.Entries(facts.Manifests, entry => entry.File is { } file && file.Path != entry.Path, entry => Form(entry.Path), "the form of the file's name")),
        Should("BAG-6.1-2", "No two files have names that differ only in case or in Unicode form.", facts =>
            from same in facts.Files.Keys.GroupBy(path => BagPath.Composed(path).ToUpperInvariant(), StringComparer.Ordinal)
            from path in same.Skip(1)
            select new Breach(path, "name", same.First(), "another name")),
        Should("BAG-6.1-3", "Every name can be held by Windows: no device names, none of < > : \" | ? *, no dot or space at an end.", facts =>
            facts.Files.Keys.Where(path => path.Split('/').Any(part => !IsPortable(part))).Select(path => new Breach(path, "name", path, "another name"))),
    ];

    private static IEnumerable<Breach> Escaping(BagFacts facts)
    {
        var listed = facts.Manifests.SelectMany(manifest => manifest.Entries.Select(entry => (File: manifest.Path, entry.Line, entry.Path)))
            .Concat(facts.Fetch?.Entries.Select(entry => (File: FetchFile.File, entry.Line, entry.Path)) ?? []);
        return from entry in listed
               where BagPath.Escape(entry.Path) is not null
               select new Breach(entry.File, $"line {entry.Line}", PackagePath.Shown(entry.Path), $"a path within the bag, not {BagPath.Escape(entry.Path)}");
    }

    private static string Form(string path) => path.IsNormalized(NormalizationForm.FormC) ? "NFC" : path.IsNormalized(NormalizationForm.FormD) ? "NFD" : "neither";

    private static bool IsPortable(string part) =>
        part.Length > 0 && part[^1] is not ('.' or ' ') && part.IndexOfAny(['<', '>', ':', '"', '|', '?', '*']) < 0 && !part.Any(char.IsControl) && !PackagePath.IsDevice(part);
}
