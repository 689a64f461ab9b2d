namespace Archive.Packages.Submitting;

/// <summary>A table whose headings are understood.</summary>
/// <param name="Dossier">What is said of the whole, and where.</param>
/// <param name="Rows">The documents: each row's place and its cells that are filled, by column.</param>
/// <param name="Mistakes">What is not understood.</param>
internal sealed record SheetTable(
    IReadOnlyDictionary<string, (string Value, string Place)> Dossier, IReadOnlyList<(string Place, IReadOnlyDictionary<string, string> Cells)> Rows, IReadOnlyList<SheetMistake> Mistakes)
{
    /// <summary>
    /// The row of headings is the first that has one for the file. What stands before it is said of the dossier, a field and its value in a row; columns of
    /// the dossier repeat, and must say the same in every row. A second row of headings is passed over.
    /// </summary>
    public static SheetTable Of(IReadOnlyList<SheetRow> rows)
    {
        var dossier = new Dictionary<string, (string Value, string Place)>(StringComparer.Ordinal);
        var (documents, mistakes) = (new List<(string, IReadOnlyDictionary<string, string>)>(), new List<SheetMistake>());
        string?[]? columns = null;
        foreach (var row in rows.Where(row => !row.IsRemark))
        {
            if (IsHeadings(row))
                columns ??= Columns(row, mistakes);
            else if (columns is null)
                OfWhole(row, dossier, mistakes);
            else
                documents.Add((row.Place, Cells(row, columns, dossier, mistakes)));
        }

        if (columns is null)
            mistakes.Add(new SheetMistake("the sheet", "", $"there is no row of headings with a column {SheetColumns.File} (Tệp)."));
        else if (documents.Count == 0)
            mistakes.Add(new SheetMistake("the sheet", "", "there is no row below the headings."));
        return new SheetTable(dossier, documents, mistakes);
    }

    private static bool IsHeadings(SheetRow row) => row.Cells.Count(cell => SheetColumns.Of(cell.Trim()) is not null) > 1 && row.Cells.Any(cell => SheetColumns.Of(cell.Trim()) == SheetColumns.File);

    private static string?[] Columns(SheetRow row, List<SheetMistake> mistakes)
    {
        var columns = row.Cells.Select(cell => SheetColumns.Of(cell.Trim())).ToArray();
        mistakes.AddRange(row.Cells.Where(cell => cell.Trim().Length > 0 && SheetColumns.Of(cell.Trim()) is null).Select(cell => new SheetMistake(row.Place, cell.Trim(), "no column is called so.")));
        mistakes.AddRange(columns.OfType<string>().GroupBy(column => column).Where(group => group.Count() > 1).Select(group => new SheetMistake(row.Place, group.Key, "there are two columns of it.")));
        return columns;
    }

    private static void OfWhole(SheetRow row, Dictionary<string, (string Value, string Place)> dossier, List<SheetMistake> mistakes)
    {
        if (SheetColumns.OfDossierRow(row.Cell(0)) is not { } field)
            mistakes.Add(new SheetMistake(row.Place, row.Cell(0), "no field of a dossier is called so."));
        else if (row.Cell(1) is { Length: > 0 } value)
            Say(dossier, field, value, row.Place, mistakes);
    }

    private static Dictionary<string, string> Cells(SheetRow row, string?[] columns, Dictionary<string, (string Value, string Place)> dossier, List<SheetMistake> mistakes)
    {
        var cells = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var at = 0; at < Math.Max(columns.Length, row.Cells.Count); at++)
        {
            if (row.Cell(at) is not { Length: > 0 } value)
                continue;
            if (at >= columns.Length || columns[at] is not { } column)
                mistakes.Add(new SheetMistake(row.Place, $"column {at + 1}", "it has a value and no heading."));
            else if (column.StartsWith(SheetColumns.OfDossier, StringComparison.Ordinal))
                Say(dossier, column[SheetColumns.OfDossier.Length..], value, row.Place, mistakes);
            else
                cells[column] = value;
        }

        return cells;
    }

    private static void Say(Dictionary<string, (string Value, string Place)> dossier, string field, string value, string place, List<SheetMistake> mistakes)
    {
        if (!dossier.TryAdd(field, (value, place)) && dossier[field].Value != value)
            mistakes.Add(new SheetMistake(place, field, $"'{value}' is not what {dossier[field].Place} says of the dossier, '{dossier[field].Value}'."));
    }
}
