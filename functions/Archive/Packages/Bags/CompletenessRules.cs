using Archive.Packages.Rules;
using static Archive.Packages.Bags.BagRule;

namespace Archive.Packages.Bags;

/// <summary>RFC 8493, 3: complete is that every file is there; valid, that every checksum is that of its file.</summary>
internal static class CompletenessRules
{
    public static readonly IReadOnlyList<BagRule> All =
    [
        Must("BAG-3-1", "Every file of every tag manifest is there.", facts => Missing(facts, facts.TagManifests)),
        Must("BAG-3-2", "Every file of every payload manifest is there.", facts => Missing(facts, facts.PayloadManifests)),
        Must("BAG-3-3", "Every checksum of every payload manifest is that of its file.", facts => Differing(facts.PayloadManifests)) with { IsOfChecksums = true },
        Must("BAG-3-4", "Every checksum of every tag manifest is that of its file.", facts => Differing(facts.TagManifests)) with { IsOfChecksums = true },
    ];

    /// <summary>What is still to be fetched is missing by another rule, and what leads out of the bag is not looked for.</summary>
    private static IEnumerable<Breach> Missing(BagFacts facts, IEnumerable<BagManifest> manifests)
    {
        var unfetched = facts.Fetch?.Entries.Where(entry => entry.File is null).Select(entry => BagPath.Composed(entry.Path)).ToHashSet(StringComparer.Ordinal) ?? [];
        return from manifest in manifests
               from entry in manifest.Entries
               where entry.File is null && BagPath.Escape(entry.Path) is null && !facts.IsFolder(entry.Path) && !unfetched.Contains(BagPath.Composed(entry.Path))
               select new Breach(entry.Path, $"{manifest.Path}, line {entry.Line}", "nothing", "the file") { Missing = entry.Path };
    }

    private static IEnumerable<Breach> Differing(IEnumerable<BagManifest> manifests) =>
        from manifest in manifests
        let algorithm = manifest.Algorithm?.Name ?? ""
        from entry in manifest.Entries
        let digest = entry.File?.Digests.GetValueOrDefault(algorithm)
        where digest is not null && !digest.AsSpan().SequenceEqual(entry.Checksum)
        select new Breach(entry.Path, $"{manifest.Path}, line {entry.Line}", Convert.ToHexStringLower(digest), Convert.ToHexStringLower(entry.Checksum));
}
