using Archive.Packages.Rules;
using static Archive.Packages.Bags.BagRule;

namespace Archive.Packages.Bags;

/// <summary>RFC 8493, 2.2.3 and 5.3: fetch.txt. Nothing is ever fetched.</summary>
internal static class FetchRules
{
    public static readonly IReadOnlyList<BagRule> All =
    [
        Must("BAG-2.2.3-1", "Each line of fetch.txt is an absolute address, a length or a hyphen, and a path.", facts =>
            facts.Fetch?.Malformed.Select(line => new Breach(FetchFile.File, $"line {line.Line}", line.Text, "url length path")) ?? []),
        Must("BAG-2.2.3-2", "fetch.txt lists payload files only.", facts =>
            Each(facts, entry => !entry.Path.StartsWith(BagPath.Payload, StringComparison.Ordinal) && BagPath.Escape(entry.Path) is null, entry => new(FetchFile.File, $"line {entry.Line}", entry.Path, "a path below data/"))),
        Must("BAG-2.2.3-3", "Every file of fetch.txt is in every payload manifest (0.97: in one).", Unlisted),
        Must("BAG-2.2.3-4", "Every file that fetch.txt and a manifest list has been fetched: the archive fetches none.", Unfetched),
        Should("BAG-2.2.3-5", "fetch.txt lists a file once.", facts =>
            from twice in facts.Fetch?.Entries.GroupBy(entry => entry.Path, StringComparer.Ordinal) ?? []
            from entry in twice.Skip(1)
            select new Breach(FetchFile.File, $"line {entry.Line}", entry.Path, $"listed on line {twice.First().Line} already")),
        Should("BAG-5.3-1", "A length in fetch.txt is the file's.", facts =>
            Each(facts, entry => entry is { File: not null, Length: not null } && entry.File.Size != entry.Length, entry => new(entry.Path, $"{FetchFile.File}, line {entry.Line}", $"{entry.Length}", $"{entry.File!.Size}"))),
    ];

    private static IEnumerable<Breach> Each(BagFacts facts, Func<FetchEntry, bool> broken, Func<FetchEntry, Breach> breach) =>
        facts.Fetch?.Entries.Where(broken).Select(breach) ?? [];

    private static IEnumerable<Breach> Unfetched(BagFacts facts)
    {
        var listed = facts.PayloadManifests.SelectMany(Listed).ToHashSet(StringComparer.Ordinal);
        return Each(facts, entry => entry.File is null && listed.Contains(BagPath.Composed(entry.Path)), entry => new(entry.Path, $"{FetchFile.File}, line {entry.Line}", "not fetched", "the file"));
    }

    private static IEnumerable<Breach> Unlisted(BagFacts facts)
    {
        var listed = facts.PayloadManifests.Where(manifest => manifest.IsRead).Select(manifest => (manifest.Path, Paths: Listed(manifest).ToHashSet(StringComparer.Ordinal))).ToArray();
        return from entry in facts.Fetch?.Entries ?? []
               where entry.Path.StartsWith(BagPath.Payload, StringComparison.Ordinal) && BagPath.Escape(entry.Path) is null
               let without = listed.Where(manifest => !manifest.Paths.Contains(BagPath.Composed(entry.Path))).Select(manifest => manifest.Path).ToArray()
               where facts.Specification == Specification.Bag10 ? without.Length > 0 : without.Length > 0 && without.Length == listed.Length
               select new Breach(FetchFile.File, $"line {entry.Line}", $"{entry.Path} is not in {string.Join(", ", without)}", "listed");
    }

    private static IEnumerable<string> Listed(BagManifest manifest) => manifest.Entries.Select(entry => BagPath.Composed(entry.Path));
}
