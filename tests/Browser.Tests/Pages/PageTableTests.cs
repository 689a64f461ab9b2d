using ArchiveFunctions.Tests.ReadingRoom;

namespace Browser.Tests.Pages;

public sealed class PageTableTests
{
    [Fact]
    public void Every_function_that_answers_a_browser_stands_in_the_table_of_pages_and_no_other_does()
    {
        var pages = HttpFunction.All
            .Where(function => function.Methods.Contains("GET") && (function.Route.StartsWith("reading-room", StringComparison.Ordinal) || function.Route.StartsWith("desk", StringComparison.Ordinal)))
            .Select(function => function.Name)
            .Except(PageStates.Scripts);
        Assert.Equal(pages.Order(), PageStates.All.Select(state => state.Function).Distinct().Order());
    }

    [Fact]
    public void Every_state_is_told_from_the_others() => Assert.Equal(PageStates.All.Count, PageStates.All.Select(state => state.Title).Distinct().Count());

    [Fact]
    public void Every_page_is_seen_showing_something_and_not_problems_alone() => Assert.Equal(
        PageStates.All.Select(state => state.Function).Distinct().Except(PageStates.WithoutAPage).Order(),
        PageStates.All.Where(state => state.Status == 200).Select(state => state.Function).Distinct().Order());
}
