using Archive.Description;
using Archive.Records;

namespace ArchiveFunctions.Description;

/// <summary>A stretch of text in one style.</summary>
internal readonly record struct ComposedRun(string Text, bool Bold, bool Italic);

/// <summary>Where the lines of a paragraph stand in their column.</summary>
internal enum Alignment
{
    /// <summary>At its left edge.</summary>
    Left,

    /// <summary>In its middle.</summary>
    Centre,

    /// <summary>At its right edge.</summary>
    Right,
}

/// <summary>
/// Puts the words of a document that knows no pages onto A4 pages, roughly where a word processor would, so that one reader of layouts serves
/// all formats. Columns, order, alignment and style are true; widths are those of 13-point Times, estimated.
/// </summary>
/// <param name="width">Of the pages, in points; sheets are wider than A4.</param>
internal sealed class PageComposer(double width = PageComposer.Portrait)
{
    /// <summary>The width of A4 upright, in points.</summary>
    public const double Portrait = 595;

    /// <summary>The margins on both sides together, in points.</summary>
    public const double Margins = LeftMargin + RightMargin;
    private const double Height = 842;
    private const double LeftMargin = 85;
    private const double RightMargin = 57;
    private const double TopMargin = 57;
    private const double LineHeight = 17;
    private const double LetterHeight = 12;
    private const double Space = 3.3;
    private const double TabStop = 36;

    private readonly List<PageLayout> pages = [];
    private List<PageWord> words = [];
    private double top = TopMargin;
    private double left = LeftMargin;
    private double right = width - RightMargin;
    private double rowTop;
    private double rowBottom;
    private bool inRow;

    /// <summary>Starts a row of cells side by side.</summary>
    public void BeginRow()
    {
        (rowTop, rowBottom) = (top, top);
        inRow = true;
    }

    /// <summary>Starts a cell between two places of the row, each from 0 (left margin) to 1 (right margin).</summary>
    public void BeginCell(double from, double to)
    {
        var usable = width - Margins;
        top = rowTop;
        (left, right) = (LeftMargin + (usable * from), LeftMargin + (usable * to));
    }

    /// <summary>Ends a cell.</summary>
    public void EndCell() => rowBottom = Math.Max(rowBottom, top);

    /// <summary>Ends the row: what follows stands below its longest cell.</summary>
    public void EndRow()
    {
        inRow = false;
        (top, left, right) = (rowBottom, LeftMargin, width - RightMargin);
        if (top > Height - TopMargin)
            BreakPage();
    }

    /// <summary>Sets a paragraph, line by line.</summary>
    public void Paragraph(IReadOnlyList<ComposedRun> runs, Alignment alignment)
    {
        var line = new List<PageWord>();
        var x = left;
        foreach (var (text, style, gap) in Words(runs))
        {
            var length = Measure(text, style.Bold);
            x += gap;
            if (line.Count > 0 && x + length > right)
            {
                End(line, alignment);
                x = left;
            }

            line.Add(new PageWord(Vietnamese.Compose(text), x, 0, x + length, 0, style.Bold, style.Italic));
            x += length;
        }

        End(line, alignment);
    }

    /// <summary>Starts a new page.</summary>
    public void BreakPage()
    {
        if (inRow)
            return;

        pages.Add(new PageLayout(pages.Count + 1, width, Height, words));
        (words, top) = ([], TopMargin);
    }

    /// <summary>The pages composed; none when nothing was written.</summary>
    public IReadOnlyList<PageLayout> Finish()
    {
        inRow = false;
        if (words.Count > 0)
            BreakPage();
        return pages;
    }

    private void End(List<PageWord> line, Alignment alignment)
    {
        if (!inRow && top + LineHeight > Height - TopMargin)
            BreakPage();

        var free = line.Count == 0 ? 0 : Math.Max(0, right - line[^1].Right);
        var shift = alignment switch { Alignment.Centre => free / 2, Alignment.Right => free, _ => 0 };
        foreach (var word in line)
            words.Add(word with { Left = word.Left + shift, Right = word.Right + shift, Top = top, Bottom = top + LetterHeight });

        line.Clear();
        top += LineHeight;
    }

    /// <summary>Words with the gap in front of each; a word may run across styles, and the first one's stands for it.</summary>
    private static IEnumerable<(string Text, ComposedRun Style, double Gap)> Words(IReadOnlyList<ComposedRun> runs)
    {
        var letters = new System.Text.StringBuilder();
        var style = default(ComposedRun);
        var gap = 0d;
        foreach (var run in runs)
        {
            foreach (var letter in run.Text)
            {
                if (!char.IsWhiteSpace(letter) || letter == '\u00A0')
                {
                    style = letters.Length == 0 ? run : style;
                    letters.Append(letter);
                    continue;
                }

                if (letters.Length > 0)
                {
                    yield return (letters.ToString(), style, gap);
                    letters.Clear();
                    gap = 0;
                }

                gap += letter == '\t' ? TabStop : Space;
            }
        }

        if (letters.Length > 0)
            yield return (letters.ToString(), style, gap);
    }

    private static double Measure(string word, bool bold) => word.Sum(letter => char.IsUpper(letter) ? 8.8 : 5.9) * (bold ? 1.06 : 1);
}
