using Microsoft.Playwright;

namespace Browser.Tests.Browsing;

/// <summary>What people do, in one line.</summary>
internal static class Acts
{
    /// <summary>Signs in from the page that is open and comes back to it, as the issuer's page lets anybody on this machine.</summary>
    public static async Task SignsIn(this Visit visit, Guest guest)
    {
        var page = visit.Page;
        await page.Locator("a[href^='/reading-room/sign-in']").First.ClickAsync();
        await page.GetByLabel("Name").FillAsync(guest.Name!);
        foreach (var role in await page.GetByRole(AriaRole.Checkbox).AllAsync())
            await role.SetCheckedAsync(await role.GetAttributeAsync("value") == guest.Role);
        await page.GetByLabel("Agency (officers)").FillAsync(guest.Agency ?? "");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
    }
}
