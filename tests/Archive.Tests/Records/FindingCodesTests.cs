using System.Text.RegularExpressions;
using Archive.Records;

namespace Archive.Tests.Records;

public sealed partial class FindingCodesTests
{
    [Fact]
    public void Every_code_is_explained_on_the_findings_page_with_its_severity_and_no_other_is()
    {
        var explained = Row().Matches(File.ReadAllText(Repository.File("docs/findings.md"))).Select(row => $"{row.Groups[1]} {row.Groups[2]}");
        Assert.NotEmpty(FindingCodes.All);
        Assert.Equal(FindingCodes.All.Select(code => $"{code.Id} {code.Severity.ToString().ToLowerInvariant()}").Order(), explained.Order());
    }

    [Fact]
    public void No_code_is_used_twice() => Assert.Equal(FindingCodes.All.Count, FindingCodes.All.DistinctBy(code => code.Id).Count());

    [GeneratedRegex(@"^\| ([A-Z]-\d{3}) \| (\w+) \|", RegexOptions.Multiline)]
    private static partial Regex Row();
}
