using Archive.Packages.Rules;
using static Archive.Packages.Bags.BagRule;

namespace Archive.Packages.Bags;

/// <summary>RFC 8493, 2.4: checksum algorithms.</summary>
internal static class AlgorithmRules
{
    public static readonly IReadOnlyList<BagRule> All =
    [
        Must("BAG-2.4-1", "The algorithm in a manifest's name is lower-case letters and digits; of two spellings one manifest is read.", facts =>
            facts.Manifests.Where(manifest => manifest.AlgorithmName != BagAlgorithm.Normalized(manifest.AlgorithmName))
                .Select(manifest => new Breach(manifest.Path, "name", manifest.AlgorithmName, BagAlgorithm.Normalized(manifest.AlgorithmName)))),
        Must("BAG-2.4-2", "The archive can verify each manifest: md5, sha1, sha256, sha384 or sha512.", facts =>
            facts.Manifests.Where(manifest => manifest.Algorithm is null)
                .Select(manifest => new Breach(manifest.Path, "name", manifest.AlgorithmName, string.Join(", ", BagAlgorithm.All.Select(one => one.Name))))),
        Should("BAG-2.4-3", "A payload manifest is of an algorithm that nobody can deceive: sha256 or longer.", facts =>
            facts.PayloadManifests.Any(manifest => manifest.Algorithm is not null) && !facts.PayloadManifests.Any(manifest => manifest.Algorithm is { IsStrong: true })
                ? facts.PayloadManifests.Select(manifest => new Breach(manifest.Path, "name", manifest.AlgorithmName, BagAlgorithm.Sha512.Name)) : []).In(Specification.Bag10),
    ];
}
