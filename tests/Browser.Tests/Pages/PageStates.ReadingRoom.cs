using Browser.Tests.Browsing;
using Microsoft.Playwright;

namespace Browser.Tests.Pages;

internal static partial class PageStates
{
    private const string NoSuchRecord = "/reading-room/records/r00000000000000000000000000";

    private static IEnumerable<PageState> ReadingRoom() =>
    [
        new("ShowSearch", "everything", Guest.Nobody, "/reading-room"),
        new("ShowSearch", "an archive without records", Guest.Nobody, "/reading-room") { IsInEmptyArchive = true },
        new("ShowSearch", "results with snippets", Guest.Nobody, "/reading-room?q=ke+hoach"),
        new("ShowSearch", "filters, counts and the rest opened", Guest.Archivist, "/reading-room?q=cong+van&type=Công+văn&agency=H26.02") { Then = OpensEverything },
        new("ShowSearch", "in the middle of a list", Guest.Archivist, "/reading-room?size=5") { Then = page => page.Locator("a[rel=next]").ClickAsync() },
        new("ShowSearch", "a long list", Guest.Administrator, "/reading-room?size=100"),
        new("ShowSearch", "nothing found", Guest.Reader, "/reading-room?q=xyzzyx&custody=historical"),
        new("ShowSearch", "a parameter that means nothing", Guest.Nobody, "/reading-room?year=abc", 400),
        new("ShowSearch", "a continuation that means nothing", Guest.Officer, "/reading-room?continuation=abc", 400),
        new("ShowBrowse", "counts", Guest.Nobody, "/reading-room/browse"),
        new("ShowBrowse", "counts", Guest.Manager, "/reading-room/browse"),
        new("ShowBrowse", "an archive without records", Guest.Nobody, "/reading-room/browse") { IsInEmptyArchive = true },
        new("ShowRecord", "a public record", Guest.Nobody, Samples.Page("H26/2022/ke-hoach-118-kh-ubnd.pdf")),
        new("ShowRecord", "a text", Guest.Archivist, Samples.Page("H26.02/1998/cong-van-412-tcdc.txt")),
        new("ShowRecord", "signed", Guest.Archivist, Samples.Page("H26/2024/bao-cao-215-bc-ubnd.pdf")),
        new("ShowRecord", "changed after it was signed", Guest.Archivist, Samples.Page("H26.40/2025/nghi-quyet-05-nq-hdnd.pdf")),
        new("ShowRecord", "to be downloaded", Guest.Officer, Samples.Page("H26.02/2025/danh-muc-ho-so-nop-luu-2025.xlsx")),
        new("ShowRecord", "in several dossiers", Guest.Officer, "/reading-room/records/{0}") { After = Given.ARecordOfTwoDossiers },
        new("ShowRecord", "none", Guest.Nobody, NoSuchRecord, 404),
        new("ShowRecord", "none", Guest.Reader, NoSuchRecord, 404),
        new("ShowRecord", "a token that is none", Guest.Nobody, Samples.Page("H26/2022/ke-hoach-118-kh-ubnd.pdf")) { Then = ComesWithABadToken },
        new("OpenDossier", "documents in order", Guest.Officer, "/reading-room/dossiers/H26.02?code=H26.02.2023.01.TCNS") { After = Given.ATakenApartPackage },
        new("OpenDossier", "none", Guest.Nobody, "/reading-room/dossiers/H26.02?code=none", 404),
        new("OpenDossier", "no code", Guest.Nobody, "/reading-room/dossiers/H26.02", 400),
        new("ExportList", "a format that means nothing", Guest.Nobody, "/reading-room/export?format=xml", 400),
        new("SignedIn", "back from the issuer without an errand", Guest.Nobody, "/reading-room/signed-in?code=x&state=y", 400),
        new("SignIn", "the issuer's page", Guest.Nobody, "/reading-room/sign-in?to=/reading-room") { IsForeign = true },
    ];

    private static IEnumerable<PageState> Searches() =>
    [
        new("ListSearches", "none kept", Guest.Manager, "/reading-room/searches"),
        new("ListSearches", "sent to sign in", Guest.Nobody, "/reading-room/searches") { IsForeign = true },
        new("ListSearches", "one kept, to be renamed", Guest.Archivist, "/reading-room?q=ke+hoach") { Then = KeepsTheSearch },
    ];

    /// <summary>What a browser behind a gateway that signs people in sees when the gateway's token is not believed: a page, and 401.</summary>
    private static async Task ComesWithABadToken(IPage page)
    {
        await page.SetExtraHTTPHeadersAsync([new("Authorization", "Bearer abc")]);
        Assert.Equal(401, (await page.ReloadAsync())!.Status);
    }

    private static async Task KeepsTheSearch(IPage page)
    {
        var form = page.Locator("form[action='/reading-room/searches']");
        await page.Locator("details", new() { Has = form }).Locator("summary").ClickAsync();
        await form.Locator("input[name=name]").FillAsync("Kế hoạch");
        await form.GetByRole(AriaRole.Button).ClickAsync();
        await page.Locator("main details").First.WaitForAsync();
        await OpensEverything(page);
    }
}
