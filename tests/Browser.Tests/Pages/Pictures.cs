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
    private const int Largest = 120_000;
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

    [Fact(Explicit = true)]
    public async Task Requests()
    {
        var request = await house.Has(Given.AnOpenRequest);
        await house.Visits(Guest.Archivist, async visit =>
        {
            await visit.Opens($"/desk/requests/{request}?lang=en");
            await Takes(visit, "request");
        });
    }

    [Fact(Explicit = true)]
    public async Task Upload()
    {
        await house.Visits(Guest.Officer, async visit =>
        {
            var page = visit.Page;
            await visit.Opens("/desk/agencies/H26.02/upload?lang=en");
            await page.Locator("#files").SetInputFilesAsync([Letter("Công văn 301-SNV-VP.txt"), Letter("Công văn 302-SNV-VP.txt"), Samples.Refused("A-106-cut.docx", "Báo cáo quý I.docx")]);
            await page.GetByRole(AriaRole.Button, new() { Name = "Send" }).ClickAsync();
            await Assertions.Expect(page.Locator("#queue > li[data-state=admitted]")).ToHaveCountAsync(2);
            await Assertions.Expect(page.Locator("#queue > li[data-state=refused]")).ToHaveCountAsync(1);
            await page.EvaluateAsync("document.querySelector('#drop').scrollIntoView()");
            await Takes(visit, "upload");
        });
    }

    [Fact(Explicit = true)]
    public async Task Board()
    {
        await house.Has(Given.ARefusal);
        await house.Visits(Guest.Manager, async visit =>
        {
            await visit.Opens("/desk/board?lang=en");
            await Takes(visit, "board");
        });
    }

    private static FilePayload Letter(string name) => new() { Name = name, MimeType = "text/plain", Buffer = System.Text.Encoding.UTF8.GetBytes($"{name}: về việc nộp lưu hồ sơ năm 2024 của Sở Nội vụ.") };

    private static async Task Takes(Visit visit, string name)
    {
        Directory.CreateDirectory(Folder);
        await visit.Page.EvaluateAsync("document.fonts.ready");
        var picture = PalettePng.Of(await visit.Page.ScreenshotAsync(new() { Caret = ScreenshotCaret.Hide }));
        Assert.InRange(picture.Length, 1, Largest);
        await File.WriteAllBytesAsync(Path.Combine(Folder, $"{name}.png"), picture);
    }
}
