using System.Text;
using Browser.Tests.Browsing;
using Browser.Tests.Pages;
using Microsoft.Playwright;

namespace Browser.Tests.Journeys;

/// <summary>An officer with whole folders, and with a file too large for an afternoon's line.</summary>
[Collection(BrowserCollection.Name)]
public sealed class SendingJourney(BrowsedArchive house) : IDisposable
{
    private const int Blocks = 5;
    private readonly string desk = Directory.CreateTempSubdirectory("officer").FullName;

    public void Dispose() => Directory.Delete(desk, recursive: true);

    [Fact]
    public async Task Folders_are_dropped_or_chosen_and_arrive_with_what_lies_beside_their_files()
    {
        var (dropped, chosen) = (Folder("Hồ sơ nộp lưu", "hai"), Folder("Hồ sơ bổ sung", "ba"));
        var agency = (await house.Archive.NewAgency()).Code;
        await house.Visits(new Guest("Hoàng Thị Mai", "officer", agency.Value), async visit =>
        {
            var page = visit.Page;
            await visit.Opens($"/desk/agencies/{agency}/upload?lang=en");
            await Drops(page, dropped);
            await Expects(page, "Hồ sơ nộp lưu/thông báo.txt", "described");
            await Expects(page, "Hồ sơ nộp lưu/phụ lục/bảng kê.txt", "waiting");
            await page.Locator("#folder").SetInputFilesAsync(chosen);
            await Expects(page, "Hồ sơ bổ sung/phụ lục/bảng kê.txt", "waiting");

            Nothing.In(await Languages.Unmarked(page));

            // A sidecar goes with its document, and what a system left in a folder goes nowhere.
            await Assertions.Expect(page.Locator("#queue > li")).ToHaveCountAsync(4);
            await page.GetByRole(AriaRole.Button, new() { Name = "Send" }).ClickAsync();
            await Assertions.Expect(page.Locator("#queue > li[data-state=admitted]")).ToHaveCountAsync(4);
            await Assertions.Expect(page.Locator("#overall")).ToContainTextAsync("4 admitted, 0 refused, 2 skipped");
            await Row(page, "Hồ sơ nộp lưu/thông báo.txt").GetByRole(AriaRole.Link, new() { Name = "The record" }).ClickAsync();
            await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Về việc nộp lưu đợt hai");

            await visit.Opens($"/desk/agencies/{agency}/uploads?lang=en");
            await Assertions.Expect(page.Locator(".results")).ToContainTextAsync("bảng kê.txt");
        });
    }

    [Fact]
    public async Task A_folder_that_is_a_package_is_not_sent_file_by_file()
    {
        var package = Path.Combine(desk, "gói");
        Directory.CreateDirectory(Path.Combine(package, "data"));
        await File.WriteAllTextAsync(Path.Combine(package, "METS.xml"), "<mets/>");
        await File.WriteAllTextAsync(Path.Combine(package, "data", "thông báo.txt"), "Thông báo");
        var agency = (await house.Archive.NewAgency()).Code;
        await house.Visits(new Guest("Hoàng Thị Mai", "officer", agency.Value), async visit =>
        {
            var page = visit.Page;
            await visit.Opens($"/desk/agencies/{agency}/upload?lang=en");
            await page.Locator("#folder").SetInputFilesAsync(package);
            await Expects(page, "gói/data/thông báo.txt", "packaged");
            await Expects(page, "gói/METS.xml", "packaged");
            await Assertions.Expect(page.Locator("#queue")).ToContainTextAsync("pack the whole folder as one ZIP");
            await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Send" })).ToBeDisabledAsync();
        });
    }

    [Fact]
    public async Task A_file_goes_on_where_it_stopped_after_a_pause_and_after_its_page_was_loaded_anew()
    {
        var file = Recording();
        var agency = (await house.Archive.NewAgency()).Code;
        await house.Visits(new Guest("Hoàng Thị Mai", "officer", agency.Value), async visit =>
        {
            var page = visit.Page;
            var line = new Line();
            await page.RouteAsync(address => address.Contains("comp=block&", StringComparison.Ordinal), line.Carries);
            await visit.Opens($"/desk/agencies/{agency}/upload?lang=en");

            // The third block hangs, and the officer pauses.
            var dead = line.DiesAfter(2);
            await Sends(page, file);
            await dead;
            await page.GetByRole(AriaRole.Button, new() { Name = "Pause" }).ClickAsync();
            await Assertions.Expect(Row(page, "ghi âm.wav")).ToHaveAttributeAsync("data-state", "stopped");

            // It goes on, hangs again, and the officer loads the page anew, which asks whether that is meant.
            dead = line.DiesAfter(1);
            await page.GetByRole(AriaRole.Button, new() { Name = "Send" }).ClickAsync();
            await dead;
            await Assertions.Expect(Row(page, "ghi âm.wav")).ToHaveAttributeAsync("data-state", "resuming");
            var asked = new List<string>();
            page.Dialog += async (_, dialog) =>
            {
                asked.Add(dialog.Type);
                await dialog.AcceptAsync();
            };
            await page.ReloadAsync();
            Assert.Equal(["beforeunload"], asked);
            await Assertions.Expect(page.Locator("#interrupted")).ToContainTextAsync("Interrupted earlier: ghi âm.wav");

            // The same file, chosen again: only what is missing is sent, and the archive has all of it.
            _ = line.DiesAfter(int.MaxValue);
            await Sends(page, file);
            await Assertions.Expect(Row(page, "ghi âm.wav")).ToHaveAttributeAsync("data-state", "admitted");
            Assert.Equal(Enumerable.Range(0, Blocks), line.Carried);
        });
    }

    private static async Task Sends(IPage page, string file)
    {
        await page.Locator("#files").SetInputFilesAsync(file);
        await page.GetByRole(AriaRole.Button, new() { Name = "Send" }).ClickAsync();
    }

    private static ILocator Row(IPage page, string path) => page.Locator("#queue > li").Filter(new() { Has = page.GetByRole(AriaRole.Heading, new() { Name = path, Exact = true }) });

    private static Task Expects(IPage page, string path, string state) => Assertions.Expect(Row(page, path)).ToHaveAttributeAsync("data-state", state);

    /// <summary>Drags a folder from outside the browser, as a file manager does: no script can make one.</summary>
    private static async Task Drops(IPage page, string folder)
    {
        var place = (await page.Locator("#drop").BoundingBoxAsync())!;
        var hand = await page.Context.NewCDPSessionAsync(page);
        foreach (var type in new[] { "dragEnter", "dragOver", "drop" })
        {
            await hand.SendAsync("Input.dispatchDragEvent", new()
            {
                ["type"] = type, ["x"] = place.X + (place.Width / 2), ["y"] = place.Y + (place.Height / 2), ["data"] = new { items = Array.Empty<object>(), files = new[] { folder }, dragOperationsMask = 1 },
            });
        }
    }

    private string Folder(string name, string part)
    {
        var inner = Directory.CreateDirectory(Path.Combine(desk, name, "phụ lục")).FullName;
        File.WriteAllText(Path.Combine(desk, name, "thông báo.txt"), $"Thông báo về việc nộp lưu hồ sơ đợt {part} của cơ quan vào lưu trữ lịch sử thành phố.");
        File.WriteAllText(Path.Combine(desk, name, "thông báo.txt.metadata.json"), $$"""{"mode":"01","subject":"Về việc nộp lưu đợt {{part}}"}""");
        File.WriteAllText(Path.Combine(inner, "bảng kê.txt"), $"Bảng kê tài liệu nộp lưu đợt {part}, kèm theo thông báo của cơ quan.");
        File.WriteAllText(Path.Combine(inner, "Thumbs.db"), "");
        return Path.Combine(desk, name);
    }

    /// <summary>A sound recording of somewhat more than is sent in one piece (<c>sending.mjs</c>): five blocks.</summary>
    private string Recording()
    {
        var bytes = new byte[33 << 20];
        new Random(1).NextBytes(bytes);
        Encoding.ASCII.GetBytes("RIFF").CopyTo(bytes, 0);
        BitConverter.GetBytes(bytes.Length - 8).CopyTo(bytes, 4);
        Encoding.ASCII.GetBytes("WAVEfmt ").CopyTo(bytes, 8);
        var path = Path.Combine(desk, "ghi âm.wav");
        File.WriteAllBytes(path, bytes);
        return path;
    }
}
