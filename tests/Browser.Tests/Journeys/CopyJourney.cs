using System.Text.RegularExpressions;
using Browser.Tests.Browsing;
using Microsoft.Playwright;

namespace Browser.Tests.Journeys;

/// <summary>A copy, from the words somebody remembers to the proof that the archive gave it.</summary>
[Collection(BrowserCollection.Name)]
public sealed class CopyJourney(BrowsedArchive house)
{
    private static readonly Guest Researcher = new("Đỗ Minh Châu", "reader", null);

    [Fact]
    public async Task A_reader_finds_a_record_asks_for_an_authenticated_copy_gets_it_and_anybody_can_check_it()
    {
        await house.Visits(Researcher, async reader =>
        {
            // Words without accents find the record; on its page a copy is asked for.
            var page = reader.Page;
            await reader.Opens("/reading-room?lang=en");
            await page.GetByRole(AriaRole.Searchbox).FillAsync("ke hoach 118");
            await page.Locator(".box button").ClickAsync();
            await page.Locator($".results a[href='{Samples.Page("H26/2022/ke-hoach-118-kh-ubnd.pdf")}']").ClickAsync();
            var title = await page.GetByRole(AriaRole.Heading, new() { Level = 1 }).InnerTextAsync();
            Assert.StartsWith("Thu thập tài liệu lưu trữ điện tử", title, StringComparison.Ordinal);

            // With the keyboard: a browser that is putting its PDF viewer into the page loses clicks beside it, one in ten on a busy machine.
            await page.GetByRole(AriaRole.Link, new() { Name = "Ask for a copy" }).PressAsync("Enter");

            var request = await Asks(page);
            await house.Visits(Guest.Archivist, archivist => Approves(archivist, request));

            // When it has been made, the request leads to it.
            await Comes(page, page.GetByRole(AriaRole.Heading, new() { Name = "Open what was delivered" }));
            await page.GetByRole(AriaRole.Region, new() { Name = "Open what was delivered" }).GetByRole(AriaRole.Link, new() { Name = title }).ClickAsync();
            await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(title);
            var copy = await Downloads(page);
            Assert.StartsWith("%PDF-", System.Text.Encoding.Latin1.GetString(copy, 0, 5), StringComparison.Ordinal);
            var code = await page.Locator("dt:text-is('Verification code') + dd code").InnerTextAsync();

            await house.Visits(Guest.Nobody, anybody => Verifies(anybody, code, title, copy));
        });
    }

    /// <summary>Registers, which comes back to the form, and sends it; returns the request's name.</summary>
    private static async Task<string> Asks(IPage page)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "Register", Exact = true }).ClickAsync();
        await page.Locator("[name=fullName]").FillAsync("Đỗ Minh Châu");
        await page.Locator("[name=personalId]").FillAsync("001190054321");
        await page.Locator("[name=email]").FillAsync("chau@example.vn");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save account" }).ClickAsync();

        await page.Locator("[name=product][value=authenticatedCopy]").CheckAsync();
        await page.Locator("[name=copies]").FillAsync("1");
        await page.Locator("[name=purpose]").SelectOptionAsync("01");
        await page.Locator("[name=purposeContent]").FillAsync("Luận văn về cải cách hành chính của Hà Nội");
        await page.GetByRole(AriaRole.Button, new() { Name = "Send request" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync("Your request was received.");
        return await page.Locator("p.meta code").InnerTextAsync();
    }

    private static async Task Approves(Visit archivist, string request)
    {
        var page = archivist.Page;
        await archivist.Opens("/desk/requests?lang=en");
        await page.Locator($"main a[href='/desk/requests/{request}']").ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("Đỗ Minh Châu");
        await page.GetByRole(AriaRole.Radio, new() { Name = "Approve" }).CheckAsync();
        await page.Locator("[name=reasons]").FillAsync("Tài liệu công khai, mục đích rõ ràng");
        await page.GetByRole(AriaRole.Button, new() { Name = "Record the decision" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync("Noted.");
    }

    /// <summary>Looks at the page again until something is there: it is made in the background.</summary>
    private static async Task Comes(IPage page, ILocator thing) => await ArchiveFunctions.Tests.Stories.Eventually.Holds(
        async () =>
        {
            await page.ReloadAsync();
            return await thing.IsVisibleAsync();
        },
        $"{thing} at {page.Url}");

    private static async Task<byte[]> Downloads(IPage page)
    {
        // Beside a PDF viewer once more.
        var download = await page.RunAndWaitForDownloadAsync(() => page.Locator("main a[download]").PressAsync("Enter"));
        return await File.ReadAllBytesAsync(await download.PathAsync());
    }

    /// <summary>Types the code, sees what was issued, and has the browser compare the file in hand with it; then with a page changed.</summary>
    private static async Task Verifies(Visit anybody, string code, string title, byte[] copy)
    {
        var page = anybody.Page;
        await anybody.Opens("/reading-room/verify?lang=en");
        await page.GetByLabel("Verification code").FillAsync(code.ToLowerInvariant());
        await page.GetByRole(AriaRole.Button, new() { Name = "Check" }).ClickAsync();
        await Assertions.Expect(page.Locator("#answer")).ToHaveTextAsync(new Regex("The archive issued this copy; it may be used until"));
        await Assertions.Expect(page.Locator("dt:text-is('Title') + dd")).ToHaveTextAsync(title);

        var compared = page.Locator("#digest p[role=status]");
        await page.Locator("#file").SetInputFilesAsync(new FilePayload { Name = "copy.pdf", MimeType = "application/pdf", Buffer = copy });
        await Assertions.Expect(compared).ToHaveTextAsync((await page.Locator("#digest").GetAttributeAsync("data-same"))!);
        await page.Locator("#file").SetInputFilesAsync(new FilePayload { Name = "copy.pdf", MimeType = "application/pdf", Buffer = [.. copy, (byte)' '] });
        await Assertions.Expect(compared).ToHaveTextAsync((await page.Locator("#digest").GetAttributeAsync("data-other"))!);
    }
}
