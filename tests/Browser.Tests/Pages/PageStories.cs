using Browser.Tests.Browsing;
using Microsoft.Playwright;

namespace Browser.Tests.Pages;

/// <summary>Every page, in every state of the table, in both languages, on a desk and then on the narrowest screen.</summary>
[Collection(BrowserCollection.Name)]
public sealed class PageStories(BrowsedArchive house)
{
    private const int Largest = 100_000;

    public static MatrixTheoryData<string, string> States() => new(PageStates.All.Select(state => state.Title), ["vi", "en"]);

    [Theory]
    [MemberData(nameof(States))]
    public async Task Everybody_can_use_it_at_once_and_on_any_screen(string state, string language)
    {
        var faults = new List<string>();
        await At(PageStates.Called(state), language, async visit =>
        {
            faults.AddRange(await RoundTrips(visit));
            faults.AddRange(await AxeCheck.Violations(visit.Page));
            if (!PageStates.Called(state).IsForeign)
                faults.AddRange(await Languages.Unmarked(visit.Page));
            await visit.Page.SetViewportSizeAsync(Device.Phone.Width, Device.Phone.Height); // Which is also what a desk's screen has room for at 400 %.
            faults.AddRange(await Reflow.BesideTheScreen(visit.Page));
            await Reflow.SpacesTextWidely(visit.Page);
            faults.AddRange(await Reflow.BesideTheScreen(visit.Page));
            faults.AddRange(await Reflow.CutOff(visit.Page));
        });
        Nothing.In(faults);
    }

    /// <summary>The page stands when its document is there: it is small, and whatever follows, the page can be used without.</summary>
    private static async Task<IEnumerable<string>> RoundTrips(Visit visit)
    {
        var page = visit.Log.Requests.Last(request => request.IsNavigationRequest && request.Frame == visit.Page.MainFrame);
        var size = (await (await page.ResponseAsync())!.BodyAsync()).Length;
        var scripts = await visit.Page.Locator("script:not([src]), script:not([defer]):not([type=module])").CountAsync();
        return visit.Log.Requests.SkipWhile(request => request != page).Skip(1).Where(request => !IsExtra(request)).Select(request => $"waits for {request.ResourceType} {request.Url}")
            .Concat(size > Largest ? [$"{size} bytes"] : [])
            .Concat(scripts > 0 ? [$"waits for {scripts} scripts"] : []);
    }

    /// <summary>A script that comes when the page is there, and the document the page is about.</summary>
    private static bool IsExtra(IRequest request) => request.ResourceType == "script" || request.Url.EndsWith("/content", StringComparison.Ordinal);

    private async Task At(PageState state, string language, Func<Visit, Task> then)
    {
        var archive = state.IsInEmptyArchive ? await house.Empty() : house.Archive;
        var before = state.After is { } others ? await house.Has(others) : "";
        await house.Visits(archive, state.Guest, async visit =>
        {
            Assert.Equal(state.Status, await visit.Opens(state.In(language, before)));
            if (state.Then is { } doing)
                await doing(visit.Page);
            Assert.Equal(state.IsForeign ? "en" : language, await visit.Page.Locator("html").GetAttributeAsync("lang"));
            await then(visit);
        });
    }
}
