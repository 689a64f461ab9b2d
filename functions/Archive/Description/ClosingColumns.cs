namespace Archive.Description;

/// <summary>
/// The foot of a document: the recipients on the left, the signature on the right. The two are set with different leading, so that a line
/// across the page may hold half a line of the one and half of the other; each is put into lines by itself.
/// </summary>
/// <param name="Label">Where the recipients begin.</param>
/// <param name="Left">The recipients' lines, the label's first.</param>
/// <param name="Right">The signature's, and the ends of the last lines of the text.</param>
internal sealed record ClosingColumns(PageCell Label, IReadOnlyList<PageCell> Left, IReadOnlyList<PageCell> Right)
{
    private const double NarrowestGutter = 10;

    /// <summary>How far above the recipients the signature may begin, in lines.</summary>
    private const double Above = 4;

    /// <summary>The foot of a page; null where nothing parts its columns from the recipients downwards.</summary>
    public static ClosingColumns? Of(PageLayout page, IReadOnlyList<PageCell> lines)
    {
        var label = lines.SelectMany(line => line.Pieces()).FirstOrDefault(piece => piece.Begins("noinhan"));
        if (label is null)
            return null;

        var words = lines.SelectMany(line => line.Words).ToArray();
        if (Gutter(words.Where(word => word.Bottom > label.Top).OrderBy(word => word.Left), page.Width) is not { } gutter || label.Left > gutter)
            return null;

        var left = words.Where(word => word.Left < gutter && word.Bottom > label.Top);
        var right = words.Where(word => word.Left >= gutter && word.Bottom > label.Top - (Above * label.Height));
        return new(label, PageLines.Of(page with { Words = [.. left] }), PageLines.Of(page with { Words = [.. right] }));
    }

    /// <summary>The middle of the widest strip near the page's middle that no word enters.</summary>
    private static double? Gutter(IEnumerable<PageWord> fromLeft, double width)
    {
        var (reached, widest, gutter) = (double.MaxValue, NarrowestGutter, (double?)null);
        foreach (var word in fromLeft)
        {
            var middle = (reached + word.Left) / 2;
            if (word.Left - reached > widest && middle > 0.3 * width && middle < 0.65 * width)
                (widest, gutter) = (word.Left - reached, middle);
            reached = reached == double.MaxValue ? word.Right : Math.Max(reached, word.Right);
        }

        return gutter;
    }
}
