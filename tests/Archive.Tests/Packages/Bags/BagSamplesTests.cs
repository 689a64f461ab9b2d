using Archive.Packages.Bags;
using Archive.Packages.Reading;
using Archive.Packages.Rules;

namespace Archive.Tests.Packages.Bags;

/// <summary>The bags of <c>tests/samples/packages/bagit</c>: of each rule one that keeps it and one that breaks it and no other.</summary>
public sealed class BagSamplesTests
{
    private static readonly string Samples = Repository.File("tests/samples/packages/bagit");

    public static TheoryData<string> Rules() => [.. Directory.EnumerateDirectories(Samples).Select(folder => Path.GetFileName(folder)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Rules))]
    public async Task A_bag_broken_in_one_place_breaks_the_rule_named_and_no_other(string rule)
    {
        var report = await Check(rule, "break");
        Assert.Equal([rule], report.Findings.Select(finding => finding.RuleId).Distinct());
        Assert.All(report.Findings, finding => Assert.All([finding.Where, finding.Found, finding.Expected], Assert.NotEmpty));

        var broken = BagRules.All.Single(one => one.Id == rule);
        Assert.Equal(new BagAnswers(broken.Level != RuleLevel.Must || broken.IsOfChecksums, broken.Level != RuleLevel.Must), report.Bag);
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public async Task A_bag_that_keeps_the_rule_breaks_none(string rule)
    {
        var report = await Check(rule, "pass");
        Assert.Empty(report.Findings);
        Assert.Equal(new BagAnswers(true, true), report.Bag);
    }

    [Fact]
    public void Every_rule_has_its_samples_and_no_samples_are_of_no_rule() =>
        Assert.Equal(BagRules.All.Select(rule => rule.Id).Order(StringComparer.Ordinal), Directory.EnumerateDirectories(Samples).Select(Path.GetFileName).Order(StringComparer.Ordinal));

    [Fact]
    public void Every_rule_stands_on_the_page_of_rules_in_its_own_words_and_no_other_does()
    {
        var rows = File.ReadLines(Repository.File("docs/package-rules.md")).Where(line => line.StartsWith("| BAG-", StringComparison.Ordinal));
        Assert.Equal(BagRules.All.Select(rule => $"| {rule.Id} | {rule.Level.ToString().ToUpperInvariant()} | {string.Join(", ", rule.Versions.Select(version => version.Version))} | {rule.Asks} |"), rows);
    }

    [Fact]
    public void No_rule_id_is_used_twice() => Assert.Equal(BagRules.All.Count, BagRules.All.DistinctBy(rule => rule.Id).Count());

    private static async Task<PackageReport> Check(string rule, string kind)
    {
        var recipe = Path.Combine(Samples, rule, $"{kind}.recipe.json");
        IPackageSource source = File.Exists(recipe)
            ? MemoryPackage.Of(recipe)
            : Assert.IsType<PackageOpening.Opened>(PackageOpener.OpenFolder(Path.Combine(Samples, rule, kind), PackageLimits.Default)).Package;
        return await PackageCheck.CheckAsync(source, BagPlace.IsBag(source) ? null : Specification.Bag10, TestContext.Current.CancellationToken);
    }
}
