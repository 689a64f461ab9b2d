using System.Xml.Linq;

namespace Archive.Packages.Messages;

/// <summary>An edXML message as it was read.</summary>
/// <param name="Root">Its elements, those that hold attachments' bytes without them; null where not even the first could be read.</param>
/// <param name="Contents">The bytes of its attachments, in the order they stand in.</param>
/// <param name="Fault">Why it could not be read to its end; null where it could.</param>
internal sealed record Message(XElement? Root, IReadOnlyList<MessageContent> Contents, string? Fault)
{
    /// <summary>What is said of the document.</summary>
    public XElement? Header { get; } = Root?.DescendantsAndSelf().FirstOrDefault(element => element.Is("MessageHeader"));

    /// <summary>The journey of the message, which is its processing trail.</summary>
    public XElement? Trace { get; } = Root?.DescendantsAndSelf().FirstOrDefault(element => element.Is("TraceHeaderList"));

    /// <summary>The list of what is attached.</summary>
    public IReadOnlyList<XElement> References { get; } =
        [.. Root?.Descendants().Where(element => element.Is("Reference") && element.Parent!.Is("Manifest", "edXMLManifest")) ?? []];

    /// <summary>What is attached, in the order it stands in.</summary>
    public IReadOnlyList<XElement> Attachments { get; } =
        [.. Root?.Descendants().Where(element => element.Is("Attachment") && !element.Ancestors().Any(one => one.Is("MessageHeader", "Attachment"))) ?? []];

    /// <summary>The id a reference or an attachment is known by: <c>ContentId</c>, or an address <c>cid:…</c>.</summary>
    public static string? IdOf(XElement element)
    {
        var id = element.Said("ContentId")
            ?? element.Attributes().Where(one => one.Name.LocalName is "href" or "ContentId" or "id").Select(one => one.Value.Trim()).FirstOrDefault();
        return id is not null && id.StartsWith("cid:", StringComparison.OrdinalIgnoreCase) ? id[4..] : id;
    }
}

/// <summary>An attachment's bytes.</summary>
/// <param name="Element">The element they stood in.</param>
/// <param name="File">The file of the work area they are in.</param>
/// <param name="Size">How many they are.</param>
/// <param name="IsDecoded">Whether they were base64 to their end.</param>
internal sealed record MessageContent(XElement Element, string File, long Size, bool IsDecoded);
