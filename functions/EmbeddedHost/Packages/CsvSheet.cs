using System.Globalization;
using System.Text;
using Archive.Packages.Submitting;
using CsvHelper;
using CsvHelper.Configuration;

namespace EmbeddedHost.Packages;

/// <summary>Reads CSV as spreadsheets write it: commas, semicolons or tabs, quoted cells that may hold line breaks, a line <c>sep=;</c>, any line ends.</summary>
internal static class CsvSheet
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
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = $"{(told ? text[4] : Separator(text))}", IgnoreBlankLines = false, TrimOptions = TrimOptions.Trim, BadDataFound = null,
        };
        using var parser = new CsvParser(new StringReader(text), configuration);
        var rows = new List<SheetRow>();
        for (var line = 1; parser.Read(); line = parser.RawRow + 1)
            rows.Add(new SheetRow(string.Create(CultureInfo.InvariantCulture, $"line {line}"), parser.Record!));
        return told ? rows[1..] : rows;
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
