using Archive.Description;

namespace ArchiveFunctions.Description.Office;

/// <summary>
/// The upper rows of a sheet as a page: there stand the titles and the names of the columns. A column is as wide as what it holds, a cell
/// reaches to the next one filled in its row, as on the screen; merged cells are one, its text in the middle.
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

    private readonly SortedDictionary<int, SortedDictionary<int, string>> rows = [];
    private readonly Dictionary<CellAddress, int> merged = [];

    /// <summary>Adds text to a cell.</summary>
    public void Write(CellAddress cell, string text)
    {
        if (cell.Column >= MostColumns || string.IsNullOrWhiteSpace(text) || (rows.Count >= MostRows && !rows.ContainsKey(cell.Row)))
            return;
        if (!rows.TryGetValue(cell.Row, out var row))
            rows[cell.Row] = row = [];
        var whole = row.GetValueOrDefault(cell.Column, "") + text;
        row[cell.Column] = whole.Length > LongestCell ? whole[..LongestCell] : whole;
    }

    /// <summary>Merges the cells of a range (<c>A5:F5</c>); said after the cells are written.</summary>
    public void Merge(string? range)
    {
        var colon = range?.IndexOf(':', StringComparison.Ordinal) ?? -1;
        if (colon > 0 && CellAddress.Parse(range.AsSpan(0, colon)) is { } first && CellAddress.Parse(range.AsSpan(colon + 1)) is { } last
            && last.Column > first.Column && rows.GetValueOrDefault(first.Row)?.ContainsKey(first.Column) == true)
            merged[first] = last.Column;
    }

    /// <summary>The rows on pages; none of an empty sheet.</summary>
    public IReadOnlyList<PageLayout> Compose()
    {
        var widths = Widths();
        var composer = new PageComposer(Math.Max(PageComposer.Portrait, PageComposer.Margins + (LetterWidth * widths.Sum())));
        var edges = Edges(widths);
        foreach (var (number, cells) in rows)
        {
            composer.BeginRow();
            foreach (var (column, text) in cells)
                Set(composer, edges, new CellAddress(number, column), text, cells.Keys.FirstOrDefault(next => next > column, widths.Length));
            composer.EndRow();
        }

        return composer.Finish();
    }

    private void Set(PageComposer composer, double[] edges, CellAddress cell, string text, int next)
    {
        var isMerged = merged.TryGetValue(cell, out var last);
        composer.BeginCell(edges[cell.Column], edges[isMerged ? Math.Min(last + 1, edges.Length - 1) : next]);
        composer.Paragraph([new ComposedRun(text, false, false)], isMerged ? Alignment.Centre : Alignment.Left);
        composer.EndCell();
    }

    /// <summary>In letters. A text alone in its row, or across columns, says nothing of its column's width.</summary>
    private double[] Widths()
    {
        var widths = new double[rows.Count == 0 ? 0 : rows.Values.Max(cells => cells.Keys.Last()) + 1];
        Array.Fill(widths, Narrowest + Padding);
        foreach (var (number, cells) in rows.Where(row => row.Value.Count > 1))
            foreach (var (column, text) in cells.Where(cell => !merged.ContainsKey(new(number, cell.Key))))
                widths[column] = Math.Clamp(text.Length + Padding, widths[column], Widest + Padding);
        return widths;
    }

    /// <summary>Where each column begins and the last one ends, from 0 to 1.</summary>
    private static double[] Edges(double[] widths)
    {
        var edges = new double[widths.Length + 1];
        for (var i = 1; i < edges.Length; i++)
            edges[i] = edges[i - 1] + (widths[i - 1] / widths.Sum());
        return edges;
    }
}
