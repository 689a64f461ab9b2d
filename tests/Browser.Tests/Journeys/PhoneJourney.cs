using Browser.Tests.Browsing;
using Browser.Tests.Pages;
using Microsoft.Playwright;

namespace Browser.Tests.Journeys;

/// <summary>A reader with a small phone.</summary>
[Collection(BrowserCollection.Name)]
public sealed class PhoneJourney(BrowsedArchive house)
{
    [Fact]
    public Task Everything_is_within_reach_of_a_thumb() => house.Visits(
        Guest.Nobody,
        async visit =>
        {
            var page = visit.Page;
            await visit.Opens("/reading-room?lang=vi");
            await page.GetByRole(AriaRole.Searchbox).FillAsync("quyet dinh");
            await page.Locator(".box button").TapAsync();
            await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("tài liệu; đang xem");
            Nothing.In(await Reflow.BesideTheScreen(page));

            await page.Locator("form.search summary").TapAsync();
            Nothing.In(await Reflow.BesideTheScreen(page));
            await page.GetByLabel("Nơi lưu giữ").SelectOptionAsync("Lưu trữ hiện hành");
            await page.Locator(".filters button").TapAsync();
            await Assertions.Expect(page.GetByRole(AriaRole.List, new() { Name = "Điều kiện đang áp dụng" })).ToContainTextAsync("Lưu trữ hiện hành");

            // Counts stand after what was found, and narrow it.
            var year = page.Locator(".facets details[open] a").Last;
            await year.TapAsync();
            await Assertions.Expect(page.Locator(".chips li")).ToHaveCountAsync(2);
            await page.Locator(".results a").First.TapAsync();
            await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Mô tả" })).ToBeVisibleAsync();
            Nothing.In(await Reflow.BesideTheScreen(page));
        },
        Device.Phone);
}
