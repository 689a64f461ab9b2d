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

    /// <summary>How many of each level the published profiles have: of 2.1.0 those of CSIP 2.1.1, of DIP 2.0.4 those of DIP 2.0.2.</summary>
    [Theory]
    [InlineData("csip", "CSIP", "2.0.4", new[] { 90, 20, 7 })]
    [InlineData("csip", "CSIP", "2.1.0", new[] { 89, 20, 7 })]
    [InlineData("csip", "CSIP", "2.2.0", new[] { 86, 23, 7 })]
    [InlineData("sip", "SIP", "2.0.4", new[] { 15, 0, 20 })]
    [InlineData("sip", "SIP", "2.1.0", new[] { 15, 0, 20 })]
    [InlineData("sip", "SIP", "2.2.0", new[] { 18, 0, 17 })]
    [InlineData("aip", "AIPM", "2.2.0", new[] { 4, 3, 0 })]
    [InlineData("dip", "DIP", "2.0.4", new[] { 2, 1, 0 })]
    [InlineData("dip", "DIP", "2.1.0", new[] { 2, 1, 0 })]
    [InlineData("dip", "DIP", "2.2.0", new[] { 2, 1, 0 })]
    public void The_rules_of_a_version_bind_as_its_profile_does(string name, string prefix, string version, int[] levels)
    {
        var specification = Specification.Find($"{name}-{version}")!;
        var rules = PackageRules.Of(specification).Where(rule => System.Text.RegularExpressions.Regex.IsMatch(rule.Id, $"^{prefix}[0-9]+$")).ToArray();
        Assert.Equal(levels, new[] { RuleLevel.Must, RuleLevel.Should, RuleLevel.May }.Select(level => rules.Count(rule => rule.In(specification) == level)));
    }

    /// <summary>What the versions have otherwise, requirement by requirement; of all others the level is that of 2.2.0.</summary>
    [Theory]
    [InlineData("csip-2.0.4", "CSIP86", RuleLevel.Must)]
    [InlineData("csip-2.1.0", "CSIP86", null)]
    [InlineData("csip-2.0.4", "CSIP96 CSIP100 CSIP104", RuleLevel.Must)]
    [InlineData("csip-2.1.0", "CSIP96 CSIP100 CSIP104", RuleLevel.Must)]
    [InlineData("csip-2.2.0", "CSIP96 CSIP100 CSIP104", RuleLevel.Should)]
    [InlineData("sip-2.0.4", "SIP12 SIP18 SIP29", RuleLevel.May)]
    [InlineData("sip-2.1.0", "SIP12 SIP18 SIP29", RuleLevel.May)]
    [InlineData("sip-2.2.0", "SIP12 SIP18 SIP29", RuleLevel.Must)]
    [InlineData("csip-2.2.0", "CSIPSTR1 CSIPSTR4", RuleLevel.Must)]
    [InlineData("csip-2.2.0", "CSIPSTR8", RuleLevel.May)]
    [InlineData("csip-2.2.0", "CSIPSTR2 CSIPSTR5 CSIPSTR6 CSIPSTR7 CSIPSTR9 CSIPSTR10 CSIPSTR11 CSIPSTR12 CSIPSTR13 CSIPSTR15 CSIPSTR16", RuleLevel.Should)]
    public void What_differs_between_versions_is_bound_as_each_has_it(string code, string rules, RuleLevel? level)
    {
        var specification = Specification.Find(code)!;
        Assert.All(rules.Split(' '), id => Assert.Equal(level, PackageRules.Of(specification).SingleOrDefault(rule => rule.Id == id)?.In(specification)));
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
