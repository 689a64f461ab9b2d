using System.Xml.Linq;
using Archive.Description;
using Archive.Records;

namespace Archive.Packages.Messages;

/// <summary>What one reading of an edXML message gave. Rules are functions of it and read nothing themselves.</summary>
/// <param name="Message">What it says; of what is no message, nothing.</param>
/// <param name="Attachments">What is attached, in the manifest's order.</param>
/// <param name="Digests">Of the attachments' bytes, likewise.</param>
/// <param name="Bytes">Of the message and its attachments together.</param>
internal sealed record MessageFacts(Message Message, IReadOnlyList<MessageAttachment> Attachments, IReadOnlyList<Sha256Digest> Digests, long Bytes)
{
    /// <summary>The longest header, in bytes: it goes with every document of the message as what is said of it.</summary>
    public const int LongestHeader = 200 << 10;

    /// <summary>What is no message.</summary>
    public static readonly MessageFacts None = new(new Message(null, [], "no edXML message"), [], [], 0);

    private static readonly string[] Code = ["CodeNumber", "CodeNotation"];

    public XElement? Header => Message.Header;

    /// <summary>
    /// What is said of each document: the header as it was written, with a mark where there was a journey; null where there is no header to be read.
    /// </summary>
    public byte[]? Words { get; } = Message.Header is not { } header ? null : System.Text.Encoding.UTF8.GetBytes(
        new XElement("edXML", header, Message.Trace is null ? null : new XElement("TraceHeaderList")).ToString(SaveOptions.DisableFormatting));

    /// <summary>The same in the archive's fields.</summary>
    public IReadOnlyDictionary<string, string> Fields => Words is not null && EdXml.Parse(Words) is SidecarReading.Read read
        ? read.Statements.ToDictionary(said => said.Field, said => said.Value, StringComparer.Ordinal)
        : new Dictionary<string, string>();

    /// <summary>The id it gives its document, or its number and notation: what it is called by.</summary>
    public string Name => Header.Said("DocumentId") ?? string.Join('/', Code.Select(part => Header.Parts("Code").FirstOrDefault().Said(part)).OfType<string>());
}
