using System.Xml.Linq;

namespace Archive.Packages.Rules;

/// <summary>A PREMIS file, reduced to what rules ask for as it is read.</summary>
/// <param name="Path">Below the package's folder.</param>
public sealed record PremisFacts(string Path)
{
    private static readonly XNamespace Ns = MetsVocabulary.Premis;
    private readonly Dictionary<string, string> seen = new(StringComparer.Ordinal);

    /// <summary>The objects.</summary>
    public List<PremisObject> Objects { get; } = [];

    /// <summary>The events.</summary>
    public List<PremisEvent> Events { get; } = [];

    /// <summary>The agents.</summary>
    public List<PremisAgent> Agents { get; } = [];

    /// <summary>Takes one entity into account.</summary>
    internal void Add(XElement entity)
    {
        if (entity.Name == Ns + "object")
            Objects.Add(Object(entity));
        else if (entity.Name == Ns + "event")
            Events.Add(Event(entity));
        else if (entity.Name == Ns + "agent")
            Agents.Add(Agent(entity));
    }

    private PremisObject Object(XElement entity)
    {
        var fixity = entity.Descendants(Ns + "fixity").FirstOrDefault();
        return new PremisObject(
            Shared(((string?)entity.Attribute(XName.Get("type", MetsVocabulary.Instance)))?.Split(':')[^1]),
            [.. entity.Elements(Ns + "objectIdentifier").Select(id => Identity(id, "objectIdentifier"))],
            Value(entity, "contentLocationValue"),
            long.TryParse(Value(entity, "size"), out var size) ? size : null,
            Shared((string?)fixity?.Element(Ns + "messageDigestAlgorithm")),
            (string?)fixity?.Element(Ns + "messageDigest"),
            Shared(Value(entity, "formatName")),
            Value(entity, "originalName"));
    }

    private PremisEvent Event(XElement entity) => new(
        Value(entity, "eventIdentifierValue") ?? "",
        Shared(Value(entity, "eventType")),
        Shared(Value(entity, "eventOutcome")),
        [.. entity.Elements(Ns + "linkingAgentIdentifier").Select(id => Identity(id, "linkingAgentIdentifier"))],
        [.. entity.Elements(Ns + "linkingObjectIdentifier").Select(id => Identity(id, "linkingObjectIdentifier"))]);

    private PremisAgent Agent(XElement entity) => new(
        [.. entity.Elements(Ns + "agentIdentifier").Select(id => Identity(id, "agentIdentifier"))],
        Value(entity, "agentName"), Value(entity, "agentType"), Value(entity, "agentVersion"));

    private string Identity(XElement id, string name) => Shared($"{(string?)id.Element(Ns + (name + "Type"))} {(string?)id.Element(Ns + (name + "Value"))}");

    private static string? Value(XElement entity, string name) => (string?)entity.Descendants(Ns + name).FirstOrDefault();

    /// <summary>One copy of each text: a hundred thousand events share a few agents.</summary>
    private string Shared(string? text)
    {
        if (seen.TryGetValue(text ?? "", out var one))
            return one;
        seen.Add(text ?? "", text ?? "");
        return text ?? "";
    }
}

/// <summary>A PREMIS object. Ids are type and value, separated by a space.</summary>
public sealed record PremisObject(
    string Category, IReadOnlyList<string> Ids, string? Location, long? Size, string Algorithm, string? Digest, string FormatName, string? OriginalName);

/// <summary>A PREMIS event.</summary>
public sealed record PremisEvent(string Id, string Type, string Outcome, IReadOnlyList<string> Agents, IReadOnlyList<string> Objects);

/// <summary>A PREMIS agent.</summary>
public sealed record PremisAgent(IReadOnlyList<string> Ids, string? Name, string? Type, string? Version);
