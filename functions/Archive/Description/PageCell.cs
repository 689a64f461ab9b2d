namespace Archive.Description;

/// <summary>Words that stand together on one line of a page, left to right.</summary>
internal sealed class PageCell
{
    private string? letters;

    /// <param name="words">At least one, left to right.</param>
    public PageCell(IReadOnlyList<PageWord> words)
    {
        Words = words;
        Text = Wording.Tidy(Wording.PlainMarks(string.Join(' ', words.Select(word => word.Text))));
        Left = words.Min(word => word.Left);
        Right = words.Max(word => word.Right);
        Top = words.Min(word => word.Top);
        Bottom = words.Max(word => word.Bottom);
    }

    /// <summary>The words.</summary>
    public IReadOnlyList<PageWord> Words { get; }

    /// <summary>Composed, one blank between words, every dash a hyphen.</summary>
    public string Text { get; }

    /// <summary>Folded letters and digits only.</summary>
    public string Letters => letters ??= Wording.Letters(Text);

    public double Left { get; }

    public double Right { get; }

    public double Top { get; }

    public double Bottom { get; }

    public double Centre => (Left + Right) / 2;

    public double Middle => (Top + Bottom) / 2;

    /// <summary>Of the line, in points; never nothing, even where a reader gave flat boxes.</summary>
    public double Height => Math.Max(Bottom - Top, 4);

    /// <summary>Whether most of its words are bold; false also where the file does not say.</summary>
    public bool Bold => Words.Count(word => word.Bold) * 2 > Words.Count;

    /// <summary>Whether it is printed in capitals.</summary>
    public bool Capitals => Wording.IsCapitals(Text);

    /// <summary>Whether the folded letters begin so.</summary>
    public bool Begins(string letters) => Letters.StartsWith(letters, StringComparison.Ordinal);

    /// <summary>Whether two cells stand, even partly, one above the other.</summary>
    public bool Overlaps(PageCell other) => Left < other.Right && other.Left < Right;

    /// <summary>The cell cut at blanks wider than any between words of a sentence.</summary>
    public IEnumerable<PageCell> Pieces()
    {
        var start = 0;
        for (var i = 1; i <= Words.Count; i++)
        {
            if (i < Words.Count && Words[i].Left - Words[i - 1].Right <= Math.Max(14, 1.4 * Height))
                continue;
            yield return new PageCell([.. Words.Skip(start).Take(i - start)]);
            start = i;
        }
    }

    /// <summary>The words from an index up to another, or null when there are none.</summary>
    public PageCell? Part(int start, int end) => end > start ? new PageCell([.. Words.Skip(start).Take(end - start)]) : null;
}
