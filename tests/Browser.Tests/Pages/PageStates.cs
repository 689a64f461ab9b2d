using Microsoft.Playwright;

namespace Browser.Tests.Pages;

/// <summary>Every page in every state that is met by asking for it, by filling in one form, or after others have done their part (<see cref="Given"/>); longer ways are in the journeys.</summary>
internal static partial class PageStates
{
    public static readonly IReadOnlyList<PageState> All = [.. ReadingRoom(), .. Searches(), .. Requests(), .. Deliveries(), .. Audit(), .. Desks(), .. AgencyDesk(), .. ArchivistsDesk(), .. Board()];

    /// <summary>Functions that answer a browser with a file or send it on, and show a page only where something is wrong.</summary>
    public static readonly IReadOnlyList<string> WithoutAPage = ["ExportList", "SignedIn", "GetDeliveryContent", "ExportAudit", "ExportBoard"];

    /// <summary>Functions that answer a page's scripts.</summary>
    public static readonly IReadOnlyList<string> Scripts = ["GetDigestScript", "GetDeskScript"];

    public static PageState Called(string title) => All.Single(state => state.Title == title);

    private static async Task OpensEverything(IPage page)
    {
        foreach (var summary in await page.Locator("details:not([open]) > summary").AllAsync())
            await summary.ClickAsync();
    }
}
