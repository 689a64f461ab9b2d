using static Archive.Packages.Rules.PackageRule;

namespace Archive.Packages.Rules;

/// <summary>The value lists of METS 1.12, for packages made elsewhere: the archive's own schemas are narrower than METS and do not judge those.</summary>
internal static class MetsListRules
{
    private static readonly (string Element, string Attribute, bool Required, string[] Values)[] Lists =
    [
        ("agent", "ROLE", true, ["CREATOR", "EDITOR", "ARCHIVIST", "PRESERVATION", "DISSEMINATOR", "CUSTODIAN", "IPOWNER", "OTHER"]),
        ("agent", "TYPE", false, ["INDIVIDUAL", "ORGANIZATION", "OTHER"]),
        ("mdRef", "MDTYPE", false,
        [
            "MARC", "MODS", "EAD", "DC", "NISOIMG", "LC-AV", "VRA", "TEIHDR", "DDI", "FGDC", "LOM", "PREMIS", "PREMIS:OBJECT", "PREMIS:AGENT", "PREMIS:RIGHTS", "PREMIS:EVENT", "TEXTMD",
            "METSRIGHTS", "ISO 19115:2003 NAP", "EAC-CPF", "LIDO", "OTHER",
        ]),
        ("mdRef", "CHECKSUMTYPE", false, Digests), ("file", "CHECKSUMTYPE", false, Digests),
    ];

    public static readonly IReadOnlyList<PackageRule> All =
    [
        Must("MET1", "What METS lists is of its lists: an agent's ROLE and TYPE, MDTYPE, CHECKSUMTYPE.", MetsChecks.Each((mets, _) =>
            from list in Lists
            from element in mets.Root.Descendants(MetsFacts.Ns + list.Element)
            let value = (string?)element.Attribute(list.Attribute)
            where value is null ? list.Required : value.Length > 0 && !list.Values.Contains(value)
            select new Breach(mets.Path, $"{MetsFacts.Where(element)}/@{list.Attribute}", value ?? "nothing", string.Join(", ", list.Values)))),
    ];

    private static string[] Digests => ["Adler-32", "CRC32", "HAVAL", "MD5", "MNP", "SHA-1", "SHA-256", "SHA-384", "SHA-512", "TIGER", "WHIRLPOOL"];
}
