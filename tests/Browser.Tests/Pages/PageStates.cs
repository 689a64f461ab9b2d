using Browser.Tests.Browsing;
using Microsoft.Playwright;

namespace Browser.Tests.Pages;

/// <summary>Every page in every state that is met by asking for it, or by filling in one form; longer ways are in the journeys.</summary>
internal static partial class PageStates
{
    public static readonly IReadOnlyList<PageState> All = [.. ReadingRoom(), .. Searches(), .. Audit(), .. Desks()];

    /// <summary>Functions that answer a browser with a file or send it on, and show a page only where something is wrong.</summary>
    public static readonly IReadOnlyList<string> WithoutAPage = ["ExportList", "SignedIn", "ExportAudit"];

    public static PageState Called(string title) => All.Single(state => state.Title == title);

    private static async Task OpensEverything(IPage page)
    {
        foreach (var summary in await page.Locator("details:not([open]) > summary").AllAsync())
            await summary.ClickAsync();
    }
}
