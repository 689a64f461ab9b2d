using System.Text.Json;
using Microsoft.Playwright;

namespace Browser.Tests.Pages;

/// <summary>Whether a page keeps to a narrow screen (WCAG 1.4.10 Reflow) and leaves room for readers who space letters, words and lines (1.4.12 Text Spacing).</summary>
internal static class Reflow
{
    /// <summary>Elements that reach beyond the right edge, unless within something that scrolls by itself, as a wide table may.</summary>
    private const string Beside = """
        () => {
            const width = document.documentElement.clientWidth;
            const scrolls = element => element && element !== document.body && (['auto', 'scroll'].includes(getComputedStyle(element).overflowX) || scrolls(element.parentElement));
            const beside = [...document.querySelectorAll('body *')].filter(element => {
                const box = element.getBoundingClientRect();
                return box.width > 0 && box.height > 0 && box.right > width + 1 && !scrolls(element.parentElement);
            });
            const wider = document.documentElement.scrollWidth > width ? [`the page: ${document.documentElement.scrollWidth} of ${width}`] : [];
            return wider.concat(beside.map(element => `${element.tagName} ${element.className} ${element.textContent.trim().slice(0, 40)}`));
        }
        """;

    /// <summary>Elements that hide a part of their own words. A field scrolls with what is typed into it; words for those who listen take no room at all.</summary>
    private const string Hidden = """
        () => [...document.querySelectorAll('body *')].filter(element => {
            const style = getComputedStyle(element);
            const hides = ['hidden', 'clip'].includes(style.overflowX) || ['hidden', 'clip'].includes(style.overflowY);
            return hides && element.clientWidth > 1 && !['INPUT', 'SELECT', 'TEXTAREA', 'IFRAME', 'IMG'].includes(element.tagName) && element.textContent.trim()
                && (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1);
        }).map(element => `${element.tagName} ${element.className} ${element.textContent.trim().slice(0, 40)}`)
        """;

    /// <summary>The spacing the criterion names, by a sheet of the reader's own; the page's policy has no say in it.</summary>
    private const string Spaced = """
        () => {
            const sheet = new CSSStyleSheet();
            sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; } p { margin-bottom: 2em !important; }');
            document.adoptedStyleSheets = [sheet];
        }
        """;

    public static Task<IReadOnlyList<string>> BesideTheScreen(IPage page) => Lines(page, Beside);

    public static Task<IReadOnlyList<string>> CutOff(IPage page) => Lines(page, Hidden);

    public static Task SpacesTextWidely(IPage page) => page.EvaluateAsync(Spaced);

    private static async Task<IReadOnlyList<string>> Lines(IPage page, string script) =>
        [.. (await page.EvaluateAsync<JsonElement>(script)).EnumerateArray().Select(line => line.GetString()!)];
}
