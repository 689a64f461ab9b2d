using Browser.Tests.Browsing;
using EmbeddedHost.Hosting;
using Microsoft.Playwright;

namespace Browser.Tests.Pages;

/// <summary>
/// The pictures of the README, taken anew with <c>dotnet run --project tests/Browser.Tests -- -explicit only</c>. No test, and so only on request.
/// </summary>
[Collection(BrowserCollection.Name)]
public sealed class Pictures(BrowsedArchive house)
{
    private static readonly string Folder = Path.Combine(RepositoryRoot.Find()!, "docs", "pictures");

    [Fact(Explicit = true)]
    public Task Search() => house.Visits(Guest.Nobody, async visit =>
    {
        await visit.Opens("/reading-room?lang=vi&q=ke+hoach");
        await Takes(visit, "search");
    });

    [Fact(Explicit = true)]
    public Task Record() => house.Visits(Guest.Archivist, async visit =>
    {
        await visit.Opens($"{Samples.Page("H26.02/1998/cong-van-412-tcdc.txt")}?lang=vi");
        await Takes(visit, "record");
    });

    [Fact(Explicit = true)]
    public Task Phone() => house.Visits(
        Guest.Nobody,
        async visit =>
        {
            await visit.Opens("/reading-room?lang=en&q=quyet+dinh");
            await Takes(visit, "phone");
        },
        Device.Phone with { Scale = 2 });

    private static async Task Takes(Visit visit, string name)
    {
        Directory.CreateDirectory(Folder);
        await visit.Page.EvaluateAsync("document.fonts.ready");
        await visit.Page.ScreenshotAsync(new() { Path = Path.Combine(Folder, $"{name}.png"), Caret = ScreenshotCaret.Hide });
    }
}
