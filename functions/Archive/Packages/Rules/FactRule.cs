namespace Archive.Packages.Rules;

/// <summary>A requirement that packages of a kind of their own are held to.</summary>
/// <typeparam name="TFacts">What one reading of such a package gives.</typeparam>
/// <param name="Id">One of this archive's (<c>docs/package-rules.md</c>).</param>
/// <param name="Level">How binding it is.</param>
/// <param name="Asks">What it asks, in plain words.</param>
/// <param name="Check">Finds every place that breaks it.</param>
internal sealed record FactRule<TFacts>(string Id, RuleLevel Level, string Asks, Func<TFacts, IEnumerable<Breach>> Check);

/// <summary>Reports of packages that such rules hold for.</summary>
internal static class FactRules
{
    private const int LongestPlace = 2000;
    private const int LongestQuote = 500;

    /// <summary>Every place that breaks a rule, in the rules' order; of one rule no more than of any other package's.</summary>
    public static IReadOnlyList<PackageFinding> Check<TFacts>(this IEnumerable<FactRule<TFacts>> rules, TFacts facts) =>
    [
        .. rules.SelectMany(rule => rule.Check(facts).Take(PackageRules.MostPlaces).Select(breach =>
            new PackageFinding(
                rule.Id, rule.Level, breach.File, Cut(breach.Where, LongestPlace), Cut(breach.Found, LongestQuote), Cut(breach.Expected, LongestQuote))
            {
                Missing = breach.Missing is { } missing ? Cut(missing, LongestQuote) : null,
            })),
    ];

    private static string Cut(string text, int letters) => text.Length <= letters ? text : text[..letters] + "…";
}
