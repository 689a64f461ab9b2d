namespace Archive.Description;

/// <summary>Which column of a two-column header something stands in.</summary>
internal enum HeaderColumn
{
    /// <summary>Of the issuer and the number.</summary>
    Left,

    /// <summary>Of the national or party title and the date.</summary>
    Right,

    /// <summary>The header has one column, or the line spans both.</summary>
    Whole,
}

/// <summary>Words of the header and where they stand.</summary>
internal sealed record HeaderCell(PageCell Cell, HeaderColumn Column)
{
    /// <summary>As statements name it.</summary>
    public string Where => Column switch
    {
        HeaderColumn.Left => "page 1, left column",
        HeaderColumn.Right => "page 1, right column",
        _ => "page 1",
    };
}

/// <summary>
/// The header of a document (NĐ 30/2020, annex I, cells 1 to 5): everything on the first page above the type's heading, or above the
/// addressees or legal bases where there is none. Issuer and number stand on the left, the national title (of party bodies the party's) and
/// the date on the right; some templates put all in one column.
/// </summary>
/// <param name="Cells">From top to bottom, left before right.</param>
/// <param name="TwoColumns">Whether it has two columns.</param>
/// <param name="HasTitle">Whether the national or party title, or the motto, was found.</param>
/// <param name="Heading">The type's heading, if any.</param>
/// <param name="Body">The lines from the heading, or from where the body begins, downwards.</param>
/// <param name="Bottom">Where the header ends, in points from the page's top.</param>
internal sealed record PageHeader(
    IReadOnlyList<HeaderCell> Cells, bool TwoColumns, bool HasTitle, TypeHeading? Heading, IReadOnlyList<PageCell> Body, double Bottom)
{
    private const double DeepestBottom = 0.4;
    private static readonly string[] Titles = ["conghoaxahoi", "dangcongsanvietnam", "doclaptudo"];

    /// <summary>Reads the header of a first page.</summary>
    public static PageHeader Of(PageLayout page, IReadOnlyList<PageCell> lines)
    {
        var title = HeaderTitle.Find(lines, page);
        var start = title is null ? 0 : title.Cell.Top - (3 * title.Cell.Height);
        var bodyTop = lines.FirstOrDefault(line => line.Pieces().Any(BeginsBody))?.Top ?? page.Height * DeepestBottom;
        var boundary = title?.Boundary ?? page.Width * 0.45;
        // Further down even a single column has lines that end, or are cut, left of the title.
        var beside = title is null ? bodyTop : Math.Min(bodyTop, title.Cell.Bottom + (2.5 * title.Cell.Height));
        var two = lines.Any(line => line.Top >= start && line.Top < beside && IsBesideTitle(line, title, boundary, page));

        var heading = TypeHeading.Find(lines, page, title?.Cell.Bottom ?? 0, Math.Min(bodyTop, page.Height * 0.66), two ? boundary : 0);
        var bottom = heading?.Cell.Top ?? bodyTop;
        // In one column the issuer may stand first; beside a title, what stands well above it was put there after signing.
        var cells = lines.Where(line => line.Middle < bottom && (!two || line.Middle >= start))
            .SelectMany(line => two ? Columns(line, boundary, page.Width) : [new HeaderCell(line, HeaderColumn.Whole)]);
        var body = lines.Where(line => line.Middle >= bottom);
        return new([.. SigningText.Without([.. cells])], two, title is not null, heading, [.. body], bottom);
    }

    /// <summary>Whether a cell is the national title, the motto or the party's title.</summary>
    public static bool IsTitle(PageCell cell) => Titles.Any(cell.Begins) || cell.Letters is "vietnam" or "tudohanhphuc" or "hanhphuc";

    private static bool BeginsBody(PageCell cell) => cell.Begins("kinhgui") || cell.Begins("cancu");

    private static bool IsBesideTitle(PageCell line, HeaderTitle? title, double boundary, PageLayout page)
    {
        var columns = Columns(line, boundary, page.Width);
        if (title is null)
            return columns.Count() == 2;
        var titled = Math.Abs(line.Middle - title.Cell.Middle) < title.Cell.Height / 2;
        return title.Cell.Left > page.Width * 0.3
            && (columns.Any(cell => cell.Column == HeaderColumn.Left) || (titled && (line.Words[0].Left + line.Words[0].Right) / 2 < boundary));
    }

    /// <summary>A line cut in two at the widest blank at or near the boundary; a line without one belongs to the column it stands in.</summary>
    private static IEnumerable<HeaderCell> Columns(PageCell line, double boundary, double width)
    {
        var (at, widest) = (0, Math.Max(6, 0.7 * line.Height));
        for (var i = 1; i < line.Words.Count; i++)
        {
            var (gapLeft, gapRight) = (line.Words[i - 1].Right, line.Words[i].Left);
            var near = (gapLeft <= boundary && gapRight >= boundary) || Math.Abs(((gapLeft + gapRight) / 2) - boundary) < 0.2 * width;
            if (near && gapRight - gapLeft > widest)
                (at, widest) = (i, gapRight - gapLeft);
        }

        if (at > 0)
            return [new(line.Part(0, at)!, HeaderColumn.Left), new(line.Part(at, line.Words.Count)!, HeaderColumn.Right)];
        if (line.Left < boundary && line.Right > boundary + (0.15 * width))
            return [new(line, HeaderColumn.Whole)];
        return [new(line, line.Centre < boundary ? HeaderColumn.Left : HeaderColumn.Right)];
    }
}
