using System.Text.RegularExpressions;

namespace Archive.Description;

/// <summary>The signing authority, post and name (NĐ 30/2020, annex I, cells 7a and 7b): bottom right of the main document.</summary>
/// <param name="Position"><c>KT. CHỦ TỊCH PHÓ CHỦ TỊCH</c>; null where a name stands under no post.</param>
/// <param name="Name">Without academic titles; null where it could not be read.</param>
/// <param name="Page">The page's number.</param>
/// <param name="Confidence">Of both.</param>
internal sealed partial record SignatureBlock(string Position, string? Name, int Page, double Confidence)
{
    private const int MostSkipped = 6;

    private static readonly string[] Posts =
    [
        "chutich", "phochutich", "giamdoc", "phogiamdoc", "quyengiamdoc", "tonggiamdoc", "photonggiamdoc", "cuctruong", "phocuctruong", "chicuctruong",
        "phochicuctruong", "tongcuctruong", "vutruong", "phovutruong", "chanhvanphong", "phochanhvanphong", "chanhthanhtra", "phochanhthanhtra", "chanhan",
        "truongphong", "photruongphong", "phophong", "truongban", "photruongban", "truongdoan", "botruong", "thutruong", "thutuong", "phothutuong",
        "hieutruong", "phohieutruong", "vientruong", "phovientruong", "bithu", "phobithu", "tongbithu", "tongthuky", "thuongtruc", "doitruong", "tramtruong",
        "chunhiem", "phochunhiem", "chutoa", "chutri", "nguoichutri", "daidien",
    ];

    /// <summary>The last block with a name under it; without any, the last block.</summary>
    public static SignatureBlock? Find(IReadOnlyList<(PageLayout Page, IReadOnlyList<PageCell> Lines)> pages)
    {
        var found = pages.Select(page => OnPage(page.Page, page.Lines)).OfType<SignatureBlock>().ToArray();
        return found.LastOrDefault(block => block.Name is not null) ?? found.LastOrDefault();
    }

    /// <summary>Whether a line opens a block: <c>TM.</c> for a collective, <c>KT.</c> for the head, <c>TL.</c>, <c>TUQ.</c>, <c>Q.</c>, or a post in capitals.</summary>
    public static bool Opens(PageCell cell) => cell.Capitals && (Authority().IsMatch(cell.Text) || Posts.Any(cell.Begins));

    private static SignatureBlock? OnPage(PageLayout page, IReadOnlyList<PageCell> lines)
    {
        var recipients = lines.FirstOrDefault(line => line.Begins("noinhan"));
        var pieces = lines.SelectMany(line => line.Pieces()).Where(piece => !SigningText.IsOne(piece)).ToArray();
        var right = pieces.Where(piece => piece.Centre > page.Width * 0.5).ToArray();
        return LastIn(right, page, recipients) ?? LastIn([.. pieces.Where(piece => piece.Top > page.Height * 0.3)], page, recipients, single: true);
    }

    private static SignatureBlock? LastIn(PageCell[] cells, PageLayout page, PageCell? recipients, bool single = false)
    {
        for (var start = cells.Length - 1; start >= 0; start--)
        {
            if (!Opens(cells[start]) || (single && !Authority().IsMatch(cells[start].Text)))
                continue;
            while (start > 0 && cells[start - 1].Capitals && Near(cells[start - 1], cells[start]) && Opens(cells[start - 1]))
                start--;
            return Read(cells, start, page, recipients, single);
        }

        return null;
    }

    private static SignatureBlock Read(PageCell[] cells, int start, PageLayout page, PageCell? recipients, bool single)
    {
        var end = start + 1;
        while (end < cells.Length && cells[end].Capitals && Near(cells[end - 1], cells[end]))
            end++;

        var position = Wording.Tidy(string.Join(' ', cells[start..end].Select(cell => cell.Text)));
        var name = cells.Skip(end).Take(MostSkipped).Where(cell => cell.Overlaps(cells[end - 1])).Select(NameIn).FirstOrDefault(name => name is not null);
        var confidence = Evidence.Of(
            single ? 0.4 : 0.5,
            Evidence.If(Authority().IsMatch(position), 0.5),
            Evidence.If(name is not null, 0.5),
            Evidence.If(recipients is not null && Math.Abs(recipients.Middle - cells[start].Middle) < 4 * cells[start].Height, 0.5));
        return new(position, name, page.Number, confidence);
    }

    private static bool Near(PageCell above, PageCell below) => below.Middle - above.Middle < 2.4 * Math.Max(above.Height, below.Height) && above.Overlaps(below);

    /// <summary>A person's name: two to six words, each beginning with a capital; older documents print it all in capitals.</summary>
    private static string? NameIn(PageCell cell)
    {
        var name = AcademicTitles.Without(cell.Text);
        return PersonName().IsMatch(name) && !Posts.Any(cell.Begins) && name.Length <= 50 ? name : null;
    }

    [GeneratedRegex(@"^(?:TM|T/M|KT|K/T|TL|T/L|TUQ|Q)\s*\.", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Authority();

    [GeneratedRegex(@"^\p{Lu}\p{L}*(?:[\s-]+\p{Lu}\p{L}*){1,5}$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex PersonName();
}
