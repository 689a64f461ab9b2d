using Microsoft.Playwright;

namespace Browser.Tests.Browsing;

/// <summary>Somebody without a mouse: goes from one thing to the next with Tab, as far as it takes, and always sees where they are.</summary>
internal sealed class Keyboard(IPage page)
{
    private const int Stops = 200;

    /// <summary>Whether the element in focus is seen to be: an outline, the page's or the browser's own (auto), within the screen.</summary>
    private const string IsSeen = """
        () => {
            const at = document.activeElement, box = at.getBoundingClientRect(), style = getComputedStyle(at);
            const isOutlined = style.outlineStyle === 'auto' || (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2);
            return isOutlined && box.right > 0 && box.left < innerWidth && box.bottom > 0 && box.top < innerHeight;
        }
        """;

    /// <summary>Comes to a thing with Tab.</summary>
    public async Task ComesTo(ILocator thing)
    {
        await Assertions.Expect(thing).ToBeVisibleAsync();
        for (var stop = 0; stop < Stops; stop++)
        {
            await page.Keyboard.PressAsync("Tab");
            Assert.True(await page.EvaluateAsync<bool>(IsSeen), $"The focus is not seen at {await page.EvaluateAsync<string>("document.activeElement.outerHTML.slice(0, 200)")}");
            if (await thing.EvaluateAsync<bool>("thing => thing === document.activeElement"))
                return;
        }

        Assert.Fail($"Tab does not come to {thing}.");
    }

    /// <summary>Comes to a thing and presses a key there.</summary>
    public async Task Presses(string key, ILocator at)
    {
        await ComesTo(at);
        await page.Keyboard.PressAsync(key);
    }

    /// <summary>Comes to a field and types into it, in place of what stands there.</summary>
    public async Task Types(string text, ILocator into)
    {
        await ComesTo(into);
        await page.Keyboard.PressAsync("ControlOrMeta+a");
        await page.Keyboard.TypeAsync(text);
    }
}
