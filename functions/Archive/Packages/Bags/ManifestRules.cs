using Archive.Packages.Rules;
using static Archive.Packages.Bags.BagRule;

namespace Archive.Packages.Bags;

/// <summary>RFC 8493, 2.1.3: payload manifests; what a line must be holds for tag manifests as well.</summary>
internal static class ManifestRules
{
    public static readonly IReadOnlyList<BagRule> All =
    [
        Must("BAG-2.1.3-1", "The bag has a payload manifest.", facts => facts.PayloadManifests.Any() ? [] : [new Breach("manifest-sha512.txt", "folder", "nothing", "1 or more payload manifests")]),
        Must("BAG-2.1.3-2", "Each line of a manifest is a checksum in hexadecimal digits, as long as the algorithm's are, spaces or tabs, and a path.", facts =>
            from manifest in facts.Manifests
            from line in manifest.Malformed
            select At(manifest, line.Line, line.Text, "checksum path")),
        Must("BAG-2.1.3-3", "A payload manifest lists files below data/ only.", facts =>
            Entries(facts.PayloadManifests, entry => !entry.Path.StartsWith(BagPath.Payload, StringComparison.Ordinal) && BagPath.Escape(entry.Path) is null, entry => entry.Path, "a path below data/")),
        Must("BAG-2.1.3-4", "A manifest lists a file once.", facts =>
            from manifest in facts.Manifests
            from twice in manifest.Entries.GroupBy(entry => entry.File?.Path ?? entry.Path, StringComparer.Ordinal)
            from entry in twice.Skip(1)
            select At(manifest, entry.Line, entry.Path, $"listed on line {twice.First().Line} already")),
        Must("BAG-2.1.3-5", "Every payload file is in every payload manifest.", facts =>
            facts.PayloadManifests.Where(manifest => manifest.IsRead).SelectMany(manifest => Unlisted(facts, [manifest]).Select(file => new Breach(file.Path, manifest.Path, "not listed", "listed")))).In(Specification.Bag10),
        Must("BAG-2.1.3-6", "Every payload file is in a payload manifest.", facts =>
            facts.PayloadManifests.Any(manifest => manifest.IsRead) ? Unlisted(facts, facts.PayloadManifests).Select(file => new Breach(file.Path, "payload manifests", "not listed", "listed")) : []).In(Specification.Bag097),
        Must("BAG-2.1.3-7", "A manifest lists no folders.", facts =>
            Entries(facts.Manifests, entry => entry.File is null && BagPath.Escape(entry.Path) is null && facts.IsFolder(entry.Path), entry => entry.Path, "a file")),
        Must("BAG-2.1.3-8", "Only line ends and the percent sign are escaped: %0A, %0D, %25.", facts =>
            Entries(facts.Manifests, entry => BagPath.StrayEscape(entry.Written) is not null, entry => BagPath.StrayEscape(entry.Written)!, "%0A, %0D or %25")).In(Specification.Bag10),
        Should("BAG-2.1.3-9", "No asterisk, as checksum tools leave it, stands before a path.", facts => Entries(facts.Manifests, entry => entry.IsStarred, entry => $"*{entry.Written}", entry => entry.Written)),
    ];

    public static Breach At(BagManifest manifest, int line, string found, string expected) => new(manifest.Path, $"line {line}", found, expected);

    /// <summary>The lines of some manifests that are as they must not be.</summary>
    public static IEnumerable<Breach> Entries(IEnumerable<BagManifest> manifests, Func<ManifestEntry, bool> broken, Func<ManifestEntry, string> found, string expected) =>
        Entries(manifests, broken, found, _ => expected);

    private static IEnumerable<Breach> Entries(IEnumerable<BagManifest> manifests, Func<ManifestEntry, bool> broken, Func<ManifestEntry, string> found, Func<ManifestEntry, string> expected) =>
        from manifest in manifests
        from entry in manifest.Entries
        where broken(entry)
        select At(manifest, entry.Line, found(entry), expected(entry));

    private static IEnumerable<BagFile> Unlisted(BagFacts facts, IEnumerable<BagManifest> manifests)
    {
        var listed = manifests.SelectMany(manifest => manifest.Entries).Select(entry => entry.File?.Path).OfType<string>().ToHashSet(StringComparer.Ordinal);
        return facts.Payload.Where(file => !listed.Contains(file.Path));
    }
}
