using Archive.Description;

namespace Archive.Tests.Description;

/// <summary>An A4 page put together line by line, as a typist would: words get widths like those of Times New Roman.</summary>
internal sealed class PageDraft(int number = 1)
{
    public const double Width = 595;
    public const double Height = 842;
    private readonly List<PageWord> words = [];

    /// <summary>A line that begins at a place.</summary>
    public PageDraft Line(double y, string text, double left, double size = 13, bool bold = false, bool italic = false)
    {
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var right = left + WidthOf(word, size);
            words.Add(new PageWord(word, left, y, right, y + (size * 0.75), bold, italic));
            left = right + (size * 0.27);
        }

        return this;
    }

    /// <summary>A line centred between two places.</summary>
    public PageDraft Centred(double y, string text, double from, double to, double size = 13, bool bold = false, bool italic = false) =>
        Line(y, text, ((from + to) / 2) - (WidthOf(text, size) / 2), size, bold, italic);

    /// <summary>In the issuer's column.</summary>
    public PageDraft Left(double y, string text, bool bold = false, double size = 12) => Centred(y, text, 75, 265, size, bold);

    /// <summary>In the column of the national title.</summary>
    public PageDraft Right(double y, string text, bool bold = false, bool italic = false) => Centred(y, text, 275, 555, 12, bold, italic);

    /// <summary>Across the page.</summary>
    public PageDraft Middle(double y, string text, bool bold = false) => Centred(y, text, 85, 545, 14, bold);

    /// <summary>The national title and motto.</summary>
    public PageDraft NationalTitle(double y = 60) =>
        Right(y, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", bold: true).Right(y + 17, "Độc lập - Tự do - Hạnh phúc", bold: true);

    /// <summary>A paragraph's first line, indented.</summary>
    public PageDraft Body(double y, string text, bool italic = false) => Line(y, text, 113, 14, italic: italic);

    public PageLayout Page() => new(number, Width, Height, words);

    public IReadOnlyList<PageLayout> Pages(params PageLayout[] others) => [Page(), .. others];

    /// <summary>The same page with its words changed or in another order.</summary>
    public static PageLayout With(PageLayout page, Func<IReadOnlyList<PageWord>, IEnumerable<PageWord>> change) => page with { Words = [.. change(page.Words)] };

    private static double WidthOf(string text, double size) => text.Sum(letter => char.IsUpper(letter) ? 0.66 : letter is ' ' ? 0.27 : letter is '.' or ',' or '/' or '-' ? 0.3 : 0.45) * size;
}
