using System.Xml.Linq;
using static Archive.Packages.MetsVocabulary;
using static Archive.Packages.Rules.MetsChecks;
using static Archive.Packages.Rules.PackageRule;

namespace Archive.Packages.Rules;

/// <summary>CSIP on <c>mets</c> and <c>metsHdr</c>: what the package is, when and by what software it was made.</summary>
internal static class HeaderRules
{
    private static readonly XName ContentInformationType = XName.Get("CONTENTINFORMATIONTYPE", Csip);
    private static readonly XName PackageType = XName.Get("OAISPACKAGETYPE", Csip);
    private static readonly XName NoteType = XName.Get("NOTETYPE", Csip);
    private static readonly XName OtherType = XName.Get("OTHERTYPE", Csip);
    private static readonly XName OtherContentInformationType = XName.Get("OTHERCONTENTINFORMATIONTYPE", Csip);

    public static readonly IReadOnlyList<PackageRule> All =
    [
        Must("CSIP1", "mets has OBJID: the package's id, or the representation's folder.", Has(mets => mets.Roots, "OBJID")),
        Must("CSIP2", "mets has TYPE: a content category of the vocabulary, or OTHER with csip:OTHERTYPE.", Both(
            Has(mets => mets.Roots, "TYPE", EarkVocabulary.IsCategory, "a content category"),
            Has(mets => mets.Roots.Where(root => EarkVocabulary.IsOther((string?)root.Attribute("TYPE"))), OtherType))),
        Should("CSIP3", "csip:OTHERTYPE says, beside TYPE OTHER only, what the vocabulary lacks.",
            Said(mets => mets.Roots, "TYPE", OtherType, EarkVocabulary.IsCategory)),
        Should("CSIP4", "mets has csip:CONTENTINFORMATIONTYPE.", Has(mets => mets.Roots, ContentInformationType)),
        May("CSIP5", "csip:OTHERCONTENTINFORMATIONTYPE says, beside csip:CONTENTINFORMATIONTYPE OTHER only, what the vocabulary lacks.",
            Said(mets => mets.Roots, ContentInformationType, OtherContentInformationType, EarkVocabulary.IsInformationType)),
        Must("CSIP6", "mets has PROFILE: the profile it follows.", Has(mets => mets.Roots, "PROFILE")),
        Must("CSIP117", "There is one metsHdr.", Count("mets/metsHdr", mets => mets.Headers, count => count == 1, "1")),
        Must("CSIP7", "metsHdr has CREATEDATE, a date and time.", Has(mets => mets.Headers, "CREATEDATE", IsTime, "a date and time")),
        Should("CSIP8", "LASTMODDATE is a date and time, not before CREATEDATE.", Each((mets, _) =>
            from header in mets.Headers
            let changed = (string?)header.Attribute("LASTMODDATE")
            where changed is not null
                && (!IsTime(changed) || ((string?)header.Attribute("CREATEDATE") is { } made && IsTime(made) && Time(changed) < Time(made)))
            select new Breach(mets.Path, MetsFacts.Where(header) + "/@LASTMODDATE", changed, "a date and time from CREATEDATE on"))),
        Must("CSIP9", "metsHdr has csip:OAISPACKAGETYPE from the vocabulary.",
            Has(mets => mets.Headers, PackageType, EarkVocabulary.PackageTypes.Contains, string.Join(", ", EarkVocabulary.PackageTypes))),
        Must("CSIP10", "metsHdr names at least one agent.", Count("mets/metsHdr/agent", mets => mets.Agents, count => count > 0, "1 or more")),
        Must("CSIP11", "An agent has the role CREATOR.", OneOf(mets => mets.Agents, "ROLE", "CREATOR")),
        Must("CSIP12", "An agent with that role is of type OTHER.", OneOf(Creators, "TYPE", "OTHER")),
        Must("CSIP13", "An agent of that type is of the other type SOFTWARE.", OneOf(Others, "OTHERTYPE", "SOFTWARE")),
        Must("CSIP14", "The software agent has one name.", Software((agent, mets) => One(agent, "name", mets, "the software's name"))),
        Must("CSIP15", "The software agent has one note: its version.", Software((agent, mets) => One(agent, "note", mets, "the version"))),
        Must("CSIP16", "The software agent's note is of type SOFTWARE VERSION.", Software((agent, mets) =>
            agent.Elements(MetsFacts.Ns + "note") is var notes && (!notes.Any() || notes.Any(note => (string?)note.Attribute(NoteType) == SoftwareVersion))
                ? null : new Breach(mets.Path, MetsFacts.Where(agent) + "/note/@NOTETYPE", "another", SoftwareVersion))),
    ];

    private static DateTimeOffset Time(string text) => System.Xml.XmlConvert.ToDateTimeOffset(text);

    private static IEnumerable<XElement> Creators(MetsFacts mets) => mets.Agents.Where(agent => (string?)agent.Attribute("ROLE") == "CREATOR");

    private static IEnumerable<XElement> Others(MetsFacts mets) => Creators(mets).Where(agent => (string?)agent.Attribute("TYPE") == "OTHER");

    /// <summary>One of the agents has the value; where there are no agents of the kind, an earlier rule says so.</summary>
    private static Func<PackageFacts, IEnumerable<Breach>> OneOf(Func<MetsFacts, IEnumerable<XElement>> agents, string attribute, string value) =>
        Each((mets, _) =>
    {
        var found = agents(mets).Select(agent => (string?)agent.Attribute(attribute)).ToArray();
        return found.Length == 0 || found.Contains(value)
            ? []
            : [new Breach(mets.Path, $"mets/metsHdr/agent/@{attribute}", string.Join(", ", found.Select(one => one ?? "nothing")), value)];
    });

    private static Breach? One(XElement agent, string part, MetsFacts mets, string expected) =>
        agent.Elements(MetsFacts.Ns + part).ToArray() is [var one] && !string.IsNullOrWhiteSpace(one.Value)
            ? null
            : new Breach(
                mets.Path, MetsFacts.Where(agent) + "/" + part,
                string.Join(", ", agent.Elements(MetsFacts.Ns + part).Select(found => found.Value)), expected);

    private static Func<PackageFacts, IEnumerable<Breach>> Software(Func<XElement, MetsFacts, Breach?> check) => Each((mets, _) =>
        Others(mets).Where(agent => (string?)agent.Attribute("OTHERTYPE") == "SOFTWARE").Select(agent => check(agent, mets)).OfType<Breach>());
}
