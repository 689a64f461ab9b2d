using static Archive.Packages.Rules.PackageRule;

namespace Archive.Packages.Rules;

/// <summary>
/// What packages are checked against: E-ARK's requirements by their published ids, the links, sizes and digests, and TT 05/2025. Each rule is one
/// small function; <c>docs/package-rules.md</c> lists them with the specifications they hold for.
/// </summary>
public static class PackageRules
{
    /// <summary>A package that does not say which specification, or which version of it, it follows is checked against the latest one.</summary>
    internal static readonly PackageRule Untold = May("VER1", "The package says what it follows: PROFILE with a version (or xsi:schemaLocation), and OAISPACKAGETYPE.", _ => []);

    private static readonly PackageRule[] Common = [.. PathRules.All, .. SchemaRules.Readable];

    private static readonly PackageRule[] Csip =
        [.. FolderRules.Csip, .. HeaderRules.All, .. MetadataRules.All, .. FileRules.All, .. StructureRules.All, .. LinkRules.All];

    private static readonly PackageRule[] ArchivalOfCircular =
    [
        .. Csip, .. FolderRules.Aip, .. SchemaRules.All, .. LinkRules.Circular, .. PremisRules.All, .. AipRules.All, .. CircularRules.All,
    ];

    /// <summary>Every rule, in the order a package is read.</summary>
    public static IReadOnlyList<PackageRule> All { get; } = [Untold, .. Common, .. ArchivalOfCircular];

    /// <summary>The rules of a specification.</summary>
    public static IReadOnlyList<PackageRule> Of(Specification specification) => specification.Name switch
    {
        "tt05-aip" => [.. Common, .. ArchivalOfCircular],
        "aip" => [.. Common, .. Csip, .. AipRules.All],
        _ => [.. Common, .. Csip],
    };

    /// <summary>Checks what a reading of a package gave.</summary>
    public static IReadOnlyList<PackageFinding> Check(PackageFacts facts, Specification specification) =>
        [.. Of(specification).SelectMany(rule => rule.Check(facts).Select(breach => rule.Finding(specification, breach)))];
}
