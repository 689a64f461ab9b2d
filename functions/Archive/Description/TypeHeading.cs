namespace Archive.Description;

/// <summary>The heading that names the document's type, in capitals on a line of its own (NĐ 30/2020, annex I, cell 5a).</summary>
/// <param name="Cell">Its line.</param>
/// <param name="Type">The type it names.</param>
/// <param name="Alone">Whether the line holds nothing else; else it begins the abstract (<c>BÁO CÁO KẾT QUẢ CÔNG TÁC</c>).</param>
/// <param name="Rest">What follows the type's name on its line.</param>
internal sealed record TypeHeading(PageCell Cell, DocumentType Type, bool Alone, string Rest)
{
    /// <summary>The first heading alone on its line, else the first line that begins with one; below the titles and the number, above the body.</summary>
    public static TypeHeading? Find(IReadOnlyList<PageCell> lines, PageLayout page, double from, double to, double leftColumn)
    {
        var number = lines.FirstOrDefault(line => line.Top < to && NumberLine.Begins(line))?.Middle ?? from;
        var pieces = lines.Where(line => line.Middle > Math.Max(from, number) && line.Top < to)
            .SelectMany(line => line.Pieces().Count() > 1 && DocumentType.ByHeading(line.Text) is null ? line.Pieces() : [line])
            .Where(piece => piece.Capitals && !PageHeader.IsTitle(piece) && (piece.Right > leftColumn || IsCentred(piece, page)) && piece.Left < page.Width * 0.7)
            .ToArray();
        return pieces.Select(Exact).FirstOrDefault(heading => heading is not null) ?? pieces.Select(Beginning).FirstOrDefault(heading => heading is not null);
    }

    /// <summary>On a wide page the title's column begins right of the middle, where the heading stands.</summary>
    private static bool IsCentred(PageCell piece, PageLayout page) => Math.Abs(piece.Centre - (page.Width / 2)) < 0.1 * page.Width;

    private static TypeHeading? Exact(PageCell cell) => DocumentType.ByHeading(cell.Text) is { } type ? new(cell, type, true, "") : null;

    private static TypeHeading? Beginning(PageCell cell)
    {
        var words = cell.Text.Split(' ');
        return DocumentType.ByBeginning(words) is { } begun ? new(cell, begun.Type, false, string.Join(' ', words.Skip(begun.Words))) : null;
    }
}
