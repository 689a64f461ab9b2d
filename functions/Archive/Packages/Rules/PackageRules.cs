using static Archive.Packages.Rules.MetsChecks;
using static Archive.Packages.Rules.PackageRule;

namespace Archive.Packages.Rules;

/// <summary>
/// What packages are checked against: E-ARK's requirements by their published ids, the links, sizes and digests, and TT 05/2025. Each rule is one
/// small function; <c>docs/package-rules.md</c> lists them with the specifications they hold for.
/// </summary>
public static class PackageRules
{
    /// <summary>How many places of one rule are told at most.</summary>
    public const int MostPlaces = 1000;

    /// <summary>A package that does not say which specification, or which version of it, it follows is checked against the latest one.</summary>
    internal static readonly PackageRule Untold = May("VER1",
        "The package says what it follows: PROFILE with a version (or xsi:schemaLocation), and OAISPACKAGETYPE.", _ => []);

    /// <summary>What the circular names the packaging software for in the package's own METS file only; a representation names its organisation.</summary>
    private static readonly string[] OfSoftware = ["CSIP10", "CSIP11", "CSIP12", "CSIP13", "CSIP14"];

    /// <summary>CSIP's that the circular's packages are not held to: it has no place for them, or its own rules say what takes theirs.</summary>
    private static readonly string[] NotOfCircular = ["CSIPSTR4", "CSIP15", "CSIP16", "CSIP31", "CSIP62", "LNK5", "FIX4"];

    /// <summary>What E-ARK asks of its packages beyond CSIP's own requirements.</summary>
    private static readonly PackageRule[] Eark = [.. MetsListRules.Eark, .. LinkRules.Eark, .. SchemaRules.Eark, .. Some(ToleranceRules.All, "TOL18")];

    private static readonly PackageRule[] Common = [.. PathRules.All, .. SchemaRules.Readable, ToleranceRules.Namespace];

    private static readonly PackageRule[] Csip =
        [.. FolderRules.Csip, .. HeaderRules.All, .. MetadataRules.All, .. FileRules.All, .. StructureRules.All, .. LinkRules.All];

    private static readonly PackageRule[] OfCircular =
    [
        .. Csip.Where(rule => !NotOfCircular.Contains(rule.Id)).Select(ReadForCircular),
        .. MetsListRules.Mets, .. Some(LinkRules.Circular, "FIX3"),
    ];

    private static readonly Dictionary<string, PackageRule[]> ByName = new(StringComparer.Ordinal)
    {
        ["csip"] = [.. Common, .. Csip, .. Eark],
        ["sip"] = [.. Common, .. Csip, .. Eark, .. SipRules.All],
        ["aip"] = [.. Common, .. Csip, .. Eark, .. AipRules.All],
        ["dip"] = [.. Common, .. Csip, .. Eark, .. DipRules.All],
        ["tt05-sip"] =
        [
            .. Common, .. OfCircular, .. Some(CircularRules.All, "TT5", "TT6", "TT13"),
            .. SubmissionRules.All, .. FieldsRules.All, .. CodeRules.All, .. ToleranceRules.All,
        ],
        ["tt05-aip"] =
        [
            .. Common, .. Csip.Where(rule => rule.Id is not ("CSIP62" or "LNK5" or "FIX4")),
            .. FolderRules.Aip, .. SchemaRules.All, .. LinkRules.Circular, .. PremisRules.All, .. AipRules.All, .. CircularRules.All,
        ],
        ["tt05-dip"] =
        [
            .. Common, .. OfCircular.Where(rule => rule.Id != "CSIPSTR1" && rule.Id != "CSIPSTR2"), .. DipRules.All, .. Some(CircularRules.All, "TT3", "TT6"),
            .. DisseminationRules.All,
            .. FieldsRules.All, .. Some(ToleranceRules.All, "TOL2", "TOL3", "TOL12", "TOL13", "TOL14", "TOL15"),
        ],
    };

    /// <summary>Every rule, in the order a package is read.</summary>
    public static IReadOnlyList<PackageRule> All { get; } =
    [
        Untold, .. Common, .. Csip, .. MetsListRules.Mets, .. MetsListRules.Eark, .. LinkRules.Eark, .. SchemaRules.Eark, .. SipRules.All, .. AipRules.All,
        .. DipRules.All, .. FolderRules.Aip, .. SchemaRules.All, .. LinkRules.Circular, .. PremisRules.All,
        .. CircularRules.All, .. SubmissionRules.All, .. FieldsRules.All, .. CodeRules.All, .. DisseminationRules.All, .. ToleranceRules.All,
    ];

    /// <summary>The rules of a specification in its version; none for one that is not checked by rules.</summary>
    public static IReadOnlyList<PackageRule> Of(Specification specification) =>
        [.. ByName.GetValueOrDefault(specification.Name, []).Where(rule => rule.IsOf(specification))];

    /// <summary>The circular names its file groups, but not every one after a folder, and the kind of content of a representation only.</summary>
    private static PackageRule ReadForCircular(PackageRule rule) => rule.Id switch
    {
        "CSIP4" => OfRepresentations(rule),
        "CSIP64" => rule with { Check = Has(mets => mets.Groups, "USE") },
        _ => OfSoftware.Contains(rule.Id) ? OfPackage(rule) : rule,
    };

    private static IEnumerable<PackageRule> Some(IEnumerable<PackageRule> rules, params string[] ids) => rules.Where(rule => ids.Contains(rule.Id));

    /// <summary>Checks what a reading of a package gave. Of one rule no more than <see cref="MostPlaces"/> places are told.</summary>
    public static IReadOnlyList<PackageFinding> Check(PackageFacts facts, Specification specification) =>
        [.. Of(specification).SelectMany(rule => rule.Check(facts).Take(MostPlaces).Select(breach => rule.Finding(specification, breach)))];
}
