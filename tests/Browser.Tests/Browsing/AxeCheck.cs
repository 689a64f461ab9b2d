using System.Text.Json;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Browser.Tests.Browsing;

/// <summary>axe-core on an open page: the rules of WCAG 2.0 to 2.2, levels A and AA, and its own best practices.</summary>
internal static class AxeCheck
{
    private static readonly string Script = new BundledAxeScriptProvider().GetScript();

    /// <summary>Within the page; what a frame shows is the document, whose accessibility is its author's.</summary>
    private const string Run = """
        async () => (await axe.run(document, {
            iframes: false,
            runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
            resultTypes: ['violations'],
        })).violations.flatMap(rule => rule.nodes.map(node => `${rule.id}: ${rule.help} | ${node.target.join(' ')} | ${node.any.concat(node.all, node.none).map(check => check.message).join('; ')}`))
        """;

    /// <summary>One line for every violation.</summary>
    public static async Task<IReadOnlyList<string>> Violations(IPage page)
    {
        await page.EvaluateAsync(Script);
        var found = await page.EvaluateAsync<JsonElement>(Run);
        return [.. found.EnumerateArray().Select(line => line.GetString()!)];
    }
}
