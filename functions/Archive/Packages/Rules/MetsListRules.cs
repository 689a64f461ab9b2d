using System.Xml.Linq;
using static Archive.Packages.Rules.PackageRule;

namespace Archive.Packages.Rules;

/// <summary>The value lists of METS 1.12, for the circular's packages made elsewhere, and those of E-ARK's vocabularies.</summary>
internal static class MetsListRules
{
    private static readonly (string Element, string Attribute, bool Required, string[] Values)[] Lists =
    [
        ("agent", "ROLE", true, ["CREATOR", "EDITOR", "ARCHIVIST", "PRESERVATION", "DISSEMINATOR", "CUSTODIAN", "IPOWNER", "OTHER"]),
        ("agent", "TYPE", false, ["INDIVIDUAL", "ORGANIZATION", "OTHER"]),
        ("mdRef", "MDTYPE", false,
        [
            "MARC", "MODS", "EAD", "DC", "NISOIMG", "LC-AV", "VRA", "TEIHDR", "DDI", "FGDC", "LOM", "PREMIS", "PREMIS:OBJECT", "PREMIS:AGENT", "PREMIS:RIGHTS",
            "PREMIS:EVENT", "TEXTMD",
            "METSRIGHTS", "ISO 19115:2003 NAP", "EAC-CPF", "LIDO", "OTHER",
        ]),
        ("mdRef", "CHECKSUMTYPE", false, Digests), ("file", "CHECKSUMTYPE", false, Digests),
    ];

    private static readonly XName ContentInformationType = XName.Get("CONTENTINFORMATIONTYPE", MetsVocabulary.Csip);

    /// <summary>METS's own, where the METS schema does not judge.</summary>
    public static readonly IReadOnlyList<PackageRule> Mets =
    [
        Must("MET1", "What METS lists is of its lists: an agent's ROLE and TYPE, MDTYPE, CHECKSUMTYPE.", MetsChecks.Each((mets, _) =>
            from list in Lists
            from element in mets.Root.Descendants(MetsFacts.Ns + list.Element)
            let value = (string?)element.Attribute(list.Attribute)
            where value is null ? list.Required : value.Length > 0 && !list.Values.Contains(value)
            select new Breach(mets.Path, $"{MetsFacts.Where(element)}/@{list.Attribute}", value ?? "nothing", string.Join(", ", list.Values)))),
    ];

    /// <summary>E-ARK's. Whether an attribute is to be there is another rule's.</summary>
    public static readonly IReadOnlyList<PackageRule> Eark =
    [
        Must("MET2",
            "What E-ARK lists is of its lists: csip:CONTENTINFORMATIONTYPE (of OTHER, csip:OTHERCONTENTINFORMATIONTYPE says more), csip:NOTETYPE, "
                + "the STATUS of metadata.",
            MetsChecks.Each((mets, _) =>
        [
            .. Unlisted(mets, Typed(mets), ContentInformationType, EarkVocabulary.IsInformationType),
            .. Unlisted(mets, mets.Agents.Elements(MetsFacts.Ns + "note"), XName.Get("NOTETYPE", MetsVocabulary.Csip), EarkVocabulary.NoteTypes.Contains),
            .. Unlisted(mets, mets.Descriptions.Concat(mets.Provenance).Concat(mets.Rights), "STATUS", EarkVocabulary.Statuses.Contains),
            .. from element in Typed(mets)
               where EarkVocabulary.IsOther((string?)element.Attribute(ContentInformationType))
                   && string.IsNullOrWhiteSpace((string?)element.Attribute(XName.Get("OTHERCONTENTINFORMATIONTYPE", MetsVocabulary.Csip)))
               select new Breach(mets.Path, MetsFacts.Where(element) + "/@OTHERCONTENTINFORMATIONTYPE", "nothing", "what the list lacks"),
        ])),
    ];

    private static IEnumerable<XElement> Typed(MetsFacts mets) => mets.Roots.Concat(mets.Groups);

    private static IEnumerable<Breach> Unlisted(MetsFacts mets, IEnumerable<XElement> elements, XName attribute, Func<string, bool> isListed) =>
        from element in elements
        let value = (string?)element.Attribute(attribute)
        where value is not null && !isListed(value)
        select new Breach(mets.Path, $"{MetsFacts.Where(element)}/@{attribute.LocalName}", value, "a term of the list");

    private static string[] Digests => ["Adler-32", "CRC32", "HAVAL", "MD5", "MNP", "SHA-1", "SHA-256", "SHA-384", "SHA-512", "TIGER", "WHIRLPOOL"];
}
