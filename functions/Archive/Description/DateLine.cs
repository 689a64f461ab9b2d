using System.Globalization;
using System.Text.RegularExpressions;
using Archive.Records;

namespace Archive.Description;

/// <summary>The line of the place and date (NĐ 30/2020, annex I, cell 4): <c>Hà Nội, ngày 26 tháng 3 năm 2021</c>.</summary>
/// <param name="Cell">Where it stands.</param>
/// <param name="Place">Null where none stands before the date.</param>
/// <param name="Date">Only as much of it as is written; null for a date that does not exist.</param>
internal sealed partial record DateLine(HeaderCell Cell, string? Place, PartialDate? Date)
{
    private const int LongestLine = 400;

    /// <summary>The first such line outside the left column; where the number stands on the same line, what follows the number.</summary>
    public static DateLine? Find(PageHeader header, NumberLine? number)
    {
        foreach (var cell in header.Cells.Where(cell => cell.Column != HeaderColumn.Left))
        {
            var text = cell == number?.Cell ? number.Rest : cell.Cell.Text;
            var read = Line().Match(Wording.Cut(text, LongestLine));
            if (read.Success)
                return new(cell, PlaceIn(read), DateIn(read));
        }

        return null;
    }

    /// <summary>Whether a cell is such a line.</summary>
    public static bool Is(PageCell cell) => Is(cell.Text);

    /// <summary>Whether text is such a line.</summary>
    public static bool Is(string text) => Line().IsMatch(Wording.Cut(text, LongestLine));

    private static string? PlaceIn(Match read) => read.Groups["place"].Value.Trim(' ', ',', '.') is { Length: > 1 } place ? place : null;

    private static PartialDate? DateIn(Match read)
    {
        var (day, month, year) = (NumberIn(read, "day"), NumberIn(read, "month"), NumberIn(read, "year"));
        return year is not null && PartialDate.TryCreate(year.Value, month, month is null ? null : day, out var date) ? date : null;
    }

    private static int? NumberIn(Match read, string part) => read.Groups[part] switch
    {
        { Success: true, Length: > 0 } digits => int.Parse(digits.Value, CultureInfo.InvariantCulture),
        _ => read.Groups[part + "2"] is { Success: true } digits ? int.Parse(digits.Value, CultureInfo.InvariantCulture) : null,
    };

    [GeneratedRegex(
        @"^(?<place>\p{L}[\p{L}\d\s.'-]{0,60},?\s*)?[Nn]gày"
        + @"(?:[\s.…_]*(?<day>[0-9]{1,2})?[\s.…_]*tháng[\s.…_]*(?<month>[0-9]{1,2})?[\s.…_]*năm\s*(?<year>[0-9]{4})"
        + @"|\s*(?<day2>[0-9]{1,2})\s*[/-]\s*(?<month2>[0-9]{1,2})\s*[/-]\s*(?<year2>[0-9]{4}))[\s.]*$",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Line();
}
