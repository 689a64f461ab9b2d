using Archive.ReadingRoom;
using ArchiveFunctions.Tests.ReadingRoom;
using ArchiveFunctions.Tests.Samples;

namespace ArchiveFunctions.Tests.Documentation;

public sealed class RolesPageTests
{
    [Fact]
    public void The_page_shows_the_table_of_permissions_row_by_row()
    {
        var page = File.ReadLines(Path.Combine(SampleRecords.RepositoryRoot, "docs", "roles.md")).Where(line => line.StartsWith("| `", StringComparison.Ordinal));
        Assert.Equal(Permissions.All.Select(Line), page);
    }

    private static string Line(Permission row)
    {
        var function = HttpFunction.All.Single(one => one.Name == row.Act);
        var cells = Enum.GetValues<Person>().Select(person => PermissionStories.May(row, person) ? "yes" : "–");
        return $"| `{row.Act}` | {string.Join(", ", function.Methods)} `{function.Route}` | {string.Join(" | ", cells)} |";
    }
}
