using System.Xml;
using Archive.Records;

namespace Archive.Description;

/// <summary>
/// The description in an edXML message (QCVN 102:2016/BTTTT) as the national and local exchange axes write it: with or without prefixes,
/// enveloped, flat or in SOAP, in any order. Names are compared without prefix, namespace and case. Attachments inside it are passed over.
/// </summary>
public static class EdXml
{
    /// <summary>The largest message that is read, in bytes; attachments may stand in it.</summary>
    public const int MaxBytes = 4 * 1024 * 1024;

    /// <summary>Where its statements were seen.</summary>
    internal const string Where = "edxml";

    private const int MaxDepth = 24;
    private static readonly string[] Roots = ["edxml", "edxmlenvelope", "envelope"];

    /// <summary>Parts that speak of other documents, of the journey, or carry content.</summary>
    private static readonly string[] PassedOver =
        ["responsefor", "traceheaderlist", "bussiness", "manifest", "edxmlmanifest", "attachmentencoded", "attachment", "attachments"];

    /// <summary>Reads a message. Document types and external entities are refused, whatever they declare.</summary>
    public static SidecarReading Parse(ReadOnlySpan<byte> xml)
    {
        if (xml.Length > MaxBytes)
            return new SidecarReading.Broken(Finding.Of(FindingCodes.SidecarTooLarge, Where, Wording.Number(xml.Length), Wording.Number(MaxBytes)));

        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersInDocument = MaxBytes,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
        };
        try
        {
            using var bytes = new MemoryStream(xml.ToArray(), writable: false);
            using var reader = XmlReader.Create(bytes, settings);
            return Read(reader);
        }
        catch (XmlException problem)
        {
            return Broken($"not XML: line {problem.LineNumber}, column {problem.LinePosition}");
        }
    }

    private static SidecarReading Read(XmlReader reader)
    {
        reader.MoveToContent();
        if (!Roots.Contains(NameOf(reader)))
            return Broken($"not edXML: {reader.LocalName}");

        var message = new EdXmlMessage();
        var path = new Stack<string>();
        var more = reader.Read();
        while (more && !(reader.NodeType == XmlNodeType.EndElement && path.Count == 0))
        {
            if (reader.NodeType == XmlNodeType.Element && PassedOver.Contains(NameOf(reader)))
            {
                message.Passed(NameOf(reader));
                reader.Skip();
                continue;
            }

            if (path.Count > MaxDepth)
                return Broken("nested too deeply");
            Step(reader, path, message);
            more = reader.Read();
        }

        // What follows the envelope must be well-formed too, or the message was cut.
        while (more)
            more = reader.Read();
        return message.HasHeader ? message.Finish(Where) : Broken("no MessageHeader");
    }

    private static void Step(XmlReader reader, Stack<string> path, EdXmlMessage message)
    {
        if (reader.NodeType == XmlNodeType.Element)
        {
            var name = NameOf(reader);
            message.Enter(path.TryPeek(out var parent) ? parent : "", name);
            if (!reader.IsEmptyElement)
                path.Push(name);
        }
        else if (reader.NodeType == XmlNodeType.EndElement)
        {
            path.Pop();
        }
        else if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA && path.TryPop(out var name))
        {
            message.Say(path.TryPeek(out var parent) ? parent : "", name, reader.Value);
            path.Push(name);
        }
    }

    private static string NameOf(XmlReader reader) => reader.LocalName.ToLowerInvariant();

    private static SidecarReading.Broken Broken(string why) => new(Finding.Of(FindingCodes.SidecarBroken, Where, why));
}
