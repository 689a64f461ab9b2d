namespace Archive.Description;

/// <summary>The national or party title, or the motto, by which the header's columns are told apart.</summary>
/// <param name="Cell">Its words.</param>
/// <param name="Boundary">Where the right column begins, in points from the page's left edge.</param>
internal sealed record HeaderTitle(PageCell Cell, double Boundary)
{
    private const double Deepest = 0.35;

    /// <summary>Its beginnings, and how much further left than itself its column may begin: the motto is the shorter line.</summary>
    private static readonly (string Letters, double Overhang)[] Titles = [("conghoaxahoi", 4), ("dangcongsanvietnam", 30), ("doclaptudo", 45)];

    /// <summary>The first of the titles in the upper third of the page; null where none was read.</summary>
    public static HeaderTitle? Find(IReadOnlyList<PageCell> lines, PageLayout page)
    {
        var upper = lines.Where(line => line.Top < page.Height * Deepest).ToArray();
        foreach (var (letters, overhang) in Titles)
            foreach (var line in upper)
                if (StartIn(line, letters) is { } start)
                    return new(start, start.Left - overhang);
        return null;
    }

    private static PageCell? StartIn(PageCell line, string letters)
    {
        if (!line.Letters.Contains(letters, StringComparison.Ordinal))
            return null;

        var parts = line.Words.Select(word => Wording.Letters(word.Text)).ToArray();
        for (var i = 0; i < parts.Length; i++)
            if (parts[i].Length > 0 && string.Concat(parts.Skip(i).Take(letters.Length)).StartsWith(letters, StringComparison.Ordinal))
                return line.Part(i, parts.Length);
        return null;
    }
}
