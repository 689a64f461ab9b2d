using Archive.Packages.Rules;

namespace Archive.Tests.Packages;

/// <summary>The page of rules says what the code does. <c>ARCHIVE_GOLDEN=write</c> writes its table anew.</summary>
public sealed class RulePageTests
{
    private const string Heading = "| rule | level | holds for | asks |";

    /// <summary>Bags have a table of their own.</summary>
    private static IEnumerable<Specification> Specifications => Specification.All.Where(one => !one.IsBag);

    [Fact]
    public void Every_rule_stands_on_the_page_of_rules_in_its_own_words_and_no_other_does()
    {
        var page = Repository.File("docs/package-rules.md");
        var lines = File.ReadAllLines(page);
        var from = Array.IndexOf(lines, Heading) + 2;
        var rows = PackageRules.All.Select(rule => $"| {rule.Id} | {Level(rule)} | {HoldsFor(rule)} | {rule.Asks} |").ToArray();
        if (Environment.GetEnvironmentVariable("ARCHIVE_GOLDEN") == "write")
            File.WriteAllLines(page, [.. lines[..from], .. rows, .. lines[from..].SkipWhile(line => line.StartsWith('|'))]);
        Assert.Equal(rows, File.ReadLines(page).Skip(from).TakeWhile(line => line.StartsWith('|')));
    }

    private static string Level(PackageRule rule) =>
        $"{rule.Level.ToString().ToUpperInvariant()}{(rule.Until is { } until ? $" ({until.Level.ToString().ToUpperInvariant()} until {until.Version})" : "")}";

    /// <summary>The specifications, with the versions where not all of them have the rule.</summary>
    private static string HoldsFor(PackageRule rule)
    {
        if (rule == PackageRules.Untold)
            return "all";
        var names = Specifications.GroupBy(one => one.Name).Select(versions =>
        {
            var having = versions.Where(one => PackageRules.Of(one).Contains(rule)).Select(one => one.Version).ToArray();
            return having.Length == 0 ? null : having.Length == versions.Count() ? versions.Key : $"{versions.Key} {string.Join(' ', having)}";
        }).OfType<string>().ToArray();
        return names.Length == Specifications.DistinctBy(one => one.Name).Count() ? "all" : string.Join(", ", names);
    }
}
