using System.Text.RegularExpressions;
using Benchmarks.Documents;

namespace Benchmarks.Operations;

/// <summary>The operations of one small record as README.md lists them.</summary>
internal static partial class PromisedOperations
{
    private const string Heading = "### Storage operations of one small record";

    /// <summary>The operations in their order.</summary>
    /// <exception cref="InvalidDataException">README.md has no such list.</exception>
    public static IReadOnlyList<string> Read()
    {
        var rows = File.ReadLines(Repository.At("README.md"))
            .SkipWhile(line => !line.StartsWith(Heading, StringComparison.Ordinal))
            .Select(line => Row().Match(line)).SkipWhile(match => !match.Success).TakeWhile(match => match.Success)
            .Select(match => match.Groups[1].Value).ToList();
        return rows.Count > 0 ? rows : throw new InvalidDataException($"README.md has no table under '{Heading}'.");
    }

    [GeneratedRegex(@"^\| \d+ \| (.+?) \|")]
    private static partial Regex Row();
}
