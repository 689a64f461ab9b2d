using Archive.Transfer;

namespace Archive.Tests.Transfer;

public sealed class LegalCaseTests
{
    public static TheoryData<int> Cases => [.. Enumerable.Range(0, LegalCase.All.Count)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_law_is_kept(int number)
    {
        var one = LegalCase.All[number];
        var (due, limit) = DueDate.Of(one.Record, true, Clocks.Policy) switch
        {
            DueDate.Falls falls => ($"{falls.Day:yyyy-MM-dd}", $"{falls.LegalLimit:yyyy-MM-dd}"),
            DueDate.Undetermined => ("unknown", null),
            _ => ("none", null),
        };
        Assert.True((one.Due, one.Limit) == (due, limit), $"{one.Says}: expected {one.Due} and {one.Limit}, not {due} and {limit}.");
    }

    [Fact]
    public void The_page_of_deadlines_holds_these_cases_and_no_others() => Assert.Equal(
        LegalCase.All.Select(one => one.Row),
        File.ReadLines(Repository.File("docs/deadlines.md")).Where(line => line.StartsWith("| ", StringComparison.Ordinal) && !line.StartsWith("| case", StringComparison.Ordinal)));

    [Fact]
    public void The_longest_case_is_the_exceptional_term_itself()
    {
        var longest = LegalCase.All.MaxBy(one => one.Until)!;
        Assert.Equal(Clocks.Day(longest.Until!), Exemption.Limit(longest.Record, Clocks.Policy));
    }
}
