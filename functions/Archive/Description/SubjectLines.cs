using System.Text.RegularExpressions;

namespace Archive.Description;

/// <summary>The abstract (trích yếu): under the type's heading (NĐ 30/2020, annex I, cell 5a), of a công văn under its number (cell 5b).</summary>
/// <param name="Text">The lines joined, at most 500 letters, without the mark <c>V/v</c>: it says that an abstract follows and is no part of it.</param>
/// <param name="Where">Where it stands.</param>
/// <param name="Ended">Whether its end was certain: a rule, the addressees, the legal bases, a change of type.</param>
/// <param name="Bold">Whether it is bold all through.</param>
internal sealed partial record SubjectLines(string Text, string Where, bool Ended, bool Bold)
{
    private const int MaxLength = 500;
    private const int MostLines = 10;

    /// <summary>Who issues it, in capitals between the abstract and the legal bases.</summary>
    private static readonly string[] Authorities =
    [
        "chutich", "giamdoc", "tonggiamdoc", "botruong", "thutuong", "chinhphu", "uybannhandan", "hoidong", "quochoi", "cuctruong", "chicuctruong",
        "tongcuctruong", "chanh", "truong", "hieutruong", "vientruong", "banthuongvu", "banchaphanh",
    ];

    /// <summary>The abstract under the heading.</summary>
    public static SubjectLines? Under(TypeHeading heading, IReadOnlyList<PageCell> body)
    {
        var below = body.Where(line => line.Middle > heading.Cell.Middle).Take(MostLines + 1).ToArray();
        var end = 0;
        while (end < below.Length && end < MostLines && !Ends(heading, below, end))
            end++;
        var lines = below[..end];
        var text = Joined([heading.Rest, .. lines.Select(line => line.Text)]);
        var certain = end < below.Length && end < MostLines && (IsBoundary(below, end) || (lines.Length > 0 && lines[0].Bold));
        return text.Length == 0 ? null : new(text, "page 1, below the heading", certain, lines.Length > 0 && lines.All(line => line.Bold));
    }

    /// <summary>The <c>V/v</c> lines under the number.</summary>
    public static SubjectLines? UnderNumber(PageHeader header, NumberLine? number)
    {
        var cells = header.Cells.Where(cell => cell.Column != HeaderColumn.Right && (number is null || cell.Cell.Middle > number.Cell.Cell.Middle)).ToArray();
        var start = Array.FindIndex(cells, cell => IsAbout(cell.Cell));
        if (start < 0)
            return null;

        var end = start + 1;
        while (end < cells.Length && end - start < MostLines && GoesOn(cells[end - 1].Cell, cells[end].Cell))
            end++;
        return new(Joined(cells[start..end].Select(cell => cell.Cell.Text)), cells[start].Where, true, false);
    }

    /// <summary>Whether a line begins with <c>V/v</c> or <c>Về việc</c>.</summary>
    public static bool IsAbout(PageCell cell) =>
        cell.Begins("veviec") || Mark().IsMatch(cell.Text);

    private static bool GoesOn(PageCell before, PageCell cell) =>
        cell.Middle - before.Middle < 2.4 * Math.Max(before.Height, cell.Height)
        && !cell.Capitals && !cell.Begins("kinhgui") && !DateLine.Is(cell) && cell.Letters.Length > 0;

    private static bool Ends(TypeHeading heading, PageCell[] below, int index) =>
        IsBoundary(below, index)
        || (index > 0 && (below[0].Bold != below[index].Bold || IsFarBelow(below, index) || IsBody(heading, below[index])))
        || (index == 0 && heading.Rest.Length > 0 && !below[0].Capitals && heading.Cell.Bold != below[0].Bold);

    /// <summary>A line no abstract contains.</summary>
    private static bool IsBoundary(PageCell[] below, int index)
    {
        var line = below[index];
        return line.Letters.Length == 0 || ListTitle.IsTableRow(line) || line.Begins("kinhgui") || line.Begins("cancu") || Stamps.Of(line) is not null
            || (line.Capitals && ((index > 0 && !below[index - 1].Capitals) || Authorities.Any(line.Begins)))
            || IsNumbered(line.Text) || (line.Text.StartsWith('(') && !(index == 0 && IsBracketed(line.Text))) || (index > 0 && !line.Bold && line.Text.StartsWith("Thực hiện", StringComparison.Ordinal));
    }

    private static bool IsNumbered(string text) =>
        text is [(>= '0' and <= '9') or 'I', '.' or ')', ..] or ['I', 'I' or 'V', '.', ..]
        || text.StartsWith("Điều 1", StringComparison.Ordinal) || text.StartsWith("Phần I", StringComparison.Ordinal);

    /// <summary>Older documents put the whole abstract in brackets; others begin a line of remarks with one.</summary>
    private static bool IsBracketed(string text) => text[1..].TrimStart() is var inside && (Mark().IsMatch(inside) || Wording.Letters(inside).StartsWith("veviec", StringComparison.Ordinal));

    private static bool IsFarBelow(PageCell[] below, int index)
    {
        var pitch = index > 1 ? below[1].Middle - below[0].Middle : 2 * below[0].Height;
        return below[index].Middle - below[index - 1].Middle > 1.5 * pitch;
    }

    /// <summary>Where the heading is centred, so is the abstract; the body's first line is not, for its indent.</summary>
    private static bool IsBody(TypeHeading heading, PageCell line) => Math.Abs(line.Centre - heading.Cell.Centre) > 12 && heading.Cell.Left > line.Left + 40;

    private static string Joined(IEnumerable<string> lines)
    {
        var text = Wording.Tidy(string.Join(' ', lines)).Trim('-', '_', '*', ' ', '.');
        if (text is ['(', .. var inside, ')'] && IsBracketed(text))
            text = inside.Trim();
        return Wording.Cut(text[Mark().Match(text).Length..], MaxLength);
    }

    [GeneratedRegex(@"^V\s*/\s*v(?:[\s:.-]+|$)", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Mark();
}
