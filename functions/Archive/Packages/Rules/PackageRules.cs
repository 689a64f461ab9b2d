namespace Archive.Packages.Rules;

/// <summary>
/// What every package is checked against: the MUST requirements of E-ARK CSIP 2.2.0 and of the AIP specification, the schemas, the links, sizes
/// and digests, PREMIS, and TT 05/2025. Each rule is one small function with the specification's id; <c>docs/package-rules.md</c> lists them.
/// </summary>
public static class PackageRules
{
    /// <summary>Every rule, in the order a package is read.</summary>
    public static IReadOnlyList<PackageRule> All { get; } =
    [
        .. FolderRules.All, .. SchemaRules.All, .. HeaderRules.All, .. MetadataRules.All, .. FileRules.All, .. StructureRules.All,
        .. LinkRules.All, .. PremisRules.All, .. AipRules.All, .. CircularRules.All,
    ];

    /// <summary>Checks a package. Every file is read once, XML files above a megabyte twice; nothing outside the package is asked for.</summary>
    /// <returns>Every place that breaks a rule; nothing for a package that keeps them all.</returns>
    public static async Task<IReadOnlyList<PackageFinding>> CheckAsync(IPackageSource source, CancellationToken stop) =>
        Check(await new PackageReader(source).ReadAsync(stop));

    /// <summary>Checks what a reading of a package gave.</summary>
    public static IReadOnlyList<PackageFinding> Check(PackageFacts facts) =>
    [
        .. All.SelectMany(rule => rule.Check(facts).Select(breach => new PackageFinding(rule.Id, rule.Level, breach.File, breach.Where, breach.Found, breach.Expected))),
    ];
}
