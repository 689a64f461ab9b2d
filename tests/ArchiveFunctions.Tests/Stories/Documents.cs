using System.Globalization;
using System.Text;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Writer;

namespace ArchiveFunctions.Tests.Stories;

/// <summary>Small documents made on the spot, each with words of its own.</summary>
internal static class Documents
{
    /// <summary>A one-page PDF with these lines (Latin letters only: the standard fonts have no Vietnamese ones).</summary>
    public static byte[] Pdf(params string[] lines)
    {
        var builder = new PdfDocumentBuilder();
        var font = builder.AddStandard14Font(Standard14Font.TimesRoman);
        var page = builder.AddPage(PageSize.A4);
        foreach (var (index, line) in lines.Index())
            page.AddText(line, 12, new PdfPoint(60, 760 - (index * 20)), font);
        return builder.Build();
    }

    /// <summary>A plain text in UTF-8, the shortest way to Vietnamese content.</summary>
    public static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);

    /// <summary>Words that no other call gives.</summary>
    public static string Unique(string stem, int number) => string.Create(CultureInfo.InvariantCulture, $"{stem}{number:D5}");
}
