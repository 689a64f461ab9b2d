using System.Text.RegularExpressions;

namespace Infra.Tests.Names;

/// <summary>The names in questions asked of the logs.</summary>
internal static partial class Queries
{
    public static IReadOnlyCollection<string> Functions(string queries) =>
        [.. Asked().Matches(queries).SelectMany(match => Quoted().Matches(match.Value)).Select(match => match.Groups[1].Value).Distinct()];

    public static IReadOnlyCollection<string> Events(string queries) => [.. Event().Matches(queries).Select(match => match.Groups[1].Value).Distinct()];

    public static IReadOnlyCollection<string> Measures(string queries) => [.. Measure().Matches(queries).Select(match => match.Value).Distinct()];

    [GeneratedRegex(@"Name has(_any \([^)]*\)| \\?u?0?0?2?2?""?[A-Za-z]+\S*)")]
    private static partial Regex Asked();

    [GeneratedRegex(@"(?:""|\\u0022)([A-Z][A-Za-z]+)")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"EventName == (?:\\""|\\u0022)([A-Za-z]+)")]
    private static partial Regex Event();

    [GeneratedRegex(@"archive(\.[a-z]+)+")]
    private static partial Regex Measure();
}
