using System.Text;
using System.Xml;

namespace ArchiveFunctions.Description.Office;

/// <summary>The texts cells share, up to as many letters as a reading keeps.</summary>
internal sealed class SharedWords
{
    private readonly List<string> texts = [];

    /// <summary>Reads the table; no part, no texts.</summary>
    public static SharedWords Read(Stream? part, int letters, CancellationToken budget)
    {
        var words = new SharedWords();
        if (part is null)
            return words;

        using var reader = WordXml.Open(part);
        var text = new StringBuilder();
        var inText = false;
        while (reader.Read() && letters > 0)
        {
            budget.ThrowIfCancellationRequested();
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "t" })
                inText = !reader.IsEmptyElement;
            else if (reader is { NodeType: XmlNodeType.EndElement, LocalName: "t" })
                inText = false;
            else if (inText && reader.HasValue)
                text.Append(reader.Value);

            if (reader.LocalName == "si" && (reader.NodeType == XmlNodeType.EndElement || reader is { NodeType: XmlNodeType.Element, IsEmptyElement: true }))
            {
                words.texts.Add(text.ToString());
                letters -= text.Length + 1;
                text.Clear();
            }
        }

        return words;
    }

    /// <summary>The text of an index; nothing for one that does not exist.</summary>
    public string this[int index] => index >= 0 && index < texts.Count ? texts[index] : "";
}
