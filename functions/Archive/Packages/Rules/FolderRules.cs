using static Archive.Packages.Rules.PackageRule;

namespace Archive.Packages.Rules;

/// <summary>The folders of CSIP and of TT 05/2025.</summary>
internal static class FolderRules
{
    private static readonly string[] Needed =
    [
        PackageNames.Description, PackageNames.Preservation, PackageNames.RepresentationMets, PackageNames.RepresentationPreservation,
        "schemas/METS.xsd", "schemas/xlink.xsd", "schemas/premis.xsd", "schemas/EAD.xsd", "schemas/EAD_doc.xsd", "schemas/DILCISExtensionMETS.xsd",
    ];

    /// <summary>CSIP's.</summary>
    public static readonly IReadOnlyList<PackageRule> Csip =
    [
        Must("CSIPSTR1", "One folder at the top holds everything, in an archive file as on disk.", facts =>
            facts.Roots.Count == 1 && !facts.Files.ContainsKey(facts.Roots[0]) ? [] : [new Breach("", "top", string.Join(", ", facts.Roots), "one folder")]),
        Must("CSIPSTR4", "That folder holds METS.xml.", facts =>
            facts.Files.ContainsKey(PackageNames.Mets) ? [] : [new Breach(PackageNames.Mets, "folder", "nothing", PackageNames.Mets)]),
    ];

    /// <summary>The circular's, of an AIP.</summary>
    public static readonly IReadOnlyList<PackageRule> Aip =
    [
        Must("TT1", "The files every AIP of TT 05/2025 has are in their places: descriptions, PREMIS at both levels, the representation's METS.xml, the schemas.", facts =>
            Needed.Where(path => !facts.Files.ContainsKey(path)).Select(path => new Breach(path, "folder", "nothing", path))),
    ];
}
