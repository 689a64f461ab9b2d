using System.Xml;

namespace ArchiveFunctions.Description.Office;

/// <summary>Reads the XML of office documents: no DTD, nothing fetched, no end of letters.</summary>
internal static class WordXml
{
    private const long MostLetters = 400_000_000;

    /// <summary>Opens a part.</summary>
    public static XmlReader Open(Stream part) => XmlReader.Create(
        part, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = MostLetters, CloseInput = true });

    /// <summary>The <c>val</c> attribute of a property element.</summary>
    public static string? Value(XmlReader reader) => reader.GetAttribute("val", reader.NamespaceURI);
}
