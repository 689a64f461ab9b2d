using Archive.Description;

namespace ArchiveFunctions.Description.Office;

/// <summary>
/// The upper rows of a sheet as a page: there stand the titles and the names of the columns. A column is as wide as what it holds, a cell
/// reaches to the next one filled in its row, as on the screen.
/// </summary>
internal sealed class SheetPage
{
    private const int MostRows = 50;
    private const int MostColumns = 64;
    private const int LongestCell = 1000;

    /// <summary>In letters; longer text is wrapped.</summary>
    private const int Widest = 40;
    private const int Narrowest = 5;

    /// <summary>Keeps the cells of a row apart, in letters.</summary>
    private const int Padding = 2;

    /// <summary>In points: most are small, headings are capitals.</summary>
    private const double LetterWidth = 8;

    private readonly List<SortedDictionary<int, string>> rows = [];
    private SortedDictionary<int, string> row = [];

    /// <summary>Text of a cell of the present row.</summary>
    /// <param name="column">From 0.</param>
    /// <param name="text">Added to what the cell holds.</param>
    public void Write(int column, string text)
    {
        if (rows.Count >= MostRows || column is < 0 or >= MostColumns)
            return;
        var whole = row.GetValueOrDefault(column, "") + text;
        row[column] = whole.Length > LongestCell ? whole[..LongestCell] : whole;
    }

    /// <summary>Ends the row; one without text takes no place.</summary>
    public void EndRow()
    {
        if (row.Values.Any(text => !string.IsNullOrWhiteSpace(text)))
            rows.Add(row);
        row = [];
    }

    /// <summary>The rows on pages; none of an empty sheet.</summary>
    public IReadOnlyList<PageLayout> Compose()
    {
        var widths = Widths();
        var edges = Edges(widths);
        var composer = new PageComposer(Math.Max(PageComposer.Portrait, PageComposer.Margins + (LetterWidth * widths.Sum())));
        foreach (var cells in rows)
        {
            composer.BeginRow();
            var filled = cells.Where(cell => !string.IsNullOrWhiteSpace(cell.Value)).ToArray();
            for (var i = 0; i < filled.Length; i++)
            {
                composer.BeginCell(edges[filled[i].Key], i + 1 < filled.Length ? edges[filled[i + 1].Key] : 1);
                composer.Paragraph([new ComposedRun(filled[i].Value, false, false)], Alignment.Left);
                composer.EndCell();
            }

            composer.EndRow();
        }

        return composer.Finish();
    }

    /// <summary>In letters. A text alone in its row is a title and says nothing of its column's width.</summary>
    private double[] Widths()
    {
        var widths = new double[rows.Count == 0 ? 0 : rows.Max(cells => cells.Keys.Last()) + 1];
        Array.Fill(widths, Narrowest + Padding);
        foreach (var (column, text) in rows.Where(cells => cells.Count > 1).SelectMany(cells => cells))
            widths[column] = Math.Clamp(text.Length + Padding, widths[column], Widest + Padding);
        return widths;
    }

    /// <summary>Where each column begins, from 0 to 1.</summary>
    private static double[] Edges(double[] widths)
    {
        var edges = new double[widths.Length];
        for (var i = 1; i < edges.Length; i++)
            edges[i] = edges[i - 1] + (widths[i - 1] / widths.Sum());
        return edges;
    }
}
