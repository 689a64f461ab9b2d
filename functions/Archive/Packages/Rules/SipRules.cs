using System.Xml.Linq;
using static Archive.Packages.MetsVocabulary;
using static Archive.Packages.Rules.MetsChecks;
using static Archive.Packages.Rules.PackageRule;

namespace Archive.Packages.Rules;

/// <summary>
/// What the E-ARK SIP specification adds to CSIP, in the package's own METS file. Its agents are told apart by what they are: the archival creator
/// is ARCHIVIST, the preserving institution PRESERVATION, the submitter a CREATOR that is an organisation (or, alone, a person), the contact a person
/// beside it.
/// </summary>
internal static class SipRules
{
    private static readonly XNamespace Sip = "https://DILCIS.eu/XML/METS/SIPExtensionMETS";
    private static readonly string[] Parties = ["ORGANIZATION", "INDIVIDUAL"];

    public static readonly IReadOnlyList<PackageRule> All =
    [
        May("SIP1", "The package's LABEL is not empty.", Has(OfPackage(mets => mets.Roots.Where(root => root.Attribute("LABEL") is not null)), "LABEL")),
        Must("SIP2", "The package's PROFILE is that of a SIP.",
            Has(OfPackage(mets => mets.Roots), "PROFILE", profile =>
                profile.StartsWith("https://earksip.dilcis.eu/profile/E-ARK-SIP", StringComparison.Ordinal),
                "https://earksip.dilcis.eu/profile/E-ARK-SIP-v2-2-0.xml")),
        May("SIP3", "RECORDSTATUS is one of the list.",
            Has(OfPackage(mets => mets.Headers.Where(header => header.Attribute("RECORDSTATUS") is not null)), "RECORDSTATUS",
                EarkVocabulary.RecordStatuses.Contains, string.Join(", ", EarkVocabulary.RecordStatuses))),
        Must("SIP4", "The package type is SIP.", Has(mets => mets.Headers, XName.Get("OAISPACKAGETYPE", Csip), "SIP")),
        May("SIP5", "One submission agreement is named, if any.", Ids("SUBMISSIONAGREEMENT", single: true)),
        May("SIP6", "Previous submission agreements are named by a value.", Ids("PREVIOUSSUBMISSIONAGREEMENT", single: false)),
        May("SIP7", "One reference code is named, if any.", Ids("REFERENCECODE", single: true)),
        May("SIP8", "Previous reference codes are named by a value.", Ids("PREVIOUSREFERENCECODE", single: false)),
        May("SIP9", "One archival creator is named, if any.", AtMostOne(Archivists, "ARCHIVIST")),
        Must("SIP10", "An archival creator's role is ARCHIVIST, not OTHER.", NotOther("ARCHIVIST")),
        Must("SIP11", "The archival creator is an organisation or a person.", Has(OfPackage(Archivists), "TYPE", Parties.Contains, "ORGANIZATION, INDIVIDUAL")),
        Must("SIP12", "The archival creator has a name.", Named(Archivists)).Was(RuleLevel.May, "2.1.0"),
        May("SIP13", "The archival creator's note is not empty.", Noted(Archivists)),
        Must("SIP14", "The archival creator's note is of type IDENTIFICATIONCODE.", Coded(Archivists)),
        Must("SIP15", "A submitting agent is named.",
            Each((mets, _) => !mets.IsPackage || Others(mets).Any() ? [] : [new Breach(mets.Path, "mets/metsHdr/agent", "none", "the submitting agent")])),
        Must("SIP16", "The submitting agent's role is CREATOR.", Each((mets, _) => !mets.IsPackage || !Others(mets).Any() || Others(mets).Any(IsCreator)
            ? []
            : [new Breach(
                mets.Path, "mets/metsHdr/agent/@ROLE", string.Join(", ", Others(mets).Select(agent => (string?)agent.Attribute("ROLE"))), "CREATOR")])),
        Must("SIP17", "The submitting agent is an organisation or a person.",
            Each((mets, _) => !mets.IsPackage || !Others(mets).Any(IsCreator) || Submitters(mets).Any()
                ? []
                : [new Breach(
                    mets.Path, "mets/metsHdr/agent/@TYPE",
                    string.Join(", ", Others(mets).Select(agent => (string?)agent.Attribute("TYPE") ?? "nothing")), "ORGANIZATION, INDIVIDUAL")])),
        Must("SIP18", "The submitting agent has a name.", Named(Submitters)).Was(RuleLevel.May, "2.1.0"),
        May("SIP19", "The submitting agent's note is not empty.", Noted(Submitters)),
        Must("SIP20", "The submitting agent's note is of type IDENTIFICATIONCODE.", Coded(Submitters)),
        May("SIP21", "A contact is named beside the submitting agent.", Each((mets, _) => !mets.IsPackage || Submitters(mets).Any() || !Contacts(mets).Any()
            ? [] : [new Breach(mets.Path, "mets/metsHdr/agent", "a contact alone", "a submitting agent")])),
        Must("SIP22", "A contact's role is CREATOR, or OTHER with OTHERROLE SUBMITTER.", Each((mets, _) =>
            from agent in mets.IsPackage ? Others(mets) : []
            where (string?)agent.Attribute("TYPE") == "INDIVIDUAL" && !IsCreator(agent) && !IsContactRole(agent)
            select new Breach(mets.Path, MetsFacts.Where(agent) + "/@ROLE", (string?)agent.Attribute("ROLE") ?? "nothing", "CREATOR"))),
        Must("SIP23", "A contact is a person.", Has(OfPackage(mets => Others(mets).Where(IsContactRole)), "TYPE", "INDIVIDUAL")),
        Must("SIP24", "A contact has a name.", Named(Contacts)),
        May("SIP25", "A contact's notes are not empty.", Noted(Contacts)),
        May("SIP26", "One preserving institution is named, if any.", AtMostOne(Preservers, "PRESERVATION")),
        Must("SIP27", "A preserving institution's role is PRESERVATION, not OTHER.", NotOther("PRESERVATION")),
        Must("SIP28", "The preserving institution is an organisation.", Has(OfPackage(Preservers), "TYPE", "ORGANIZATION")),
        Must("SIP29", "The preserving institution has a name.", Named(Preservers)).Was(RuleLevel.May, "2.1.0"),
        May("SIP30", "The preserving institution's note is not empty.", Noted(Preservers)),
        Must("SIP31", "The preserving institution's note is of type IDENTIFICATIONCODE.", Coded(Preservers)),
        May("SIP32", "A file's format name is not empty.", Format("FILEFORMATNAME")),
        May("SIP33", "A file's format version is not empty.", Format("FILEFORMATVERSION")),
        May("SIP34", "The name of a file's format registry is not empty.", Format("FILEFORMATREGISTRY", "FORMATREGISTRY")),
        May("SIP35", "A file's key in the format registry is not empty.", Format("FILEFORMATKEY", "FORMATREGISTRYKEY")),
    ];

    private static IEnumerable<XElement> Archivists(MetsFacts mets) => mets.Agents.Where(agent => (string?)agent.Attribute("ROLE") == "ARCHIVIST");

    private static IEnumerable<XElement> Preservers(MetsFacts mets) => mets.Agents.Where(agent => (string?)agent.Attribute("ROLE") == "PRESERVATION");

    /// <summary>The agents that are neither software nor named by another role's own requirements.</summary>
    private static IEnumerable<XElement> Others(MetsFacts mets) =>
        mets.Agents.Where(agent =>
            (string?)agent.Attribute("OTHERTYPE") != "SOFTWARE"
            && (string?)agent.Attribute("ROLE") is not ("ARCHIVIST" or "PRESERVATION")
            && (string?)agent.Attribute("OTHERROLE") is not ("ARCHIVIST" or "PRESERVATION"));

    private static IEnumerable<XElement> Submitters(MetsFacts mets)
    {
        var creators = Others(mets).Where(agent => IsCreator(agent) && Parties.Contains((string?)agent.Attribute("TYPE"))).ToArray();
        return creators.Where(agent => (string?)agent.Attribute("TYPE") == "ORGANIZATION").ToArray() is { Length: > 0 } organisations
            ? organisations
            : creators.Take(1);
    }

    private static IEnumerable<XElement> Contacts(MetsFacts mets) =>
        Others(mets).Where(agent => (string?)agent.Attribute("TYPE") == "INDIVIDUAL" && (IsCreator(agent) || IsContactRole(agent))).Except(Submitters(mets));

    private static bool IsCreator(XElement agent) => (string?)agent.Attribute("ROLE") == "CREATOR";

    private static bool IsContactRole(XElement agent) => (string?)agent.Attribute("ROLE") == "OTHER" && (string?)agent.Attribute("OTHERROLE") == "SUBMITTER";

    private static Func<PackageFacts, IEnumerable<Breach>> Ids(string type, bool single) => Each((mets, _) =>
    {
        var ids = mets.IsPackage ? mets.Headers.Elements(MetsFacts.Ns + "altRecordID").Where(id => (string?)id.Attribute("TYPE") == type).ToArray() : [];
        return (single && ids.Length > 1) || ids.Any(id => string.IsNullOrWhiteSpace(id.Value))
            ? [new Breach(
                mets.Path, $"mets/metsHdr/altRecordID[@TYPE='{type}']", string.Join(", ", ids.Select(id => id.Value)), single ? "one value" : "values")]
            : [];
    });

    private static Func<PackageFacts, IEnumerable<Breach>> AtMostOne(Func<MetsFacts, IEnumerable<XElement>> agents, string role) =>
        Count($"mets/metsHdr/agent[@ROLE='{role}']", OfPackage(agents), count => count <= 1, "1 at most");

    private static Func<PackageFacts, IEnumerable<Breach>> NotOther(string role) => Each((mets, _) =>
        mets.Agents.Where(agent => (string?)agent.Attribute("OTHERROLE") == role)
            .Select(agent => new Breach(mets.Path, MetsFacts.Where(agent) + "/@ROLE", (string?)agent.Attribute("ROLE") ?? "nothing", role)));

    private static Func<PackageFacts, IEnumerable<Breach>> Named(Func<MetsFacts, IEnumerable<XElement>> agents) => Each((mets, _) =>
        from agent in mets.IsPackage ? agents(mets) : []
        where string.IsNullOrWhiteSpace((string?)agent.Element(MetsFacts.Ns + "name"))
        select new Breach(mets.Path, MetsFacts.Where(agent) + "/name", "nothing", "a name"));

    private static Func<PackageFacts, IEnumerable<Breach>> Noted(Func<MetsFacts, IEnumerable<XElement>> agents) => Each((mets, _) =>
        from note in mets.IsPackage ? agents(mets).Elements(MetsFacts.Ns + "note") : []
        where string.IsNullOrWhiteSpace(note.Value)
        select new Breach(mets.Path, MetsFacts.Where(note), "nothing", "a value"));

    private static Func<PackageFacts, IEnumerable<Breach>> Coded(Func<MetsFacts, IEnumerable<XElement>> agents) =>
        Has(OfPackage(mets => agents(mets).Elements(MetsFacts.Ns + "note")), XName.Get("NOTETYPE", Csip), IdentificationCode);

    /// <summary>An attribute that, where it is there, has a value; the profile and the schema write the registry's differently.</summary>
    private static Func<PackageFacts, IEnumerable<Breach>> Format(params string[] names) => facts =>
        names.SelectMany(name => Has(mets => mets.Files.Where(file => file.Attribute(Sip + name) is not null), Sip + name)(facts));
}
