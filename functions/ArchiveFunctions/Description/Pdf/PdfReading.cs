using System.Globalization;
using Archive.Description;
using Archive.Records;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;

namespace ArchiveFunctions.Description.Pdf;

/// <summary>
/// Reads the words of a PDF page by page. Words come from the library's geometric extractor: its other ways of reading join words at line ends
/// or scramble Vietnamese where a second font supplied some letters.
/// </summary>
internal static class PdfReading
{
    /// <summary>Fills the draft. Up to 64 MB are read from memory, a larger file from where it lies.</summary>
    public static async Task ReadAsync(OpenedDocument document, ReadingDraft draft, CancellationToken budget)
    {
        var bytes = await document.Content.ReadWholeAsync(document.Size, PdfOpening.LargestInMemory, budget);
        var content = bytes is null ? document.Content : new MemoryStream(bytes, writable: false);
        await AbandonableWork.Shared.RunAsync(within => Read(content, draft, within), budget);
    }

    /// <summary>The library throws what it likes at broken bytes, so everything but the end of the budget means a broken document.</summary>
    private static bool Read(Stream content, ReadingDraft draft, CancellationToken budget)
    {
        try
        {
            var decoded = new DecodedBytes(budget);
            using var pdf = PdfOpening.Open(content, decoded, budget);
            draft.Count(pdf.NumberOfPages);
            for (var number = 1; number <= Math.Min(pdf.NumberOfPages, draft.Limits.Pages) && !draft.IsFull; number++)
                ReadPage(pdf, number, decoded, draft, budget);

            if (pdf.NumberOfPages > draft.Limits.Pages)
                draft.Cut();
            return true;
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            budget.ThrowIfCancellationRequested();
            draft.Broken("document");
            return false;
        }
    }

    private static void ReadPage(PdfDocument pdf, int number, DecodedBytes decoded, ReadingDraft draft, CancellationToken budget)
    {
        budget.ThrowIfCancellationRequested();
        try
        {
            var page = pdf.GetPage(number);
            var words = page.GetWords().Where(word => !string.IsNullOrWhiteSpace(word.Text)).Select(word => Place(word, page.Height)).ToList();
            draft.Append((number == 1 ? "" : "\f") + PageLines.Text(words));
            draft.Add(new PageLayout(number, page.Width, page.Height, [.. words.Select(word => word.Word)]));
            if (decoded.TakeBroken())
                draft.Broken(Page(number));
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            budget.ThrowIfCancellationRequested();
            draft.Broken(Page(number));
        }
    }

    private static string Page(int number) => string.Create(CultureInfo.InvariantCulture, $"page {number}");

    private static PlacedWord Place(Word word, double pageHeight)
    {
        var box = word.BoundingBox;
        var first = word.Letters[0];
        var left = Math.Min(Math.Min(box.BottomLeft.X, box.TopRight.X), Math.Min(box.TopLeft.X, box.BottomRight.X));
        var right = Math.Max(Math.Max(box.BottomLeft.X, box.TopRight.X), Math.Max(box.TopLeft.X, box.BottomRight.X));
        var low = Math.Min(Math.Min(box.BottomLeft.Y, box.TopRight.Y), Math.Min(box.TopLeft.Y, box.BottomRight.Y));
        var high = Math.Max(Math.Max(box.BottomLeft.Y, box.TopRight.Y), Math.Max(box.TopLeft.Y, box.BottomRight.Y));
        var style = first.FontDetails;
        var placed = new PageWord(
            Vietnamese.Compose(word.Text), left, pageHeight - high, right, pageHeight - low, style.IsBold || Says(style.Name, "bold", "black", "heavy"), style.IsItalic || Says(style.Name, "italic", "oblique"));
        return new(placed, pageHeight - first.StartBaseLine.Y, first.PointSize);
    }

    private static bool Says(string? fontName, params ReadOnlySpan<string> styles)
    {
        foreach (var style in styles)
        {
            if (fontName?.Contains(style, StringComparison.OrdinalIgnoreCase) ?? false)
                return true;
        }

        return false;
    }
}
