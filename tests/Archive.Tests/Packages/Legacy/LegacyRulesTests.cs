using Archive.Packages.Legacy;
using Archive.Packages.Rules;

namespace Archive.Tests.Packages.Legacy;

/// <summary>The package of <c>tests/samples/packages/tt02</c> keeps every rule, and each recipe breaks the one it is named after.</summary>
public sealed class LegacyRulesTests
{
    public static TheoryData<string> Rules() => [.. LegacyRules.All.Select(rule => rule.Id)];

    [Fact]
    public async Task The_sample_package_keeps_every_rule()
    {
        var report = await LegacySample.Files().Checked();
        Assert.Empty(report.Findings);
        Assert.Equal((Specification.Legacy, "tt02-2019", "ho-so-05", 5), (report.Specification, report.Specification!.Code, report.Name, report.Files));
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public async Task A_package_broken_in_one_place_breaks_the_rule_named_and_none_but_what_cannot_be_helped(string rule)
    {
        var recipe = LegacySample.Recipes.Single(recipe => recipe.Rule == rule);
        var findings = (await recipe.Make().Checked()).Findings;
        Assert.Equal([.. (recipe.Also ?? []).Prepend(rule).Order(StringComparer.Ordinal)], findings.Select(finding => finding.RuleId).Distinct().Order(StringComparer.Ordinal));
        Assert.All(findings, finding => Assert.All([finding.File, finding.Where, finding.Found, finding.Expected], Assert.NotEmpty));
    }

    [Fact]
    public void Every_rule_has_its_sample_and_no_sample_is_of_no_rule() => Assert.Equal(LegacyRules.All.Select(rule => rule.Id), LegacySample.Recipes.Select(recipe => recipe.Rule));

    [Fact]
    public void Every_rule_stands_on_the_page_of_rules_in_its_own_words_and_no_other_does() =>
        Assert.Equal(
            LegacyRules.All.Select(rule => $"| {rule.Id} | {rule.Level.ToString().ToUpperInvariant()} | {rule.Asks} |"),
            File.ReadLines(Repository.File("docs/package-rules.md")).Where(line => line.StartsWith("| TTL", StringComparison.Ordinal)));

    [Fact]
    public async Task What_has_no_such_metadata_lacks_its_dossier_when_it_is_asked_to_be_one() =>
        Assert.Equal(["TTL2", "TTL20"], (await new Dictionary<string, string> { ["a.bin"] = "x" }.Checked(Specification.Legacy)).Findings.Select(finding => finding.RuleId));
}
