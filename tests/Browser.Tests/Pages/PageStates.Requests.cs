using Browser.Tests.Browsing;
using Microsoft.Playwright;

namespace Browser.Tests.Pages;

internal static partial class PageStates
{
    private const string NoSuch = "r00000000000000000000000000";
    private static string Asked => $"/reading-room/ask?record={Samples.Id("H26/2022/ke-hoach-118-kh-ubnd.pdf")}&product=authenticatedCopy";

    private static IEnumerable<PageState> Requests() =>
    [
        new("ShowAccount", "none yet", Guest.Officer, "/reading-room/account"),
        new("ShowAccount", "not allowed", Guest.Manager, "/reading-room/account", 403),
        new("ShowAccount", "a form with faults", Guest.Officer, "/reading-room/account") { Then = page => SavesAccount(page, "x") },
        new("ShowAsk", "without an account", Guest.Officer, Asked),
        new("ShowAsk", "a form to fill in", Guest.Reader, AccountFirst) { Then = page => SavesAccount(page, "001090012345") },
        new("ShowAsk", "a form with faults", Guest.Reader, AccountFirst) { Then = page => SendsRequest(page, "x") },
        new("ShowRequest", "just sent", Guest.Reader, AccountFirst) { Then = page => SendsRequest(page, "1") },
        new("ShowRequest", "none", Guest.Officer, $"/reading-room/requests/{NoSuch}", 404),
        new("ShowRequest", "delivered", Guest.Reader, "/reading-room/requests/{0}") { After = Given.ADeliveredCopy },
        new("ShowRequest", "declined", Guest.Reader, "/reading-room/requests/{0}") { After = Given.ADeclinedRequest },
        new("ShowRequests", "none", Guest.Officer, "/reading-room/requests"),
        new("ShowRequests", "what was sent", Guest.Reader, AccountFirst) { Then = GoesToRequests },
        new("ShowRequestQueue", "not allowed", Guest.Officer, "/desk/requests", 403),
        new("ShowRequestQueue", "nothing waits", Guest.Archivist, "/desk/requests") { IsInEmptyArchive = true },
        new("ShowRequestQueue", "what waits", Guest.Archivist, "/desk/requests") { After = Given.AnOpenRequest },
        new("ShowRequestQueue", "a continuation that means nothing", Guest.Archivist, "/desk/requests?continuation=abc", 400),
        new("ShowRequestCase", "to be decided", Guest.Archivist, "/desk/requests/{0}") { After = Given.AnOpenRequest },
        new("ShowRequestCase", "declined", Guest.Archivist, "/desk/requests/{0}") { After = Given.ADeclinedRequest },
        new("ShowRequestCase", "delivered", Guest.Archivist, "/desk/requests/{0}") { After = Given.ADeliveredCopy },
        new("ShowRequestCase", "none", Guest.Archivist, $"/desk/requests/{NoSuch}", 404),
    ];

    private static IEnumerable<PageState> Deliveries() =>
    [
        new("ShowVerification", "before anything is typed", Guest.Nobody, "/reading-room/verify"),
        new("ShowVerification", "no code", Guest.Nobody, "/reading-room/verify?code=abc", 400),
        new("ShowVerification", "a copy the archive gave", Guest.Nobody, "/reading-room/verify?code={0}") { After = async archive => (await Given.DeliveryOf(archive, await Given.ADeliveredCopy(archive))).Code! },
        new("ShowIssuedCopies", "none", Guest.Archivist, "/desk/deliveries") { IsInEmptyArchive = true },
        new("ShowIssuedCopies", "a copy", Guest.Archivist, "/desk/deliveries") { After = Given.ADeliveredCopy },
        new("ShowIssuedCopies", "not allowed", Guest.Manager, "/desk/deliveries", 403),
        new("ShowDelivery", "to be taken along", Guest.Reader, "/reading-room/deliveries/{0}") { After = async archive => (await Given.DeliveryOf(archive, await Given.ADeliveredCopy(archive))).Id },
        new("ShowDelivery", "to be read here", Guest.Reader, "/reading-room/deliveries/{0}") { After = async archive => (await Given.DeliveryOf(archive, await Given.ADeliveredReadingCopy(archive))).Id },
        new("ShowDelivery", "none", Guest.Reader, $"/reading-room/deliveries/{NoSuch}", 404),
        new("GetDeliveryContent", "none", Guest.Reader, $"/reading-room/deliveries/{NoSuch}/content", 404),
    ];

    private static string AccountFirst => $"/reading-room/account?to={Uri.EscapeDataString(Asked)}";

    private static async Task SavesAccount(IPage page, string personalId)
    {
        await page.Locator("[name=fullName]").FillAsync("Trần Minh Đức");
        await page.Locator("[name=personalId]").FillAsync(personalId);
        await page.Locator("[name=email]").FillAsync("duc@example.vn");
        await page.Locator("form[action='/reading-room/account'] button").ClickAsync();
        await page.Locator(personalId.Length > 1 ? "form[action='/reading-room/requests']" : "[role=alert]").WaitForAsync();
    }

    private static async Task SendsRequest(IPage page, string copies)
    {
        await SavesAccount(page, "001090012345");
        await page.Locator("[name=product][value=authenticatedCopy]").CheckAsync();
        await page.Locator("[name=copies]").FillAsync(copies);
        await page.Locator("[name=purpose]").SelectOptionAsync("01");
        await page.Locator("[name=purposeContent]").FillAsync("Nghiên cứu lịch sử Hà Nội");
        await page.Locator("form[action='/reading-room/requests'] button").ClickAsync();
        await page.Locator(copies == "1" ? "form[action$='/withdrawal']" : "[role=alert]").WaitForAsync();
    }

    private static async Task GoesToRequests(IPage page)
    {
        await SendsRequest(page, "1");
        await page.Locator("main a[href='/reading-room/requests']").ClickAsync();
        await page.WaitForURLAsync("**/reading-room/requests");
    }
}
