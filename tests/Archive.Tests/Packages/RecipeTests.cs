using Archive.Packages;
using Archive.Packages.Rules;

namespace Archive.Tests.Packages;

/// <summary>The sample packages keep every rule, and each recipe breaks the one it is named after.</summary>
public sealed class RecipeTests
{
    public static TheoryData<string> Bases() => [.. Directory.GetDirectories(Repository.File("tests/samples/packages/eark/base")).Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal)];

    public static TheoryData<int, string> Recipes()
    {
        var data = new TheoryData<int, string>();
        foreach (var (at, recipe) in Recipe.All.Index())
            data.Add(at, recipe.Rule);
        return data;
    }

    [Theory]
    [MemberData(nameof(Bases))]
    public async Task A_sample_package_keeps_every_rule_of_its_own_specification(string name)
    {
        var report = await PackageCheck.CheckAsync(SamplePackages.Base(name), null, TestContext.Current.CancellationToken);
        Assert.StartsWith(name.Split("-no-")[0].Replace("-dossier", "", StringComparison.Ordinal).Replace("-batch", "", StringComparison.Ordinal).Replace("sip-nested", "sip-2.0.4", StringComparison.Ordinal), report.Specification!.Code, StringComparison.Ordinal);
        // Its content lies in the package without a METS file of its own, which CSIP would rather see.
        Assert.Equal(name is "csip-no-representation" or "sip-nested" ? ["CSIPSTR12"] : [], report.Findings.Select(finding => $"{finding.RuleId}").Distinct());
    }

    [Theory]
    [MemberData(nameof(Recipes))]
    public async Task A_package_made_to_break_a_rule_breaks_it_and_none_but_what_cannot_be_helped(int at, string rule)
    {
        var recipe = Recipe.All[at];
        var findings = await recipe.Make().Check(recipe.Asked);
        var broken = findings.Select(finding => finding.RuleId).Distinct().Order(StringComparer.Ordinal).ToArray();
        string[] expected = [rule, .. recipe.Also ?? []];
        Assert.True(
            expected.Distinct().Order(StringComparer.Ordinal).SequenceEqual(broken),
            $"expected {string.Join(' ', expected)}, found {string.Join('\n', findings.Select(finding => finding.ToString()))}");
        if (recipe.Level is not null)
            Assert.Equal(recipe.Level, findings.First(finding => finding.RuleId == rule).Level.ToString());
    }

    /// <summary>What the specifications allow though no sample has it.</summary>
    [Theory]
    [InlineData("/m:mets/@TYPE", "textual works – DIGITAL")]
    [InlineData("/m:mets/@c:CONTENTINFORMATIONTYPE", "citssiard_v1_0")]
    [InlineData("replace", "TYPE=\"Mixed\" -> TYPE=\"Other\" csip:OTHERTYPE=\"Hồ sơ giấy\"")]
    [InlineData("replace", "csip:CONTENTINFORMATIONTYPE=\"MIXED\"> -> csip:CONTENTINFORMATIONTYPE=\"OTHER\" csip:OTHERCONTENTINFORMATIONTYPE=\"Hồ sơ giấy\">")]
    [InlineData("replace", "<amdSec> -> <amdSec><techMD ID=\"old\" STATUS=\"SUPERSEDED\"><mdWrap MDTYPE=\"TEXTMD\"><xmlData><a xmlns=\"\"/></xmlData></mdWrap></techMD>")]
    public async Task What_may_be_breaks_nothing(string place, string value) =>
        Assert.Empty(await new Recipe("", "sip", [[PackageNames.Mets, place, value]]).Make().Check(null));

    [Fact]
    public void Every_rule_has_a_package_that_breaks_it_and_no_package_is_of_no_rule() =>
        Assert.Equal(PackageRules.All.Select(rule => rule.Id).Order(StringComparer.Ordinal), BrokenPackages.Rules.Concat(Recipe.All.Select(recipe => recipe.Rule)).Distinct().Order(StringComparer.Ordinal));
}
