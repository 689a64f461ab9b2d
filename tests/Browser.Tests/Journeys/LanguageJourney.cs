using Browser.Tests.Browsing;
using Microsoft.Playwright;

namespace Browser.Tests.Journeys;

/// <summary>A reader who reads English, in a city that speaks Vietnamese.</summary>
[Collection(BrowserCollection.Name)]
public sealed class LanguageJourney(BrowsedArchive house)
{
    [Fact]
    public Task A_page_is_the_same_in_the_other_language_and_the_choice_is_remembered() => house.Visits(Guest.Nobody, async visit =>
    {
        var page = visit.Page;
        await visit.Opens("/reading-room?q=ke+hoach&custody=agency");
        await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "vi");
        var found = await page.Locator(".results h2").AllInnerTextsAsync();
        Assert.NotEmpty(found);

        await page.GetByRole(AriaRole.Link, new() { Name = "English" }).ClickAsync();
        await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "en");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Search the archive");
        await Assertions.Expect(page.GetByRole(AriaRole.List, new() { Name = "Conditions in force" })).ToContainTextAsync("Custody: Agency's archive");
        Assert.Equal(found, await page.Locator(".results h2").AllInnerTextsAsync());

        // The next page is in English without being asked for.
        await page.GetByRole(AriaRole.Link, new() { Name = "Browse" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Browse the archive");
        await page.GetByRole(AriaRole.Link, new() { Name = "Tiếng Việt" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Duyệt tài liệu");
    });
}
