using System.Text;

namespace Archive.ReadingRoom;

/// <summary>
/// A line of a table as spreadsheets read it: RFC 4180, every value in quotes, so that no separator of any country can part one. A value that
/// a spreadsheet would run as a formula gets an apostrophe in front (OWASP, CSV injection): depositors write the titles, readers open the file.
/// </summary>
public static class CsvLine
{
    /// <summary>What begins a formula, in the wide forms of East Asian keyboards too, and what spreadsheets skip before one.</summary>
    private const string Formula = "=+-@\t\r\n＝＋－＠";

    /// <summary>The line, with its ending. Null is an empty value.</summary>
    public static string Of(IEnumerable<string?> values)
    {
        var line = new StringBuilder();
        foreach (var value in values)
            line.Append(line.Length == 0 ? "" : ",").Append('"').Append(Harmless(value ?? "").Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
        return line.Append("\r\n").ToString();
    }

    /// <summary>Blanks are looked past: some spreadsheets leave them out before they decide.</summary>
    private static string Harmless(string value) =>
        value.AsSpan().TrimStart(' ') is [var first, ..] && Formula.Contains(first, StringComparison.Ordinal) ? $"'{value}" : value;
}
