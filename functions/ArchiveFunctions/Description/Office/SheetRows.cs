using System.Globalization;
using System.Text;
using System.Xml;

namespace ArchiveFunctions.Description.Office;

/// <summary>Walks the rows of a sheet as a stream of elements; no sheet is ever in memory.</summary>
internal static class SheetRows
{
    /// <summary>Appends the rows to the draft until it is full.</summary>
    public static void Read(Stream part, SharedWords shared, ReadingDraft draft, CancellationToken budget)
    {
        using var reader = WordXml.Open(part);
        var row = new StringBuilder();
        var (type, inValue) = ("", false);
        while (reader.Read() && !draft.IsFull)
        {
            budget.ThrowIfCancellationRequested();
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "c" })
                type = BeginCell(reader, row);
            else if (reader.NodeType == XmlNodeType.Element)
                inValue = reader.LocalName is "v" or "t" && !reader.IsEmptyElement;
            else if (inValue && reader.HasValue)
                row.Append(Cell(type, reader.Value, shared));
            else if (reader.NodeType == XmlNodeType.EndElement)
                inValue = false;

            if (reader is { NodeType: XmlNodeType.EndElement, LocalName: "row" })
                EndRow(row, draft);
        }

        EndRow(row, draft);
    }

    private static string BeginCell(XmlReader reader, StringBuilder row)
    {
        if (row.Length > 0)
            row.Append('\t');
        return reader.GetAttribute("t") ?? "";
    }

    private static string Cell(string type, string value, SharedWords shared) =>
        type != "s" ? value : int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? shared[index] : "";

    private static void EndRow(StringBuilder row, ReadingDraft draft)
    {
        if (row.ToString().TrimEnd('\t') is { Length: > 0 } line)
            draft.Append(line + "\n");
        row.Clear();
    }
}
