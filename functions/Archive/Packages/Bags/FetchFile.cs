using System.Globalization;
using System.Text.RegularExpressions;
using Archive.Packages.Reading;

namespace Archive.Packages.Bags;

/// <summary>What <c>fetch.txt</c> says (RFC 8493, 2.2.3). Its addresses are never opened, and never repeated in a finding: they may hold a password.</summary>
/// <param name="Entries">Its lines.</param>
/// <param name="Malformed">Lines that are none, by their number, with what is wrong.</param>
internal sealed partial record FetchFile(IReadOnlyList<FetchEntry> Entries, IReadOnlyList<(int Line, string Text)> Malformed)
{
    public const string File = "fetch.txt";

    public static async Task<FetchFile> ReadAsync(IAsyncEnumerable<(int Number, string Text)> lines, Func<string, string> read, Func<string, BagFile?> find)
    {
        var entries = new List<FetchEntry>();
        var malformed = new List<(int, string)>();
        await foreach (var (number, text) in lines)
        {
            var match = Line().Match(text);
            if (!match.Success)
                malformed.Add((number, "no address, length and path"));
            else if (match.Groups[1].Value is var length && length != "-" && !long.TryParse(length, NumberStyles.None, CultureInfo.InvariantCulture, out _))
                malformed.Add((number, PackagePath.Shown(length)));
            else
                entries.Add(Entry(number, length, match.Groups[2].Value, read, find));
        }

        return new FetchFile(entries, malformed);
    }

    private static FetchEntry Entry(int number, string length, string written, Func<string, string> read, Func<string, BagFile?> find) =>
        new(number, length == "-" ? null : long.Parse(length, CultureInfo.InvariantCulture), written, read(written), find(read(written)));

    [GeneratedRegex(@"\A[A-Za-z][A-Za-z0-9+.-]*:[^ \t]+[ \t]+([^ \t]+)[ \t]+(.+)\z")]
    private static partial Regex Line();
}

/// <summary>A file to be fetched from elsewhere.</summary>
/// <param name="Line">Its line's number.</param>
/// <param name="Length">In bytes, where the bag says it.</param>
/// <param name="Written">The path as it is written.</param>
/// <param name="Path">The path as it is meant.</param>
/// <param name="File">The file, where somebody has fetched it.</param>
internal sealed record FetchEntry(int Line, long? Length, string Written, string Path, BagFile? File);
