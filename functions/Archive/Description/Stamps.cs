namespace Archive.Description;

/// <summary>Stamps of secrecy and urgency (NĐ 30/2020, annex I, cells 10a and 10b).</summary>
internal static class Stamps
{
    /// <summary>A table further down may hold the words by themselves; a stamp stands in the upper part.</summary>
    private const double Deepest = 0.45;

    private static readonly string[] Secrecy = ["TUYỆT MẬT", "TỐI MẬT", "MẬT"];
    private static readonly string[] Urgency = ["HỎA TỐC", "THƯỢNG KHẨN", "KHẨN"];

    /// <summary>Words a line may end with so that <c>MẬT</c> alone on the next is the end of a longer word.</summary>
    private static readonly string[] Carried = ["bao", "bi", "co", "tham", "than", "trat", "khoa"];

    /// <summary>What the cell is a stamp of, where it holds nothing but stamps; else null.</summary>
    public static (string? Secrecy, string? Urgency)? Of(PageCell cell)
    {
        if (cell.Letters.Length is < 3 or > 24 || !cell.Capitals)
            return null;

        var printed = Printed(cell.Text);
        if (printed.StartsWith("ĐỘMẬT", StringComparison.Ordinal))
            printed = printed["ĐỘMẬT".Length..];
        foreach (var secrecy in Secrecy.Cast<string?>().Append(null))
            foreach (var urgency in Urgency.Cast<string?>().Append(null))
                if ((secrecy ?? urgency) is not null && (printed == Printed(secrecy + urgency) || printed == Printed(urgency + secrecy)))
                    return (secrecy, urgency);
        return null;
    }

    /// <summary>The gravest secrecy stamp in the upper part of the first page; null where there is none.</summary>
    public static string? SecrecyOn(PageLayout page, IReadOnlyList<PageCell> lines, PageHeader header) =>
        Standing(page, lines, header).Select(stamp => stamp.Secrecy).OfType<string>().OrderBy(found => Array.IndexOf(Secrecy, found)).FirstOrDefault();

    /// <summary>The gravest urgency stamp there; null where there is none.</summary>
    public static string? UrgencyOn(PageLayout page, IReadOnlyList<PageCell> lines, PageHeader header) =>
        Standing(page, lines, header).Select(stamp => stamp.Urgency).OfType<string>().OrderBy(found => Array.IndexOf(Urgency, found)).FirstOrDefault();

    private static IEnumerable<(string? Secrecy, string? Urgency)> Standing(PageLayout page, IReadOnlyList<PageCell> lines, PageHeader header)
    {
        for (var i = 0; i < lines.Count && lines[i].Top < page.Height * Deepest; i++)
        {
            var pieces = lines[i].Pieces().ToArray();
            foreach (var piece in pieces)
                if (Of(piece) is { } stamp && (lines[i].Middle < header.Bottom ? !CarriesOn(lines, i, piece) : pieces.Length == 1 && StandsAlone(lines, i, piece)))
                    yield return stamp;
        }
    }

    /// <summary>In the header a stamp may touch anything; only a word broken at the line's end is not one.</summary>
    private static bool CarriesOn(IReadOnlyList<PageCell> lines, int line, PageCell piece) =>
        Neighbours(lines, line, piece).Any(near => near.Top < piece.Top && near.Capitals && Carried.Contains(Wording.Letters(near.Words[^1].Text)));

    /// <summary>Below the header the words may be a table's or a title's: nothing in capitals may stand right above or below.</summary>
    private static bool StandsAlone(IReadOnlyList<PageCell> lines, int line, PageCell piece) =>
        !Neighbours(lines, line, piece).Any(near => near.Capitals && Of(near) is null);

    private static IEnumerable<PageCell> Neighbours(IReadOnlyList<PageCell> lines, int line, PageCell piece) =>
        new[] { line - 1, line + 1 }.Where(index => index >= 0 && index < lines.Count)
            .SelectMany(index => lines[index].Pieces())
            .Where(near => near.Overlaps(piece) && Math.Abs(near.Middle - piece.Middle) < 2.2 * Math.Max(near.Height, piece.Height));

    private static string Printed(string text) =>
        string.Concat(text.Where(char.IsLetter)).ToUpperInvariant().Replace("OẢ", "ỎA", StringComparison.Ordinal);
}
