using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Writer;

namespace ArchiveFunctions.ReadingRoom.Deliveries.Pdf;

/// <summary>A sheet of labelled lines on as many pages as they take, written as PDF/A-2b: its font lies in it, and its colours are described.</summary>
internal static class SheetPages
{
    private const double Left = 85;
    private const double Right = 540;
    private const double Top = 750;
    private const double Bottom = 70;
    private const double Size = 12;
    private const double Leading = 18;
    private const double Label = 150;

    /// <summary>Sets the sheet.</summary>
    public static byte[] Set(string title, IEnumerable<(string Label, string Value)> lines)
    {
        using var builder = new PdfDocumentBuilder { ArchiveStandard = PdfAStandard.A2B };
        using var upright = new Ruler(bold: false);
        using var heavy = new Ruler(bold: true);
        var (regular, bold) = (builder.AddTrueTypeFont(CopyFont.Of(bold: false)), builder.AddTrueTypeFont(CopyFont.Of(bold: true)));
        builder.DocumentInformation.Title = title;
        var page = builder.AddPage(PageSize.A4);
        var at = Top;
        foreach (var line in heavy.Lines(title, 15, Right - Left))
            Put(line, 15, Left + ((Right - Left - heavy.Width(line, 15)) / 2), bold);
        at -= Leading;
        foreach (var (label, value) in lines)
        {
            page.AddText(heavy.Writable(label), Size, new PdfPoint(Left, at), bold);
            foreach (var line in upright.Lines(value, Size, Right - Left - Label))
                Put(line, Size, Left + Label, regular);
            at -= 4;
        }

        return builder.Build();

        void Put(string words, double size, double x, PdfDocumentBuilder.AddedFont font)
        {
            if (words.Length > 0)
                page.AddText(words, size, new PdfPoint(x, at), font);
            at -= Leading;
            if (at < Bottom)
                (page, at) = (builder.AddPage(PageSize.A4), Top);
        }
    }
}
