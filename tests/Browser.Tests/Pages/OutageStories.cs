using Browser.Tests.Browsing;

namespace Browser.Tests.Pages;

/// <summary>What a browser shows while the storage service does not answer.</summary>
[Collection(BrowserCollection.Name)]
public sealed class OutageStories(BrowsedArchive house)
{
    [Fact]
    public async Task A_page_that_cannot_be_made_is_a_page_that_says_so()
    {
        var archive = await house.Empty();
        await archive.Host.Storage.StopAsync(CancellationToken.None);
        try
        {
            foreach (var language in new[] { "vi", "en" })
            {
                await house.Visits(archive, Guest.Nobody, async visit =>
                {
                    Assert.Equal(503, await visit.Opens($"/reading-room/records/r00000000000000000000000000?lang={language}"));
                    Assert.Equal(language, await visit.Page.Locator("html").GetAttributeAsync("lang"));
                    Nothing.In(await AxeCheck.Violations(visit.Page));
                });
            }
        }
        finally
        {
            await archive.Host.Storage.StartAsync(CancellationToken.None);
            await archive.Settles();
        }
    }
}
