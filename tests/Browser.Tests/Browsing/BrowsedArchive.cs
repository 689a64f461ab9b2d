using System.Collections.Concurrent;
using ArchiveFunctions.Tests.Stories;
using Azure.Storage.Blobs;
using Microsoft.Playwright;

namespace Browser.Tests.Browsing;

/// <summary>
/// A whole archive with the sample records, one without any, and a browser; shared by all tests, which run one after another. Where there is no
/// browser nothing is started and every test is skipped.
/// </summary>
public sealed class BrowsedArchive : IAsyncLifetime
{
    /// <summary>Long enough for a busy machine: what is waited for comes or never does.</summary>
    private const float Patience = 120_000;

    private readonly RunningArchive archive = new();
    private readonly Lazy<Task<RunningArchive>> empty = new(async () =>
    {
        var started = new RunningArchive();
        await started.InitializeAsync();
        return started;
    });

    private readonly ConcurrentDictionary<(RunningArchive, Guest), string> sessions = new();
    private readonly ConcurrentDictionary<Func<RunningArchive, Task<string>>, Task<string>> done = new();
    private IPlaywright? playwright;
    private IBrowser? browser;

    /// <summary>The archive with the sample records.</summary>
    public RunningArchive Archive
    {
        get
        {
            InstalledChromium.Require(browser is not null);
            return archive;
        }
    }

    /// <summary>The archive without any.</summary>
    public Task<RunningArchive> Empty()
    {
        InstalledChromium.Require(browser is not null);
        return empty.Value;
    }

    public async ValueTask InitializeAsync()
    {
        if (InstalledChromium.Find() is not { } chromium)
            return;
        Assertions.SetDefaultExpectTimeout(Patience);
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = chromium, Args = ["--disable-gpu", "--disable-dev-shm-usage"] });
        await archive.InitializeAsync();
        await archive.Host.LoadSamplesAsync(TextWriter.Null, CancellationToken.None);
        await archive.Settles();
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is null)
            return;
        await browser.DisposeAsync();
        playwright!.Dispose();
        await archive.DisposeAsync();
        if (empty.IsValueCreated)
            await (await empty.Value).DisposeAsync();
    }

    /// <summary>Somebody uses the archive in a browser of their own; afterwards the browser must have had nothing to complain of.</summary>
    internal Task Visits(Guest guest, Func<Visit, Task> visit, Device? device = null) => Visits(Archive, guest, visit, device);

    /// <summary>The same in a given archive.</summary>
    internal async Task Visits(RunningArchive house, Guest guest, Func<Visit, Task> visit, Device? device = null)
    {
        var session = guest == Guest.Nobody ? null : sessions.GetValueOrDefault((house, guest)) ?? await SignIn(house, guest);
        await InContext(house, session, device ?? Device.Desk, visit);
    }

    /// <summary>What others do in the archive with the samples, once; returns what came of it.</summary>
    internal Task<string> Has(Func<RunningArchive, Task<string>> act) => done.GetOrAdd(act, others => others(Archive));

    private async Task<string> SignIn(RunningArchive house, Guest guest)
    {
        await InContext(house, null, Device.Desk, async visit =>
        {
            await visit.Opens("/reading-room?lang=en");
            await visit.SignsIn(guest);
            await Assertions.Expect(visit.Page.GetByRole(AriaRole.Button, new() { Name = $"Sign out ({guest.Name})" })).ToBeVisibleAsync();
            await visit.Page.Context.ClearCookiesAsync(new() { Name = "lang" });
            sessions[(house, guest)] = await visit.Page.Context.StorageStateAsync();
        });
        return sessions[(house, guest)];
    }

    private async Task InContext(RunningArchive house, string? session, Device device, Func<Visit, Task> visit)
    {
        await using var context = await browser!.NewContextAsync(new()
        {
            ViewportSize = new() { Width = device.Width, Height = device.Height },
            HasTouch = device.HasTouch,
            DeviceScaleFactor = device.Scale,
            ColorScheme = device.IsDark ? ColorScheme.Dark : ColorScheme.Light,
            Locale = "vi-VN",
            TimezoneId = "Asia/Ho_Chi_Minh",
            StorageState = session,
        });
        context.SetDefaultTimeout(Patience);
        var log = new VisitLog(context, house.Host.Address, house.Get<BlobServiceClient>().Uri);
        var page = await context.NewPageAsync();
        try
        {
            await visit(new Visit(page, log, house.Host.Address));
        }
        catch (Exception)
        {
            TestContext.Current.TestOutputHelper?.WriteLine($"{page.Url}{Environment.NewLine}{await page.Locator("body").InnerTextAsync()}");
            throw;
        }

        Nothing.In(log.Complaints);
    }
}

/// <summary>All tests in a browser.</summary>
[CollectionDefinition(Name)]
public sealed class BrowserCollection : ICollectionFixture<BrowsedArchive>
{
    public const string Name = "One browser, one archive with the samples";
}
