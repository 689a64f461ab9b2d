using Browser.Tests.Browsing;
using Microsoft.Playwright;

namespace Browser.Tests.Pages;

/// <summary>Every page in every state that is met by asking for it, or by filling in one form; longer ways are in the journeys.</summary>
internal static partial class PageStates
{
    public static readonly IReadOnlyList<PageState> All = [.. ReadingRoom(), .. Searches(), .. Audit()];

    public static PageState Called(string title) => All.Single(state => state.Title == title);

    /// <summary>What a page that is not for everybody says to those it is not for.</summary>
    private static IEnumerable<PageState> Refused(string function, string address, Guest other) =>
    [
        new(function, "to be signed in for", Guest.Nobody, address, 401),
        new(function, "not allowed", other, address, 403),
    ];

    private static async Task OpensEverything(IPage page)
    {
        foreach (var summary in await page.Locator("details:not([open]) > summary").AllAsync())
            await summary.ClickAsync();
    }
}
