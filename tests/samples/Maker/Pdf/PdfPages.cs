using System.Globalization;
using System.Text;
using SampleMaker.Pages;
using SampleMaker.Typography;

namespace SampleMaker.Pdf;

/// <summary>Pages written as PDF content: text as text, lines as lines.</summary>
internal sealed class PdfPages
{
    private readonly PdfObjects pdf;
    private readonly Dictionary<Face, (FontSubset Subset, int Number)> fonts;

    public PdfPages(PdfObjects pdf, IEnumerable<Canvas> pages)
    {
        this.pdf = pdf;
        fonts = pages.SelectMany(page => page.Texts).GroupBy(run => run.Face).OrderBy(runs => runs.Key).ToDictionary(runs => runs.Key, runs =>
        {
            var subset = new FontSubset(Typeface.File(runs.Key), runs.SelectMany(run => run.Text).Append(' '));
            return (subset, PdfFont.Add(pdf, subset));
        });
    }

    /// <summary>The resources every page may use.</summary>
    public string Resources => $"/Font << {string.Join(' ', fonts.Select(font => string.Create(CultureInfo.InvariantCulture, $"/F{(int)font.Key} {font.Value.Number} 0 R")))} >>";

    /// <summary>Adds the content of a page and gives its number.</summary>
    public int AddContent(Canvas page)
    {
        var content = new StringBuilder();
        foreach (var run in page.Texts)
            Write(content, run);
        foreach (var stroke in page.Strokes)
            Write(content, stroke);
        return pdf.AddStream(Encoding.ASCII.GetBytes(content.ToString()));
    }

    private void Write(StringBuilder content, TextRun run) => content.Append(
        CultureInfo.InvariantCulture,
        $"{Colour(run.Ink)} rg BT /F{(int)run.Face} {run.Size:0.##} Tf {run.X:0.##} {Canvas.Height - run.Y:0.##} Td [{Glyphs(run)}] TJ ET\n");

    private static void Write(StringBuilder content, Stroke stroke) => content.Append(
        CultureInfo.InvariantCulture,
        $"{Colour(stroke.Ink)} RG {stroke.Thickness:0.##} w {stroke.X1:0.##} {Canvas.Height - stroke.Y1:0.##} m {stroke.X2:0.##} {Canvas.Height - stroke.Y2:0.##} l S\n");

    private static string Colour(Ink ink) => ink == Ink.Red ? "0.83 0.07 0.09" : "0 0 0";

    /// <summary>Words with their spaces, and after each the extra gap in thousandths of an em.</summary>
    private string Glyphs(TextRun run)
    {
        var subset = fonts[run.Face].Subset;
        var gap = string.Create(CultureInfo.InvariantCulture, $"{-run.Gap * 1000 / run.Size:0.#}");
        return string.Join(gap is "0" or "-0" ? "" : $" {gap} ", Words(run.Text).Select(word =>
            $"<{string.Concat(word.Select(letter => subset.Number(letter).ToString("X4", CultureInfo.InvariantCulture)))}>"));
    }

    private static IEnumerable<string> Words(string text)
    {
        var words = text.Split(' ');
        return words.Select((word, i) => i < words.Length - 1 ? word + ' ' : word).Where(word => word.Length > 0);
    }
}
