using System.Xml.Linq;
using static Archive.Packages.Rules.MetsChecks;
using static Archive.Packages.Rules.PackageRule;

namespace Archive.Packages.Rules;

/// <summary>CSIP on <c>dmdSec</c> and <c>amdSec</c>: descriptive, provenance and rights metadata are referred to alike.</summary>
internal static class MetadataRules
{
    public static readonly IReadOnlyList<PackageRule> All =
    [
        Should("CSIP17", "There is a dmdSec: the content is described.", Count("mets/dmdSec", mets => mets.Descriptions, count => count > 0, "1 or more")),
        Must("CSIP18", "Each dmdSec has an ID.", Has(mets => mets.Descriptions, "ID")),
        Must("CSIP19", "Each dmdSec has CREATED, a date and time.", Has(mets => mets.Descriptions, "CREATED", IsTime, "a date and time")),
        .. References(22, "descriptive metadata", mets => mets.Descriptions),
        Should("CSIP31", "There is one amdSec.", Count("mets/amdSec", mets => mets.Root.Elements(MetsFacts.Ns + "amdSec"), count => count == 1, "1")),
        Must("CSIP33", "Each digiprovMD has an ID.", Has(mets => mets.Provenance, "ID")),
        .. References(36, "provenance metadata", mets => mets.Provenance),
        Must("CSIP46", "Each rightsMD has an ID.", Has(mets => mets.Rights, "ID")),
        .. References(49, "rights metadata", mets => mets.Rights),
    ];

    /// <summary>The nine requirements on a reference, whose ids follow one another in each of the three sections.</summary>
    private static IEnumerable<PackageRule> References(int first, string what, Func<MetsFacts, IEnumerable<XElement>> sections)
    {
        IEnumerable<XElement> Refs(MetsFacts mets) => sections(mets).Elements(MetsFacts.Ns + "mdRef");

        var of = $"Each reference to {what}";
        return
        [
            Must($"CSIP{first}", $"{of} has LOCTYPE URL.", Has(Refs, "LOCTYPE", "URL")),
            Must($"CSIP{first + 1}", $"{of} has xlink:type simple.", Has(Refs, MetsFacts.LinkType, "simple")),
            Must($"CSIP{first + 2}", $"{of} has xlink:href.", Has(Refs, MetsFacts.Href)),
            Must($"CSIP{first + 3}", $"{of} has MDTYPE.", Has(Refs, "MDTYPE")),
            Must($"CSIP{first + 4}", $"{of} has MIMETYPE.", Has(Refs, "MIMETYPE", FileRules.IsMediaType, "type/subtype")),
            Must($"CSIP{first + 5}", $"{of} has SIZE, in bytes.", Has(Refs, "SIZE", FileRules.IsSize, "a number")),
            Must($"CSIP{first + 6}", $"{of} has CREATED, a date and time.", Has(Refs, "CREATED", IsTime, "a date and time")),
            Must($"CSIP{first + 7}", $"{of} has CHECKSUM.", Has(Refs, "CHECKSUM")),
            Must($"CSIP{first + 8}", $"{of} has CHECKSUMTYPE.", Has(Refs, "CHECKSUMTYPE")),
        ];
    }
}
