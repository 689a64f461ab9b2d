using System.Globalization;
using System.Text;
using Browser.Tests.Browsing;
using Microsoft.Playwright;

namespace Browser.Tests.Journeys;

/// <summary>An officer with a folder of records, some of which are none.</summary>
[Collection(BrowserCollection.Name)]
public sealed class UploadJourney(BrowsedArchive house)
{
    private const int Sound = 47;

    private static readonly (string File, string Name, string Why)[] Faulty =
    [
        ("A-101-empty.pdf", "trang.pdf", "The file is empty. (A-101)"),
        ("A-107-program.exe", "chuong-trinh.pdf", "The file is a program or script; the archive takes none. (A-107)"),
        ("A-106-cut.docx", "dut-giua.docx", "The document cannot be opened: it is damaged or incomplete. (A-106)"),
    ];

    [Fact]
    public async Task An_officer_sends_fifty_files_and_sees_which_three_were_refused_and_why()
    {
        var agency = (await house.Archive.NewAgency()).Code;
        await house.Visits(new Guest("Hoàng Thị Mai", "officer", agency.Value), async visit =>
        {
            var page = visit.Page;
            await visit.Opens($"/desk/agencies/{agency}?lang=en");
            await page.Locator($"main a[href='/desk/agencies/{agency}/upload']").First.ClickAsync();

            // Nobody can choose before the script has come, which shows where to.
            await Assertions.Expect(page.Locator("#uploader")).ToBeVisibleAsync();
            await page.Locator("#files").SetInputFilesAsync([.. Files()]);
            await Assertions.Expect(page.Locator("#queue > li[data-state=waiting]")).ToHaveCountAsync(Sound + Faulty.Length);
            await page.GetByRole(AriaRole.Button, new() { Name = "Send" }).ClickAsync();

            // All have been sent and judged, and the page says so in one sentence.
            await Assertions.Expect(page.Locator("#queue > li[data-state=admitted]")).ToHaveCountAsync(Sound);
            await Assertions.Expect(page.Locator("#queue > li[data-state=refused]")).ToHaveCountAsync(Faulty.Length);
            await Assertions.Expect(page.Locator("#overall")).ToContainTextAsync($"{Sound} admitted, {Faulty.Length} refused, 0 skipped");
            foreach (var (_, name, why) in Faulty)
                await Assertions.Expect(page.Locator("#queue > li[data-state=refused]", new() { HasText = name })).ToContainTextAsync(why);

            // What was admitted has a record, one click away.
            await page.Locator("#file-0").GetByRole(AriaRole.Link, new() { Name = "The record" }).ClickAsync();
            await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Công văn số 1 ");

            // What came in and was refused stays in the agency's list; the empty file was never sent.
            await visit.Opens($"/desk/agencies/{agency}/uploads?status=Refused");
            foreach (var (_, name, _) in Faulty.Skip(1))
                await Assertions.Expect(page.Locator(".results")).ToContainTextAsync(name);
        });
    }

    /// <summary>Letters, and among them what is none.</summary>
    private static IEnumerable<FilePayload> Files() =>
    [
        .. Enumerable.Range(1, Sound).Select(number => new FilePayload
        {
            Name = string.Create(CultureInfo.InvariantCulture, $"cong-van-{number}.txt"),
            MimeType = "text/plain",
            Buffer = Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"Công văn số {number} về việc nộp lưu hồ sơ năm 2024 của cơ quan vào lưu trữ lịch sử thành phố.")),
        }),
        .. Faulty.Select(one => Samples.Refused(one.File, one.Name)),
    ];
}
