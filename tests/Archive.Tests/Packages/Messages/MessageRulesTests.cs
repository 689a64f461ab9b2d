using Archive.Packages.Messages;
using Archive.Packages.Rules;

namespace Archive.Tests.Packages.Messages;

/// <summary>The message of <c>tests/samples/packages/edxml</c> keeps every rule, and each recipe breaks the one it is named after.</summary>
public sealed class MessageRulesTests
{
    public static TheoryData<string> Rules() => [.. MessageRules.All.Select(rule => rule.Id)];

    [Fact]
    public async Task The_sample_message_keeps_every_rule()
    {
        var report = await SampleMessage.Checked(SampleMessage.Text);
        Assert.Empty(report.Findings);
        Assert.Equal((Specification.Message, "000.00.05.H26,2024/03/04,123/SNV-VTLT", 3), (report.Specification, report.Name, report.Files));
        Assert.Equal(report, ReportJson.Read(ReportJson.Of(report)) with { Findings = report.Findings });
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public async Task A_message_broken_in_one_place_breaks_the_rule_named_and_none_but_what_cannot_be_helped(string rule)
    {
        var recipe = SampleMessage.Recipes.Single(recipe => recipe.Rule == rule);
        var findings = (await SampleMessage.Checked(recipe.Make())).Findings;
        Assert.Equal([.. (recipe.Also ?? []).Prepend(rule).Order(StringComparer.Ordinal)], findings.Select(finding => finding.RuleId).Distinct().Order(StringComparer.Ordinal));
        Assert.All(findings, finding => Assert.All([finding.File, finding.Where, finding.Found, finding.Expected], Assert.NotEmpty));
    }

    [Fact]
    public void Every_rule_has_its_sample_and_no_sample_is_of_no_rule() =>
        Assert.Equal(MessageRules.All.Select(rule => rule.Id), SampleMessage.Recipes.Select(recipe => recipe.Rule));

    [Fact]
    public void Every_rule_stands_on_the_page_of_rules_in_its_own_words_and_no_other_does() =>
        Assert.Equal(
            MessageRules.All.Select(rule => $"| {rule.Id} | {rule.Level.ToString().ToUpperInvariant()} | {rule.Asks} |"),
            File.ReadLines(Repository.File("docs/package-rules.md")).Where(line => line.StartsWith("| EDX", StringComparison.Ordinal) || line.StartsWith("| EDT", StringComparison.Ordinal)));

    [Fact]
    public async Task What_is_no_message_breaks_the_first_rule_when_it_is_asked_to_be_one() =>
        Assert.Equal(["EDX1"], (await PackageCheck.CheckAsync(new Bags.MemoryPackage(Bags.Bag.Of()), Specification.Message, TestContext.Current.CancellationToken)).Findings.Select(finding => finding.RuleId));
}
