using System.Text.Json;
using Microsoft.Playwright;

namespace Browser.Tests.Pages;

/// <summary>Whether a page tells the language of its parts (WCAG 3.1.2).</summary>
internal static class Languages
{
    /// <summary>
    /// Words with Vietnamese letters (of those with two marks, or a dot or hook, and those no other language has) outside anything that says it is Vietnamese.
    /// Places are called in English what they are called, in the names of the samples' agencies.
    /// </summary>
    private const string Unsaid = """
        () => {
            const isVietnamese = words => /[ăđơưĂĐƠƯ\u1EA0-\u1EF9]/.test(words.normalize('NFC').replaceAll(/Hà Nội|Hoàn Kiếm|Hàng Trống/g, ''));
            const lines = [], walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
            for (let node; (node = walker.nextNode());)
                if (isVietnamese(node.data) && node.parentElement.closest('[lang]').lang !== 'vi' && !node.parentElement.closest('style, script'))
                    lines.push(`not said to be Vietnamese: ${node.parentElement.tagName} ${node.data.trim().slice(0, 60)}`);
            for (const field of document.querySelectorAll('input:not([type=hidden]), textarea'))
                if (isVietnamese(field.defaultValue) && field.closest('[lang]').lang !== 'vi')
                    lines.push(`not said to be Vietnamese: ${field.tagName} ${field.name} ${field.defaultValue}`);
            return lines;
        }
        """;

    /// <summary>Every passage in Vietnamese that does not say so.</summary>
    public static async Task<IReadOnlyList<string>> Unmarked(IPage page) =>
        [.. (await page.EvaluateAsync<JsonElement>(Unsaid)).EnumerateArray().Select(line => line.GetString()!)];
}
