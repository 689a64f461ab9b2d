using static Archive.Packages.Rules.PackageRule;

namespace Archive.Packages.Rules;

/// <summary>What holds of any package before anything in it is opened.</summary>
internal static class PathRules
{
    public static readonly IReadOnlyList<PackageRule> All =
    [
        Must("PTH1", "Every stored path stays in the package and is there once; any other is not opened.", facts =>
            facts.Unopened.Select(path => new Breach(path, "path", path, "a relative path, once, without .., backslash or drive"))),
    ];
}
