using Microsoft.Playwright;

namespace Browser.Tests.Browsing;

/// <summary>A page in a browser, and what the browser noted.</summary>
internal sealed record Visit(IPage Page, VisitLog Log, Uri Site)
{
    /// <summary>Goes to an address of the archive; returns the status.</summary>
    public async Task<int> Opens(string address) => (await Page.GotoAsync(new Uri(Site, address).AbsoluteUri))!.Status;
}
