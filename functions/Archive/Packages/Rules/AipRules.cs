using System.Xml.Linq;
using static Archive.Packages.MetsVocabulary;
using static Archive.Packages.Rules.MetsChecks;
using static Archive.Packages.Rules.PackageRule;

namespace Archive.Packages.Rules;

/// <summary>What the E-ARK AIP specification adds to CSIP.</summary>
internal static class AipRules
{
    public static readonly IReadOnlyList<PackageRule> All =
    [
        Must("AIPM1", "The package's OBJID never changes: PREMIS knows the package by the same id.", facts => facts.Package is not { } mets ? [] :
            facts.Premis.Where(premis => premis.Path == PackageNames.Preservation)
                .Where(premis =>
                    !premis.Objects.Any(one => one.Category == "intellectualEntity" && one.Ids.Contains($"URN {(string?)mets.Root.Attribute("OBJID")}")))
                .Select(_ => new Breach(mets.Path, "mets/@OBJID", (string?)mets.Root.Attribute("OBJID") ?? "nothing", "the id in PREMIS"))),
        Must("AIPM2", "The package's PROFILE is that of an AIP: the circular's, or the one the AIP specification gives.",
            Has(OfPackage(mets => mets.Roots), "PROFILE", profile =>
                profile == AipProfile || EarkAipProfiles.Any(known => profile.StartsWith(known, StringComparison.Ordinal)), AipProfile)),
        Must("AIPM3", "The package type is AIP.", Has(mets => mets.Headers, XName.Get("OAISPACKAGETYPE", Csip), "AIP")),
        Should("AIPM4", "Of the dmdSecs, one at least is of STATUS CURRENT.", Each((mets, _) =>
            mets.Descriptions.Any() && !mets.Descriptions.Any(section => (string?)section.Attribute("STATUS") == "CURRENT")
                ? [new Breach(
                    mets.Path, "mets/dmdSec/@STATUS",
                    string.Join(", ", mets.Descriptions.Select(section => (string?)section.Attribute("STATUS") ?? "nothing")), "CURRENT")] : [])),
        Must("AIPM5", "Provenance is referred to: amdSec/digiprovMD/mdRef.",
            Count("mets/amdSec/digiprovMD/mdRef", mets => mets.Provenance.Elements(MetsFacts.Ns + "mdRef"), count => count > 0, "1 or more")),
        Should("AIPM6", "Provenance is of type PREMIS.", Each((mets, _) =>
            mets.Provenance.Elements(MetsFacts.Ns + "mdRef").ToArray() is { Length: > 0 } found && !found.Any(IsPremis)
                ? [new Breach(
                    mets.Path, "mets/amdSec/digiprovMD/mdRef/@MDTYPE", string.Join(", ", found.Select(one => (string?)one.Attribute("MDTYPE"))), "PREMIS")]
                : [])),
        Should("AIPM7", "PREMIS is of version 3.",
            Has(mets => mets.Provenance.Elements(MetsFacts.Ns + "mdRef").Where(IsPremis), "MDTYPEVERSION", version => version.StartsWith('3'), "3.0")),
    ];

    private static bool IsPremis(XElement reference) => ((string?)reference.Attribute("MDTYPE"))?.StartsWith("PREMIS", StringComparison.Ordinal) == true;
}
