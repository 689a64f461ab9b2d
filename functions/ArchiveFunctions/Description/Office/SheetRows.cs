using System.Globalization;
using System.Text;
using System.Xml;

namespace ArchiveFunctions.Description.Office;

/// <summary>Walks the rows of a sheet as a stream of elements; no sheet is ever in memory.</summary>
internal static class SheetRows
{
    /// <summary>Appends the rows to the draft until it is full, and sets the upper ones on a page.</summary>
    public static void Read(Stream part, SharedWords shared, ReadingDraft draft, SheetPage page, CancellationToken budget)
    {
        using var reader = WordXml.Open(part);
        var row = new StringBuilder();
        var (type, inValue, place) = ("", false, new CellAddress(0, -1));
        while (reader.Read() && !draft.IsFull)
        {
            budget.ThrowIfCancellationRequested();
            if (reader.NodeType == XmlNodeType.Element)
            {
                place = PlaceOf(reader, place);
                type = reader.LocalName == "c" ? BeginCell(reader, row) : type;
                inValue = reader.LocalName is "v" or "t" && !reader.IsEmptyElement;
                if (reader.LocalName == "mergeCell")
                    page.Merge(reader.GetAttribute("ref"));
            }
            else if (inValue && reader.HasValue)
            {
                var text = Cell(type, reader.Value, shared);
                row.Append(text);
                page.Write(place, text);
            }
            else if (reader.NodeType == XmlNodeType.EndElement)
            {
                inValue = false;
            }

            if (reader is { NodeType: XmlNodeType.EndElement, LocalName: "row" })
                EndRow(row, draft);
        }

        EndRow(row, draft);
    }

    /// <summary>Rows and cells may come without their addresses: then each follows the one before.</summary>
    private static CellAddress PlaceOf(XmlReader reader, CellAddress before) => reader.LocalName switch
    {
        "row" => new(int.TryParse(reader.GetAttribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var row) ? row : before.Row + 1, -1),
        "c" => CellAddress.Parse(reader.GetAttribute("r")) ?? before with { Column = before.Column + 1 },
        _ => before,
    };

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
