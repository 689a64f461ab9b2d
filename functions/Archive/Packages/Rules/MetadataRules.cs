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
        Should("CSIP20", "Each dmdSec has STATUS CURRENT or SUPERSEDED.", Status(mets => mets.Descriptions)),
        Should("CSIP21", "Each dmdSec refers to a file: mdRef.", Refers(mets => mets.Descriptions)),
        .. References(22, "descriptive metadata", mets => mets.Descriptions),
        Should("CSIP31", "There is one amdSec.", Count("mets/amdSec", mets => mets.Root.Elements(MetsFacts.Ns + "amdSec"), count => count == 1, "1")),
        Should("CSIP32", "An amdSec tells of provenance, and each PREMIS file is referred to from one.", Both(
            Each((mets, _) =>
                mets.Root.Elements(MetsFacts.Ns + "amdSec").Elements().Any() && !mets.Provenance.Any()
                    ? [new Breach(mets.Path, "mets/amdSec/digiprovMD", "none", "1 or more")] : []),
            facts =>
            {
                var referred = facts.Mets.SelectMany(mets =>
                    mets.Root.Elements(MetsFacts.Ns + "amdSec").Elements().Elements(MetsFacts.Ns + "mdRef").Select(mets.Target)).ToHashSet();
                return facts.Premis.Where(premis => !referred.Contains(premis.Path))
                    .Select(premis => new Breach(premis.Path, "file", "no reference", "amdSec/digiprovMD/mdRef"));
            })),
        Must("CSIP33", "Each digiprovMD has an ID.", Has(mets => mets.Provenance, "ID")),
        Should("CSIP34", "Each digiprovMD has STATUS CURRENT or SUPERSEDED.", Status(mets => mets.Provenance)),
        Should("CSIP35", "Each digiprovMD refers to a file: mdRef.", Refers(mets => mets.Provenance)),
        .. References(36, "provenance metadata", mets => mets.Provenance),
        May("CSIP45", "A rightsMD is not empty.", Each((mets, _) =>
            mets.Rights.Where(section => !section.HasElements)
                .Select(section => new Breach(mets.Path, MetsFacts.Where(section), "empty", "a statement of rights")))),
        Must("CSIP46", "Each rightsMD has an ID.", Has(mets => mets.Rights, "ID")),
        Should("CSIP47", "Each rightsMD has STATUS CURRENT or SUPERSEDED.", Status(mets => mets.Rights)),
        Should("CSIP48", "Each rightsMD refers to a file: mdRef.", Refers(mets => mets.Rights.Where(section => section.HasElements))),
        .. References(49, "rights metadata", mets => mets.Rights),
    ];

    private static Func<PackageFacts, IEnumerable<Breach>> Status(Func<MetsFacts, IEnumerable<XElement>> sections) =>
        Has(sections, "STATUS", EarkVocabulary.Statuses.Contains, string.Join(", ", EarkVocabulary.Statuses));

    private static Func<PackageFacts, IEnumerable<Breach>> Refers(Func<MetsFacts, IEnumerable<XElement>> sections) => Each((mets, _) =>
        sections(mets).Where(section => section.Element(MetsFacts.Ns + "mdRef") is null)
            .Select(section => new Breach(mets.Path, MetsFacts.Where(section) + "/mdRef", "none", "1")));

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
