using Archive.Records;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Writer;

namespace Benchmarks.Documents;

/// <summary>Real PDFs of about 10 KB, no two alike.</summary>
internal static class SmallPdf
{
    private const int Pages = 3;
    private const int Lines = 40;

    /// <summary>The number's PDF: unaccented prose, because the fonts every reader has hold no Vietnamese letters.</summary>
    public static byte[] Of(int number)
    {
        var words = new Vocabulary(number);
        var builder = new PdfDocumentBuilder();
        var font = builder.AddStandard14Font(Standard14Font.TimesRoman);
        for (var sheet = 0; sheet < Pages; sheet++)
        {
            var page = builder.AddPage(PageSize.A4);
            for (var line = 0; line < Lines; line++)
                page.AddText(Vietnamese.Fold($"{number} {words.Text(14)}"), 12, new PdfPoint(60, 790 - (line * 18)), font);
        }

        return builder.Build();
    }
}
