namespace ArchiveFunctions.Description.Office;

/// <summary>Where a cell stands in a sheet.</summary>
/// <param name="Row">From 1.</param>
/// <param name="Column">From 0.</param>
internal readonly record struct CellAddress(int Row, int Column)
{
    private const int MostColumns = 16_384;
    private const int MostRows = 1_048_576;

    /// <summary>Reads <c>B5</c>; null for anything no sheet has.</summary>
    public static CellAddress? Parse(ReadOnlySpan<char> text)
    {
        var letters = text.IndexOfAnyExceptInRange('A', 'Z');
        if (letters is < 1 or > 3 || !int.TryParse(text[letters..], System.Globalization.NumberStyles.None, null, out var row) || row is < 1 or > MostRows)
            return null;

        var column = 0;
        foreach (var letter in text[..letters])
            column = (column * 26) + letter - 'A' + 1;
        return column <= MostColumns ? new(row, column - 1) : null;
    }
}
