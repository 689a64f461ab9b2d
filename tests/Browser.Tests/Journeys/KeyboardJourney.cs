using Browser.Tests.Browsing;
using Microsoft.Playwright;

namespace Browser.Tests.Journeys;

/// <summary>A reader who uses no mouse (WCAG 2.1.1, 2.4.7).</summary>
[Collection(BrowserCollection.Name)]
public sealed class KeyboardJourney(BrowsedArchive house)
{
    [Fact]
    public Task Somebody_searches_filters_reads_and_signs_in_and_out_with_the_keyboard_alone() => house.Visits(Guest.Nobody, async visit =>
    {
        var (page, keyboard) = (visit.Page, new Keyboard(visit.Page));
        await visit.Opens("/reading-room?lang=en");

        // Past the navigation, and to the words.
        await keyboard.Presses("Enter", page.GetByRole(AriaRole.Link, new() { Name = "Skip to the content" }));
        await Assertions.Expect(page.Locator("main")).ToBeFocusedAsync();
        await keyboard.Types("ke hoach", page.GetByRole(AriaRole.Searchbox));
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("records; showing");

        // A filter: the box of filters opens, a name is typed in the list.
        await keyboard.Presses("Enter", page.Locator("form.search summary"));
        await keyboard.ComesTo(page.GetByLabel("Depositing agency"));
        await page.Keyboard.TypeAsync("Historical Archives Centre");
        await keyboard.Presses("Enter", page.Locator(".filters").GetByRole(AriaRole.Button, new() { Name = "Search" }));
        await Assertions.Expect(page.GetByRole(AriaRole.List, new() { Name = "Conditions in force" })).ToContainTextAsync("Depositing agency: Historical Archives Centre");

        // The record found.
        var found = page.Locator(".results a").First;
        var title = await found.InnerTextAsync();
        await keyboard.Presses("Enter", found);
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(title);

        // Signing in comes back to it, whose document is shown a second time, and signing out is a button like any other.
        await keyboard.Presses("Enter", page.GetByRole(AriaRole.Link, new() { Name = "Sign in" }));
        await keyboard.Types("Trần Minh Đức", page.GetByLabel("Name"));
        await keyboard.Presses("Enter", page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }));
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(title);
        await keyboard.Presses("Enter", page.GetByRole(AriaRole.Button, new() { Name = "Sign out (Trần Minh Đức)" }));
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "Sign in" })).ToBeVisibleAsync();
    });
}
