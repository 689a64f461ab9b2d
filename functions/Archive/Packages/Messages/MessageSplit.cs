using System.Text;
using System.Xml;
using System.Xml.Linq;
using Archive.Packages.Reading;
using Archive.Records;

namespace Archive.Packages.Messages;

/// <summary>
/// Reads an edXML message once, in flat memory: the bytes of its attachments go into files of the work area, everything else becomes a small tree. Where it
/// cannot be read on, what was read until there stands.
/// </summary>
internal sealed class MessageSplit
{
    /// <summary>The deepest variant is seven levels.</summary>
    public const int Deepest = 24;

    /// <summary>The most attributes of one element.</summary>
    public const int MostAttributes = 100;

    /// <summary>What is not the content of an attachment, in letters; also the longest tag, in bytes.</summary>
    public const int Longest = 4 << 20;

    private readonly string workArea;
    private readonly PackageLimits limits;
    private readonly long packed;
    private readonly char[] window = new char[32 << 10];
    private readonly List<MessageContent> contents = [];
    private long letters;
    private long unpacked;
    private XElement? root;

    private MessageSplit(string workArea, PackageLimits limits, long packed) => (this.workArea, this.limits, this.packed) = (workArea, limits, packed);

    /// <exception cref="PackageBrokenException">Its attachments are too many, or too large.</exception>
    public static Task<Message> ReadAsync(Stream packed, string workArea, PackageLimits limits, CancellationToken stop) =>
        new MessageSplit(workArea, limits, packed.Length).ReadAsync(packed, stop);

    /// <summary>The name of the root element, where these first bytes of a file show it; a DTD before it is passed over.</summary>
    public static string? RootOf(byte[] head)
    {
        try
        {
            using var reader = XmlReader.Create(
                new MemoryStream(head, writable: false), new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null });
            return reader.MoveToContent() == XmlNodeType.Element ? reader.LocalName : null;
        }
        catch (XmlException)
        {
            return null;
        }
    }

    private async Task<Message> ReadAsync(Stream packed, CancellationToken stop)
    {
        packed.Position = 0;
        var paced = new PacedStream(packed, Longest);
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, Async = true,
            IgnoreComments = true, IgnoreProcessingInstructions = true, IgnoreWhitespace = true,
        };
        try
        {
            using var reader = XmlReader.Create(paced, settings);
            await ReadAsync(reader, paced, stop);
            return new Message(root, contents, null);
        }
        catch (Exception broken) when (broken is XmlException or InvalidDataException or ArgumentException)
        {
            return new Message(root, contents, broken is XmlException xml ? $"line {xml.LineNumber}: {xml.Message}" : broken.Message);
        }
    }

    private async Task ReadAsync(XmlReader reader, PacedStream paced, CancellationToken stop)
    {
        XElement? at = null;
        for (paced.Step(); await reader.ReadAsync(); paced.Step())
        {
            stop.ThrowIfCancellationRequested();
            if (reader.NodeType == XmlNodeType.EndElement)
                at = at!.Parent;
            else if (reader.NodeType == XmlNodeType.Element && Enter(reader, at) is var entered && !reader.IsEmptyElement)
                at = IsContent(entered) ? await ContentAsync(reader, paced, entered, stop) : entered;
            else if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA)
                at!.Add(new XText(await TextAsync(reader, paced, stop)));
        }
    }

    /// <summary>Namespaces are counted wherever they are to be written again: a short prefix may stand for a long one.</summary>
    private XElement Enter(XmlReader reader, XElement? parent)
    {
        if (reader.Depth > Deepest)
            throw new InvalidDataException($"nested deeper than {Deepest} levels");
        if (reader.AttributeCount > MostAttributes)
            throw new InvalidDataException($"{reader.AttributeCount} attributes in {reader.LocalName}");

        var entered = new XElement(XName.Get(reader.LocalName, reader.NamespaceURI));
        Count(reader.LocalName.Length + 1 + (parent?.Name.Namespace == entered.Name.Namespace ? 0 : reader.NamespaceURI.Length));
        var attributes = new List<XAttribute>();
        for (var more = reader.MoveToFirstAttribute(); more; more = reader.MoveToNextAttribute())
        {
            Count(reader.LocalName.Length + reader.Value.Length + reader.NamespaceURI.Length);
            if (reader.NamespaceURI != XNamespace.Xmlns)
                attributes.Add(new XAttribute(XName.Get(reader.LocalName, reader.NamespaceURI), reader.Value));
        }

        entered.Add(attributes);
        reader.MoveToElement();
        parent?.Add(entered);
        root ??= entered;
        return entered;
    }

    private static bool IsContent(XElement element) => element.Is(MessageNames.Contents) && element.Parent?.Is("Attachment") == true;

    /// <summary>Decodes an attachment's bytes into a file, and goes on behind them.</summary>
    private async Task<XElement?> ContentAsync(XmlReader reader, PacedStream paced, XElement element, CancellationToken stop)
    {
        if (contents.Count == limits.Entries)
            throw new PackageBrokenException(FindingCodes.PackageTooManyFiles, "", $"more than {limits.Entries}", $"{limits.Entries}");

        var file = Path.Combine(workArea, Path.GetRandomFileName());
        await using var target = new FileStream(file, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16, FileOptions.Asynchronous);
        var decoded = new Base64Pieces(target);
        for (paced.Step(); await reader.ReadAsync() && reader.NodeType != XmlNodeType.EndElement; paced.Step())
        {
            // What is marked up is no base64; its end is not the content's.
            if (reader.NodeType == XmlNodeType.Element)
                throw new InvalidDataException($"{reader.LocalName} in {element.Name.LocalName}");
            if (reader.NodeType is not (XmlNodeType.Text or XmlNodeType.CDATA))
                continue;
            for (int got; (got = await reader.ReadValueChunkAsync(window, 0, window.Length)) > 0; paced.Step())
            {
                await decoded.AddAsync(window.AsMemory(0, got), stop);
                limits.Judge((ulong)(unpacked + target.Position), packed);
            }
        }

        await decoded.EndAsync(stop);
        limits.Judge((ulong)(unpacked + target.Position), packed);
        unpacked += target.Position;
        contents.Add(new MessageContent(element, file, target.Position, decoded.IsSound));
        return element.Parent;
    }

    private async Task<string> TextAsync(XmlReader reader, PacedStream paced, CancellationToken stop)
    {
        var text = new StringBuilder();
        for (int got; (got = await reader.ReadValueChunkAsync(window, 0, window.Length)) > 0; paced.Step())
        {
            stop.ThrowIfCancellationRequested();
            Count(got);
            text.Append(window, 0, got);
        }

        return text.ToString();
    }

    private void Count(int more)
    {
        letters += more;
        if (letters > Longest)
            throw new InvalidDataException($"more than {Longest} letters beside the attachments");
    }
}
