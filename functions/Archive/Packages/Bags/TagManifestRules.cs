using Archive.Packages.Rules;
using static Archive.Packages.Bags.BagRule;

namespace Archive.Packages.Bags;

/// <summary>RFC 8493, 2.2.1: tag manifests.</summary>
internal static class TagManifestRules
{
    public static readonly IReadOnlyList<BagRule> All =
    [
        Must("BAG-2.2.1-1", "A tag manifest lists every payload manifest.", facts => Unlisted(facts, file => BagManifest.Is(file, out _, out var isTag) && !isTag)).In(Specification.Bag10),
        Must("BAG-2.2.1-2", "A tag manifest lists no payload files.", facts =>
            ManifestRules.Entries(facts.TagManifests, entry => entry.Path.StartsWith(BagPath.Payload, StringComparison.Ordinal) && BagPath.Escape(entry.Path) is null, entry => entry.Path, "a tag file")),
        Must("BAG-2.2.1-3", "A tag manifest lists no tag manifests.", facts =>
            ManifestRules.Entries(facts.TagManifests, entry => BagManifest.Is(entry.Path, out _, out var isTag) && isTag, entry => entry.Path, "no tag manifest")).In(Specification.Bag10),
        Should("BAG-2.2.1-4", "A tag manifest lists every other tag file.", facts =>
            Unlisted(facts, file => !BagManifest.Is(file, out _, out _))).In(Specification.Bag10),
    ];

    private static IEnumerable<Breach> Unlisted(BagFacts facts, Func<string, bool> asked) =>
        from manifest in facts.TagManifests
        where manifest.IsRead
        let listed = manifest.Entries.Select(entry => entry.File?.Path).OfType<string>().ToHashSet(StringComparer.Ordinal)
        from file in facts.Files.Values
        where !file.IsPayload && asked(file.Path) && !listed.Contains(file.Path)
        select new Breach(file.Path, manifest.Path, "not listed", "listed");
}
