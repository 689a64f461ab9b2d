using Archive.Packages.Rules;

namespace Archive.Tests.Packages;

/// <summary>The page of rules says what the code does. <c>ARCHIVE_GOLDEN=write</c> writes its table anew.</summary>
public sealed class RulePageTests
{
    private const string Heading = "| rule | level | holds for | asks |";

    /// <summary>Bags and other packages without METS have tables of their own.</summary>
    private static IEnumerable<Specification> Specifications => Specification.All.Where(one => PackageRules.Of(one).Count > 0);

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

    /// <summary>The published requirements of 2.2.0, counted as the profiles have them; the folder requirements stand in CSIP's text.</summary>
    [Fact]
    public void Every_requirement_of_the_E_ARK_specifications_is_a_rule_or_stands_among_those_no_rule_checks()
    {
        int[] retired = [86, 87, 115];
        string[] csip = [.. Numbered("CSIP", 119).Where(id => !retired.Contains(int.Parse(id[4..], System.Globalization.CultureInfo.InvariantCulture))), "REF_METS_1", "REF_METS_2"];
        string[] sip = [.. Numbered("SIP", 35), "REF_CSIP_1", "REF_CSIP_2", "REF_CSIP_3", "REF_METS_1", "REF_METS_2"];
        string[] dip = [.. Numbered("DIP", 4), "REF_CSIP_1", "REF_CSIP_2", "REF_CSIP_3", "REF_METS_1", "REF_METS_2"];
        string[] aip = [.. Numbered("AIPM", 7)];
        Assert.Equal([118, 40, 9, 7], new[] { csip.Length, sip.Length, dip.Length, aip.Length });

        var unseen = File.ReadLines(Repository.File("docs/package-rules.md")).SkipWhile(line => line != "## Requirements no rule checks").Skip(4)
            .TakeWhile(line => line.StartsWith('|')).SelectMany(line => line.Split('|')[1].Split(',', StringSplitOptions.TrimEntries)).ToHashSet();
        Assert.All([("csip", csip), ("csip", [.. Numbered("CSIPSTR", 16)]), ("sip", sip), ("aip", aip), ("dip", dip)], asked =>
        {
            var (name, ids) = asked;
            var rules = PackageRules.Of(Specification.Find($"{name}-2.2.0")!).Select(rule => rule.Id).ToHashSet();
            Assert.Empty(ids.Except(rules).Except(unseen));
            Assert.Empty(ids.Intersect(rules).Intersect(unseen));
        });
    }

    /// <summary>How many of each level 2.2.0 has: what was read off the published profiles.</summary>
    [Fact]
    public void The_rules_of_2_2_0_bind_as_the_profiles_do()
    {
        int[] Levels(string name, string prefix)
        {
            var specification = Specification.Find($"{name}-2.2.0")!;
            var rules = PackageRules.Of(specification).Where(rule => System.Text.RegularExpressions.Regex.IsMatch(rule.Id, $"^{prefix}[0-9]+$")).ToArray();
            return [.. new[] { RuleLevel.Must, RuleLevel.Should, RuleLevel.May }.Select(level => rules.Count(rule => rule.In(specification) == level))];
        }

        Assert.Equal([86, 23, 7], Levels("csip", "CSIP"));
        Assert.Equal([18, 0, 17], Levels("sip", "SIP"));
        Assert.Equal([4, 3, 0], Levels("aip", "AIPM"));
        Assert.Equal([2, 1, 0], Levels("dip", "DIP"));
    }

    private static IEnumerable<string> Numbered(string prefix, int last) => Enumerable.Range(1, last).Select(number => $"{prefix}{number}");

    private static string Level(PackageRule rule) =>
        $"{rule.Level.ToString().ToUpperInvariant()}{(rule.Until is not { } until ? "" : until.Version == Specification.EarkVersions[^1] ? $" (of E-ARK {until.Level.ToString().ToUpperInvariant()})" : $" ({until.Level.ToString().ToUpperInvariant()} until {until.Version})")}";

    /// <summary>The specifications, with the versions where not all of them have the rule.</summary>
    private static string HoldsFor(PackageRule rule)
    {
        if (rule == PackageRules.Untold)
            return "all";
        var names = Specifications.GroupBy(one => one.Name).Select(versions =>
        {
            var having = versions.Where(one => PackageRules.Of(one).Any(other => other.Id == rule.Id)).Select(one => one.Version).ToArray();
            return having.Length == 0 ? null : having.Length == versions.Count() ? versions.Key : $"{versions.Key} {string.Join(' ', having)}";
        }).OfType<string>().ToArray();
        return names.Length == Specifications.DistinctBy(one => one.Name).Count() ? "all" : string.Join(", ", names);
    }
}
