using System.Globalization;
using System.Xml;
using Archive.Records;
using static Archive.Packages.MetsVocabulary;

namespace Archive.Packages;

/// <summary>The pieces both PREMIS files of a package are made of (PREMIS 3.0).</summary>
/// <param name="xml">Where it is written.</param>
/// <param name="plan">The package.</param>
internal sealed class PremisOut(XmlWriter xml, PackagePlan plan)
{
    private const string Uuid = "UUID";
    private const string Urn = "URN";
    private const string Record = "archive record";

    private readonly Dictionary<string, string> people = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> programs = new(StringComparer.Ordinal);

    public void Start()
    {
        xml.WriteStartElement("premis", "premis", Premis);
        xml.WriteAttributeString("xmlns", "xsi", null, Instance);
        xml.Attribute("version", "3.0");
    }

    /// <summary>The package or the representation as objects.</summary>
    public void Whole(string category, string id, string? originalName, string? partOf)
    {
        StartObject(category, Urn, id);
        if (originalName is not null)
            Text("originalName", originalName);
        if (partOf is not null)
            PartOf(partOf);
        xml.WriteEndElement();
    }

    /// <summary>A document's bytes as an object.</summary>
    /// <param name="record">The record.</param>
    /// <param name="path">Where its bytes stand in the package.</param>
    /// <param name="kept">What is said of it that the circular's data set has no field for.</param>
    /// <param name="representation">What it is a part of.</param>
    public void File(PackagedRecord record, string path, IReadOnlyList<(string Name, string Value)> kept, string representation)
    {
        StartObject("file", Record, IdOf(record));
        foreach (var (name, value) in kept)
            Group("significantProperties", ("significantPropertiesType", name), ("significantPropertiesValue", value));

        xml.WriteStartElement("objectCharacteristics", Premis);
        Text("compositionLevel", "0");
        Group("fixity", ("messageDigestAlgorithm", Sha256), ("messageDigest", record.Content.Digest.Value));
        Text("size", record.Content.Size.ToString(CultureInfo.InvariantCulture));
        xml.WriteStartElement("format", Premis);
        Group("formatDesignation", ("formatName", record.Content.Format.Name));
        if (record.Content.Format.Puid.Length > 0)
            Group("formatRegistry", ("formatRegistryName", "PRONOM"), ("formatRegistryKey", record.Content.Format.Puid));
        xml.WriteEndElement();
        xml.WriteEndElement();

        Text("originalName", record.Content.OriginalName);
        xml.WriteStartElement("storage", Premis);
        Group("contentLocation", ("contentLocationType", "path in the package"), ("contentLocationValue", path));
        xml.WriteEndElement();
        foreach (var signature in record.Signatures)
            SignatureOut.Write(xml, signature);
        PartOf(representation);
        xml.WriteEndElement();
    }

    /// <summary>An event, linked to those who took part and to what it happened to.</summary>
    public void Event(string name, JournalEvent happened, params IEnumerable<(string Type, string Value)> objects)
    {
        xml.WriteStartElement("event", Premis);
        Group("eventIdentifier", ("eventIdentifierType", Uuid), ("eventIdentifierValue", PackageNames.Uuid(plan.Id, "event", name)));
        Text("eventType", happened.Type);
        Text("eventDateTime", XmlText.Time(happened.At));
        if (happened.Detail.Length > 0)
            Group("eventDetailInformation", ("eventDetail", happened.Detail));
        Group("eventOutcomeInformation", ("eventOutcome", happened.Outcome == EventOutcome.Success ? "success" : "failure"));
        Agent(programs, "program", happened.Agent, "executing program");
        Agent(people, "person", happened.Actor, "authorizer");
        foreach (var (type, value) in objects)
            Group("linkingObjectIdentifier", ("linkingObjectIdentifierType", type), ("linkingObjectIdentifierValue", value), ("linkingObjectRole", "source"));
        xml.WriteEndElement();
    }

    /// <summary>The agents of all events written, each once and in the order they were met: every link leads to one.</summary>
    public void Agents(PackagingSoftware software)
    {
        foreach (var (name, id) in programs)
            Agent(id, name, "software", name == software.Name ? software.Version : null);
        foreach (var (name, id) in people)
            Agent(id, name, name == plan.AgencyName ? "organization" : null, null);
    }

    /// <summary>The link to a document.</summary>
    public static (string Type, string Value) LinkTo(PackagedRecord record) => (Record, IdOf(record));

    /// <summary>The link to the package or the representation.</summary>
    public static (string Type, string Value) LinkTo(string urn) => (Urn, urn);

    private static string IdOf(PackagedRecord record) => $"{record.Id}/{record.Content.Version.ToString(CultureInfo.InvariantCulture)}";

    private void Agent(Dictionary<string, string> met, string kind, string name, string role)
    {
        if (string.IsNullOrWhiteSpace(name))
            return;
        if (!met.TryGetValue(name, out var id))
            met.Add(name, id = PackageNames.Uuid(plan.Id, "agent", kind, name));
        Group("linkingAgentIdentifier", ("linkingAgentIdentifierType", Uuid), ("linkingAgentIdentifierValue", id), ("linkingAgentRole", role));
    }

    private void Agent(string id, string name, string? type, string? version)
    {
        xml.WriteStartElement("agent", Premis);
        Group("agentIdentifier", ("agentIdentifierType", Uuid), ("agentIdentifierValue", id));
        Text("agentName", name);
        if (type is not null)
            Text("agentType", type);
        if (version is not null)
            Text("agentVersion", version);
        xml.WriteEndElement();
    }

    private void StartObject(string category, string idType, string id)
    {
        xml.WriteStartElement("object", Premis);
        xml.WriteAttributeString("xsi", "type", Instance, $"premis:{category}");
        Group("objectIdentifier", ("objectIdentifierType", idType), ("objectIdentifierValue", id));
    }

    private void PartOf(string whole)
    {
        xml.WriteStartElement("relationship", Premis);
        Text("relationshipType", "structural");
        Text("relationshipSubType", "is part of");
        Group("relatedObjectIdentifier", ("relatedObjectIdentifierType", Urn), ("relatedObjectIdentifierValue", whole));
        xml.WriteEndElement();
    }

    private void Group(string name, params ReadOnlySpan<(string Name, string Value)> parts)
    {
        xml.WriteStartElement(name, Premis);
        foreach (var (part, value) in parts)
            Text(part, value);
        xml.WriteEndElement();
    }

    private void Text(string name, string value) => xml.Text(name, Premis, value);
}
