using System.Globalization;
using System.Text;
using System.Xml;

namespace ArchiveFunctions.Description.Office;

/// <summary>Walks the rows of a sheet as a stream of elements; no sheet is ever in memory.</summary>
internal static class SheetRows
{
    private const int MostColumns = 16_384;

    /// <summary>Appends the rows to the draft until it is full, and sets the upper ones on a page.</summary>
    public static void Read(Stream part, SharedWords shared, ReadingDraft draft, SheetPage page, CancellationToken budget)
    {
        using var reader = WordXml.Open(part);
        var row = new StringBuilder();
        var (type, inValue, column) = ("", false, -1);
        while (reader.Read() && !draft.IsFull)
        {
            budget.ThrowIfCancellationRequested();
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "c" })
                (type, column) = (BeginCell(reader, row), ColumnOf(reader.GetAttribute("r")) ?? column + 1);
            else if (reader.NodeType == XmlNodeType.Element)
                inValue = reader.LocalName is "v" or "t" && !reader.IsEmptyElement;
            else if (inValue && reader.HasValue)
                Write(Cell(type, reader.Value, shared), column, row, page);
            else if (reader.NodeType == XmlNodeType.EndElement)
                inValue = false;

            if (reader is { NodeType: XmlNodeType.EndElement, LocalName: "row" })
                column = EndRow(row, draft, page);
        }

        EndRow(row, draft, page);
    }

    private static string BeginCell(XmlReader reader, StringBuilder row)
    {
        if (row.Length > 0)
            row.Append('\t');
        return reader.GetAttribute("t") ?? "";
    }

    private static string Cell(string type, string value, SharedWords shared) =>
        type != "s" ? value : int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? shared[index] : "";

    private static void Write(string text, int column, StringBuilder row, SheetPage page)
    {
        row.Append(text);
        page.Write(column, text);
    }

    /// <summary>The column of a cell's address, from 0; null where none, or one no sheet has, is given: then the cell follows the one before.</summary>
    private static int? ColumnOf(string? address)
    {
        var column = 0;
        foreach (var letter in (address ?? "").TakeWhile(char.IsAsciiLetterUpper).Take(4))
            column = (column * 26) + letter - 'A' + 1;
        return column is > 0 and <= MostColumns ? column - 1 : null;
    }

    /// <summary>Ends the row and gives the column before the next one's first.</summary>
    private static int EndRow(StringBuilder row, ReadingDraft draft, SheetPage page)
    {
        page.EndRow();
        if (row.ToString().TrimEnd('\t') is { Length: > 0 } line)
            draft.Append(line + "\n");
        row.Clear();
        return -1;
    }
}
