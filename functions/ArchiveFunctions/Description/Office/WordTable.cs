using System.Globalization;
using System.Xml;

namespace ArchiveFunctions.Description.Office;

/// <summary>Follows the tables of a Word document and gives each cell its place. A table in a cell is read as part of that cell.</summary>
internal sealed class WordTable(PageComposer composer)
{
    private readonly List<double> columns = [];
    private int depth;
    private int column;
    private int span = 1;
    private bool placed;

    /// <summary>An element begins.</summary>
    public void Begin(XmlReader reader)
    {
        if (reader.LocalName == "tbl" && ++depth == 1)
            columns.Clear();
        if (depth != 1)
            return;

        switch (reader.LocalName)
        {
            case "gridCol":
                columns.Add(Math.Max(1, Number(reader.GetAttribute("w", reader.NamespaceURI))));
                break;
            case "tr":
                composer.BeginRow();
                column = 0;
                break;
            case "tc":
                (span, placed) = (1, false);
                break;
            case "gridSpan":
                span = (int)Math.Clamp(Number(WordXml.Value(reader)), 1, 64);
                break;
            case "p" when !placed:
                Place();
                break;
        }
    }

    /// <summary>An element ends.</summary>
    public void End(string name)
    {
        if (depth == 1 && name == "tc")
        {
            if (placed)
                composer.EndCell();
            column += span;
        }
        else if (depth == 1 && name == "tr")
        {
            composer.EndRow();
        }
        else if (name == "tbl" && depth > 0)
        {
            depth--;
        }
    }

    /// <summary>A cell's width is known only behind its properties, so it is placed with its first paragraph.</summary>
    private void Place()
    {
        placed = true;
        var whole = Math.Max(columns.Sum(), 1);
        var from = columns.Take(column).Sum() / whole;
        var to = columns.Take(column + span).Sum() / whole;
        composer.BeginCell(Math.Min(from, 0.95), Math.Max(to, Math.Min(from, 0.95) + 0.05));
    }

    private static double Number(string? value) => double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : 1;
}
