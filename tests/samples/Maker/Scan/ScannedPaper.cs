using System.Globalization;
using System.Text;
using SampleMaker.Pages;
using SampleMaker.Papers;
using SampleMaker.Pdf;
using SampleMaker.Typography;

namespace SampleMaker.Scan;

/// <summary>A paper as a scanner sees it: dots only, a little crooked, with dust. There is no text in the file.</summary>
internal static class ScannedPaper
{
    private const double DotsPerPoint = 150 / 72.0;

    /// <summary>The sine of the angle the sheet lay at; drawn as a slant, which a few tenths of a degree cannot be told from a turn.</summary>
    private const double Slant = 0.006;

    /// <summary>Writes the PDF: one image a page.</summary>
    public static byte[] Write(Paper paper)
    {
        var pdf = new PdfObjects();
        var tree = pdf.Reserve();
        var pages = Typesetter.Set(paper).Select((page, i) => AddPage(pdf, tree, Scan(page, (uint)i + 1))).ToList();
        return PdfPaper.Finish(pdf, tree, pages, "scan0001", paper.FileDate, "");
    }

    private static int AddPage(PdfObjects pdf, int tree, Raster raster)
    {
        var image = pdf.AddStream(raster.Dots, string.Create(
            CultureInfo.InvariantCulture,
            $"/Type /XObject /Subtype /Image /Width {raster.Width} /Height {raster.Height} /ColorSpace /DeviceGray /BitsPerComponent 1"));
        var content = pdf.AddStream(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Canvas.Width} 0 0 {Canvas.Height} 0 0 cm /Scan Do\n")));
        return pdf.Add(PdfPaper.PageBody(tree, string.Create(CultureInfo.InvariantCulture, $"/XObject << /Scan {image} 0 R >>"), content, ""));
    }

    private static Raster Scan(Canvas page, uint seed)
    {
        var raster = new Raster((int)(Canvas.Width * DotsPerPoint), (int)(Canvas.Height * DotsPerPoint));
        foreach (var run in page.Texts)
            Draw(raster, run);
        foreach (var stroke in page.Strokes)
            raster.Fill([[Dot(stroke.X1, stroke.Y1 - 0.3), Dot(stroke.X2, stroke.Y2 - 0.3), Dot(stroke.X2, stroke.Y2 + 0.3), Dot(stroke.X1, stroke.Y1 + 0.3)]]);
        Dust(raster, seed);
        return raster;
    }

    private static void Draw(Raster raster, TextRun run)
    {
        var font = Typeface.File(run.Face);
        var (x, scale) = (run.X, run.Size / font.UnitsPerEm);
        foreach (var letter in run.Text)
        {
            var pen = x;
            var polygons = GlyphShape.Polygons(font, font.Glyph(letter))
                .Select(polygon => polygon.ConvertAll(point => Dot(pen + (point.X * scale), run.Y - (point.Y * scale)))).ToList();
            raster.Fill(polygons);
            x += (font.Advance(font.Glyph(letter)) * scale) + (letter == ' ' ? run.Gap : 0);
        }
    }

    private static (double X, double Y) Dot(double x, double y) => ((x - (y * Slant)) * DotsPerPoint, (y + (x * Slant)) * DotsPerPoint);

    /// <summary>Specks from a fixed sequence (a linear congruential one), the same on every run.</summary>
    private static void Dust(Raster raster, uint seed)
    {
        uint Next() => seed = unchecked((seed * 1664525u) + 1013904223u);
        for (var speck = 0; speck < 260; speck++)
        {
            var (x, y) = ((int)(Next() >> 8) % raster.Width, (int)(Next() >> 8) % raster.Height);
            raster.Blacken(x, y);
            if (speck % 5 == 0)
                raster.Blacken(x + 1, y);
        }
    }
}
