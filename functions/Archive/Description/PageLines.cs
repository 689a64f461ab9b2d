using Archive.Records;

namespace Archive.Description;

/// <summary>Puts a page's words into lines by place; the order the file gives them in says nothing.</summary>
internal static class PageLines
{
    /// <summary>A page of small print has 1,500 words; beyond this the rest is left out, from the bottom.</summary>
    private const int MostWords = 20_000;
    private const double UsualHeight = 10;

    /// <summary>The lines from top to bottom.</summary>
    public static IReadOnlyList<PageCell> Of(PageLayout page)
    {
        var words = page.Words.Where(IsSound)
            .Select(word => word with { Text = Vietnamese.Compose(word.Text) })
            .OrderBy(Middle).ThenBy(word => word.Left).ThenBy(word => word.Text, StringComparer.Ordinal)
            .Take(MostWords).ToArray();
        var usual = words.Length == 0 ? UsualHeight : words.Select(Height).Order().ElementAt(words.Length / 2);

        var lines = new List<PageCell>();
        for (int start = 0, end; start < words.Length; start = end)
        {
            end = EndOfLine(words, start, usual);
            lines.Add(new PageCell([.. words[start..end].OrderBy(word => word.Left).ThenBy(word => word.Right).ThenBy(word => word.Text, StringComparer.Ordinal)]));
        }

        return lines;
    }

    /// <summary>A word is of the line while its middle is within half a usual word's height of the line's mean middle.</summary>
    private static int EndOfLine(PageWord[] words, int start, double usual)
    {
        var (sum, end) = (Middle(words[start]), start + 1);
        for (; end < words.Length; end++)
        {
            var middle = Middle(words[end]);
            var reach = 0.55 * Math.Clamp(Height(words[end]), usual, 1.5 * usual);
            if (middle - (sum / (end - start)) > reach)
                break;
            sum += middle;
        }

        return end;
    }

    private static bool IsSound(PageWord word) =>
        !string.IsNullOrWhiteSpace(word.Text) && double.IsFinite(word.Left + word.Right + word.Top + word.Bottom) && word.Right >= word.Left && word.Bottom >= word.Top;

    private static double Middle(PageWord word) => (word.Top + word.Bottom) / 2;

    private static double Height(PageWord word) => Math.Max(word.Bottom - word.Top, 1);
}
