using System.Text;
using System.Xml;

namespace Archive.Packages;

/// <summary>
/// Writes XML to a stream that may be a network away: the writer fills a small buffer, and <see cref="PassOn"/> hands it on without blocking.
/// Call that after each record, and no more than one record is ever held.
/// </summary>
internal sealed class XmlOut : IDisposable
{
    private readonly Stream target;
    private readonly MemoryStream buffer = new();

    private XmlOut(Stream target)
    {
        this.target = target;

        // Carriage returns are entitised: a reader of XML would turn them into line feeds, and a value would not be what it was.
        Xml = XmlWriter.Create(buffer, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true, NewLineChars = "\n", NewLineHandling = NewLineHandling.Entitize });
    }

    public XmlWriter Xml { get; }

    /// <summary>Writes one whole document.</summary>
    public static async Task Write(Stream target, Func<XmlOut, Task> document, CancellationToken stop)
    {
        using var xml = new XmlOut(target);
        xml.Xml.WriteStartDocument();
        await document(xml);
        xml.Xml.WriteEndDocument();
        await xml.PassOn(stop);
    }

    public async Task PassOn(CancellationToken stop)
    {
        Xml.Flush();
        await target.WriteAsync(buffer.GetBuffer().AsMemory(0, (int)buffer.Length), stop);
        buffer.SetLength(0);
    }

    public void Dispose()
    {
        Xml.Dispose();
        buffer.Dispose();
    }
}
