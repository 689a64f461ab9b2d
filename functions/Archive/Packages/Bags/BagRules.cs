namespace Archive.Packages.Bags;

/// <summary>
/// What every bag is held to: RFC 8493, section by section, and its draft 0.97 where that differs. Each rule is one small function;
/// <c>docs/package-rules.md</c> lists them.
/// </summary>
internal static class BagRules
{
    /// <summary>Every rule, in the RFC's order.</summary>
    public static IReadOnlyList<BagRule> All { get; } =
    [
        .. DeclarationRules.All, .. ManifestRules.All, .. TagManifestRules.All, .. InfoRules.All, .. FetchRules.All, .. TextRules.All, .. AlgorithmRules.All,
        .. CompletenessRules.All, .. PathRules.All,
    ];
}
