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

    /// <summary>Who a head signs on behalf of (<c>TM.</c>).</summary>
    private static readonly string[] Collectives =
        ["uyban", "hoidong", "thuongtruc", "banthuongvu", "banchaphanh", "banchidao", "bancansu", "bantochuc", "danguy", "dangdoan", "thanhuy", "tinhuy", "quanuy", "huyenuy", "chinhphu", "doan"];

    /// <summary>The last block with a name under it; without any, the last block.</summary>
    public static SignatureBlock? Find(IReadOnlyList<(PageLayout Page, IReadOnlyList<PageCell> Lines)> pages)
    {
        var found = pages.Select(page => OnPage(page.Page, page.Lines)).OfType<SignatureBlock>().ToArray();
        return found.LastOrDefault(block => block.Name is not null) ?? found.LastOrDefault();
    }

    /// <summary>Whether a line opens a block: <c>TM.</c> for a collective, <c>KT.</c> for the head, <c>TL.</c>, <c>TUQ.</c>, <c>Q.</c>, or a post in capitals.</summary>
    public static bool Opens(PageCell cell) => cell.Capitals && (IsAuthority(cell.Text) || IsPost(cell.Letters));

    private static SignatureBlock? OnPage(PageLayout page, IReadOnlyList<PageCell> lines)
    {
        var foot = ClosingColumns.Of(page, lines);
        if (foot is not null && LastIn([.. foot.Right.Where(line => !SigningText.IsOne(line))], page, foot.Label) is { } beside)
            return beside;

        var recipients = lines.FirstOrDefault(line => line.Begins("noinhan"));
        var pieces = lines.SelectMany(line => line.Pieces()).Where(piece => !SigningText.IsOne(piece)).ToArray();
        var right = pieces.Where(piece => piece.Centre > page.Width * 0.5).ToArray();
        return LastIn(right, page, recipients) ?? LastIn([.. pieces.Where(piece => piece.Top > page.Height * 0.3)], page, recipients, single: true);
    }

    private static SignatureBlock? LastIn(PageCell[] cells, PageLayout page, PageCell? recipients, bool single = false)
    {
        for (var start = cells.Length - 1; start >= 0; start--)
        {
            if (!Opens(cells[start]) || (single && !IsAuthority(cells[start].Text)))
                continue;
            return Read(cells, FirstOf(cells, start), page, recipients, single);
        }

        return null;
    }

    /// <summary>The block's first line: a long authority (<c>TM. ỦY BAN NHÂN DÂN</c>, <c>THÀNH PHỐ HÀ NỘI</c>) has lines that open none.</summary>
    private static int FirstOf(PageCell[] cells, int opening)
    {
        var first = opening;
        for (var above = opening - 1; above >= 0 && cells[above].Capitals && Near(cells[above], cells[above + 1]); above--)
            first = Opens(cells[above]) ? above : first;
        return first;
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
            Evidence.If(IsAuthority(position), 0.5),
            Evidence.If(name is not null, 0.5),
            Evidence.If(recipients is not null && Math.Abs(recipients.Middle - cells[start].Middle) < 4 * cells[start].Height, 0.5));
        return new(position, name, page.Number, confidence);
    }

    private static bool Near(PageCell above, PageCell below) => below.Middle - above.Middle < 2.4 * Math.Max(above.Height, below.Height) && above.Overlaps(below);

    /// <summary>A person's name: two to six words, each beginning with a capital; older documents print it all in capitals.</summary>
    private static string? NameIn(PageCell cell)
    {
        var name = AcademicTitles.Without(cell.Text);
        return PersonName().IsMatch(name) && !IsPost(cell.Letters) && name.Length <= 50 ? name : null;
    }

    private static bool IsPost(string letters) => Posts.Any(post => letters.StartsWith(post, StringComparison.Ordinal));

    /// <summary><c>KT.</c> is decreed; <c>K/T</c> is the party's; without any mark the words after it must be those of a post or a collective.</summary>
    private static bool IsAuthority(string text) => Authority().Match(text) is { Success: true } mark
        && (mark.Groups["marked"].Success || Wording.Letters(text[mark.Length..]) is var after && (IsPost(after) || Collectives.Any(name => after.StartsWith(name, StringComparison.Ordinal))));

    [GeneratedRegex(
        @"^(?:(?<marked>(?:TM|KT|TL|TUQ|Q|T[./]M|K[./]T|T[./]L|T[./]U[./]Q)\s*\.|(?:T/M|K/T|T/L|T/U/Q|T\.M|K\.T|T\.L|T\.U\.Q)\s)|(?:TM|KT|TL|TUQ)\s)",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Authority();

    [GeneratedRegex(@"^\p{Lu}\p{L}*(?:[\s-]+\p{Lu}\p{L}*){1,5}$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex PersonName();
}
