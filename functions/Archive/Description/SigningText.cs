namespace Archive.Description;

/// <summary>
/// The text a digital signature or an official copy leaves on the page (NĐ 30/2020, annex I: top right of page 1, or beside the seal). It names
/// a signer, an agency and a time, none of which are the document's own.
/// </summary>
internal static class SigningText
{
    private const int LongestBlock = 8;

    private static readonly string[] Beginnings =
    [
        "kyboi", "nguoiky", "duockyboi", "email", "coquan", "tochuc", "chucvu", "thoigianky", "ngayky", "kyngay",
        "signedby", "digitallysigned", "signaturevalid", "saoy", "saoluc", "trichsao",
    ];

    /// <summary>Whether a line is part of such text. A label without its colon may be a heading of the document and is left.</summary>
    public static bool IsOne(PageCell cell) =>
        Beginnings.Any(cell.Begins) && (cell.Text.Contains(':', StringComparison.Ordinal) || cell.Begins("digitally") || cell.Begins("signature") || cell.Begins("sao"));

    /// <summary>The cells without such lines, and without those between two of them, which carry on a value.</summary>
    public static IEnumerable<HeaderCell> Without(IReadOnlyList<HeaderCell> cells)
    {
        var dropped = new bool[cells.Count];
        var last = -1;
        for (var i = 0; i < cells.Count; i++)
        {
            if (!IsOne(cells[i].Cell))
                continue;
            for (var between = last + 1; last >= 0 && i - last <= LongestBlock && between < i; between++)
                dropped[between] |= cells[between].Cell.Overlaps(cells[i].Cell) && cells[between].Column == cells[i].Column && !PageHeader.IsTitle(cells[between].Cell);
            dropped[i] = true;
            last = i;
        }

        return cells.Where((_, i) => !dropped[i]);
    }
}
