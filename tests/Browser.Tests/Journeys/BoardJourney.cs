using System.Globalization;
using System.Text.RegularExpressions;
using Browser.Tests.Browsing;
using Browser.Tests.Pages;
using Microsoft.Playwright;

namespace Browser.Tests.Journeys;

/// <summary>A manager, from a number to what it counts.</summary>
[Collection(BrowserCollection.Name)]
public sealed partial class BoardJourney(BrowsedArchive house)
{
    [Fact]
    public async Task A_manager_goes_from_a_figure_to_the_records_behind_it()
    {
        await Given.TheBoardIsCounted(house.Archive);
        await house.Visits(Guest.Manager, async visit =>
        {
            var page = visit.Page;
            await visit.Opens("/desk?lang=en");
            await page.Locator("main a[href='/desk/board']").ClickAsync();
            await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Board");

            // What an agency has, what there is of a type: each number is of all records, and leads to those a manager may see.
            await Narrows(page, "Holdings by agency", "Department of Home Affairs", "Depositing agency: Department of Home Affairs");
            await Narrows(page, "Holdings by type", "Decision", "Type: Decision");

            // And on to one of them.
            var found = page.Locator(".results a").First;
            var title = await found.InnerTextAsync();
            await found.ClickAsync();
            await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(title);
        });
    }

    /// <summary>Goes from a row of a figure to its list and sees that it is of that, and no longer than the number.</summary>
    private static async Task Narrows(IPage page, string figure, string row, string condition)
    {
        await page.GotoAsync(new Uri(new Uri(page.Url), "/desk/board").AbsoluteUri);
        var line = Figure(page, figure).GetByRole(AriaRole.Row).Filter(new() { Has = page.GetByRole(AriaRole.Link, new() { Name = row, Exact = true }) });
        var counted = int.Parse(await line.GetByRole(AriaRole.Cell).First.InnerTextAsync(), CultureInfo.InvariantCulture);
        await line.GetByRole(AriaRole.Link).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.List, new() { Name = "Conditions in force" })).ToContainTextAsync(condition);
        Assert.InRange(int.Parse(Number().Match(await page.GetByRole(AriaRole.Status).InnerTextAsync()).Value, CultureInfo.InvariantCulture), 1, counted);
    }

    private static ILocator Figure(IPage page, string title) => page.GetByRole(AriaRole.Region, new() { Name = title, Exact = true });

    [GeneratedRegex(@"\d+")]
    private static partial Regex Number();
}
