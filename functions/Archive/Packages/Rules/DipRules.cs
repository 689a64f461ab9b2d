using System.Xml.Linq;
using static Archive.Packages.MetsVocabulary;
using static Archive.Packages.Rules.MetsChecks;
using static Archive.Packages.Rules.PackageRule;

namespace Archive.Packages.Rules;

/// <summary>What the E-ARK DIP specification adds to CSIP. DIP1 (an id of its own) cannot be seen in one package.</summary>
internal static class DipRules
{
    public static readonly IReadOnlyList<PackageRule> All =
    [
        Must("DIP2", "The package's PROFILE is that of a DIP.",
            Has(OfPackage(mets => mets.Roots), "PROFILE", profile => profile.StartsWith("https://earkdip.dilcis.eu/profile/E-ARK-DIP", StringComparison.Ordinal), DipProfile)),
        Must("DIP3", "The package type is DIP.", Has(mets => mets.Headers, XName.Get("OAISPACKAGETYPE", Csip), "DIP")),
        Should("DIP4", "Each dmdSec is of STATUS CURRENT.", Has(mets => mets.Descriptions, "STATUS", "CURRENT")),
    ];
}
