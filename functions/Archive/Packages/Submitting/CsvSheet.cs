using System.Globalization;
using System.Text;

namespace Archive.Packages.Submitting;

/// <summary>Reads CSV as spreadsheets write it: commas, semicolons or tabs, quoted cells that may hold line breaks, a line <c>sep=;</c>, any line ends.</summary>
public static class CsvSheet
{
    private static readonly char[] Separators = [',', ';', '\t'];

    /// <summary>The text of a file: UTF-8 with or without its mark, or UTF-16 with it; null for anything else.</summary>
    public static string? Decode(byte[] bytes)
    {
        try
        {
            return bytes switch
            {
                [0xFF, 0xFE, .. var rest] => new UnicodeEncoding(bigEndian: false, byteOrderMark: false, throwOnInvalidBytes: true).GetString(rest),
                [0xEF, 0xBB, 0xBF, .. var rest] => new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(rest),
                _ => new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes),
            };
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    /// <summary>The rows, each with the line it begins on.</summary>
    public static IReadOnlyList<SheetRow> Read(string text)
    {
        var told = text.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && text.Length > 4;
        var separator = told ? text[4] : Separator(text);
        var rows = new List<SheetRow>();
        var cells = new List<string>();
        var cell = new StringBuilder();
        var (line, begun, quoted) = (1, 1, false);
        for (var at = 0; at < text.Length; at++)
        {
            var letter = text[at];
            if (letter == '\n' || (letter == '\r' && (at + 1 == text.Length || text[at + 1] != '\n')))
                line++;
            if (quoted && letter == '"' && at + 1 < text.Length && text[at + 1] == '"')
                cell.Append(text[at++]);
            else if (letter == '"' && (quoted || cell.ToString().AsSpan().Trim().IsEmpty))
                quoted = !quoted;
            else if (quoted)
                cell.Append(letter);
            else if (letter == separator)
                EndCell();
            else if (letter is '\n' or '\r')
                EndRow(at);
            else
                cell.Append(letter);
        }

        EndRow(text.Length);
        return told ? rows[1..] : rows;

        void EndCell()
        {
            cells.Add(cell.ToString());
            cell.Clear();
        }

        void EndRow(int at)
        {
            if (at < text.Length && text[at] == '\r' && at + 1 < text.Length && text[at + 1] == '\n')
                return;
            EndCell();
            rows.Add(new SheetRow(string.Create(CultureInfo.InvariantCulture, $"line {begun}"), [.. cells]));
            cells.Clear();
            begun = line;
        }
    }

    /// <summary>The one that parts most cells of the lines that are no remarks.</summary>
    private static char Separator(string text)
    {
        var lines = text.Split('\n', '\r').Where(line => line.Length > 0 && line[0] != '#' && !line.StartsWith("\"#", StringComparison.Ordinal));
        var counts = Separators.ToDictionary(one => one, _ => 0);
        foreach (var line in lines.Take(50))
        {
            var quoted = false;
            foreach (var letter in line)
            {
                quoted ^= letter == '"';
                if (!quoted && counts.TryGetValue(letter, out var count))
                    counts[letter] = count + 1;
            }
        }

        return Separators.MaxBy(one => counts[one]);
    }
}
