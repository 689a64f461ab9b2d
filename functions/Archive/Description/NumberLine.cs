using System.Text.RegularExpressions;

namespace Archive.Description;

/// <summary>
/// The line of the number and notation (NĐ 30/2020, annex I, cell 3): <c>Số: 67/KH-UBND</c>, of laws <c>Luật số:</c>, of party bodies
/// <c>Số 14514-CV/VPTW</c>.
/// </summary>
/// <param name="Cell">Where it stands.</param>
/// <param name="Number">Null where it was left blank.</param>
/// <param name="Symbol">Null where there is none.</param>
/// <param name="Introduced">Whether <c>Số</c> stands before it.</param>
/// <param name="Rest">What follows on the line.</param>
internal sealed partial record NumberLine(HeaderCell Cell, string? Number, string? Symbol, bool Introduced, string Rest)
{
    private const int LongestLine = 400;

    /// <summary>Whether a line begins with <c>Số</c> as a number's line does.</summary>
    public static bool Begins(PageCell cell)
    {
        var line = Wording.Cut(cell.Text, LongestLine);
        var introduction = Introduction().Match(line);
        return introduction.Success && line.AsSpan(introduction.Length).TrimStart() is ([] or [>= '0' and <= '9' or '.' or '/' or '…' or '_' or '-', ..]);
    }

    /// <summary>The first such line outside the right column; without any, a line that is nothing but a number and notation.</summary>
    public static NumberLine? Find(PageHeader header)
    {
        var cells = header.Cells.Where(cell => cell.Column != HeaderColumn.Right).ToArray();
        var index = Array.FindIndex(cells, cell => Begins(cell.Cell));
        if (index < 0)
            return cells.Select(cell => Read(cell, cell.Cell.Text, false)).FirstOrDefault(line => line is { Number: not null, Rest: "" });

        var text = cells[index].Cell.Text;
        if (text.EndsWith('-') && index + 1 < cells.Length && cells[index + 1].Cell.Capitals)
            text += cells[index + 1].Cell.Text;
        return Read(cells[index], text, true);
    }

    private static NumberLine? Read(HeaderCell cell, string text, bool introduced)
    {
        var line = Wording.Cut(text, LongestLine);
        if (introduced)
            line = line[Introduction().Match(line).Length..];
        var read = State().Match(line) is { Success: true } state ? state : Party().Match(line) is { Success: true } party ? party : Blank().Match(line);
        if (!read.Success)
            return introduced ? new(cell, null, null, true, line) : null;

        var year = read.Groups["year"] is { Success: true } given ? given.Value + '/' : "";
        var number = read.Groups["number"] is { Success: true } digits ? digits.Value : null;
        return new(cell, number, year + Blanks().Replace(read.Groups["symbol"].Value, ""), introduced, line[read.Length..].Trim());
    }

    [GeneratedRegex(@"^(?:(?:Luật|LUẬT|Bộ luật|Pháp lệnh|Nghị quyết)\s+)?(?:S[ốôoỐÔO]|s[ốô])(?:\s*[:.]+|\s+|$)", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Introduction();

    [GeneratedRegex(
        @"^\s*(?<number>\d{1,6}[A-Za-zĐđ]?)\s*/\s*(?:(?<year>(?:19|20)\d{2})\s*/\s*)?"
        + @"(?<symbol>\p{Lu}[\p{L}\d.&]*(?:\s*[-/]\s*[\p{L}\d][\p{L}\d.&]*)*)",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex State();

    [GeneratedRegex(
        @"^\s*(?<number>\d{1,6}[A-Za-zĐđ]?)\s*-\s*(?<symbol>\p{Lu}[\p{L}\d]*(?:\s*-\s*[\p{L}\d]+)*\s*/\s*\p{Lu}[\p{L}\d]*(?:\s*[-.]\s*\p{Lu}[\p{L}\d]*)*)",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Party();

    [GeneratedRegex(@"^[\s.…_]*[/-]\s*(?:(?<year>(?:19|20)\d{2})\s*/\s*)?(?<symbol>\p{Lu}[\p{L}\d.&]*(?:\s*[-/]\s*[\p{L}\d][\p{L}\d.&]*)*)", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Blank();

    [GeneratedRegex(@"\s+", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Blanks();
}
