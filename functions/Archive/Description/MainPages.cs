namespace Archive.Description;

/// <summary>The main document's pages: up to the first appendix or attached text.</summary>
internal static class MainPages
{
    private const double TopOfPage = 0.3;

    /// <summary>Their lines, page by page. An appendix that begins in the middle of a page ends that page.</summary>
    public static IEnumerable<(PageLayout Page, IReadOnlyList<PageCell> Lines)> Of(IReadOnlyList<PageLayout> pages)
    {
        for (var i = 0; i < pages.Count; i++)
        {
            var lines = PageLines.Of(pages[i]);
            var appendix = lines.Select((line, index) => (line, index)).FirstOrDefault(entry => BeginsAppendix(entry.line, pages[i], i == 0), (null!, -1)).index;
            if (appendix < 0)
            {
                yield return (pages[i], lines);
                continue;
            }

            if (lines[appendix].Top > pages[i].Height * TopOfPage)
                yield return (pages[i], [.. lines.Take(appendix)]);
            yield break;
        }
    }

    /// <summary><c>PHỤ LỤC</c> on its own line, or at a page's top also <c>(Ban hành kèm theo …)</c>; the first page's top is never one.</summary>
    private static bool BeginsAppendix(PageCell line, PageLayout page, bool first)
    {
        var atTop = line.Top < page.Height * TopOfPage;
        if (first && atTop)
            return false;
        return (line.Begins("phuluc") && line.Capitals)
            || (atTop && ((line.Begins("phuluc") && line.Words.Count <= 4) || (line.Text.StartsWith('(') && (line.Begins("banhanhkemtheo") || line.Begins("kemtheo")))));
    }
}
