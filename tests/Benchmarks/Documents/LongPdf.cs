using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Writer;

namespace Benchmarks.Documents;

/// <summary>A report of many pages of Vietnamese prose, with the font of the sample records.</summary>
internal static class LongPdf
{
    private const int Lines = 42;
    private const string Font = "functions/ArchiveFunctions/ReadingRoom/Deliveries/Fonts/LiberationSerif-Regular.ttf";

    /// <summary>The report.</summary>
    public static byte[] Of(int pages)
    {
        var words = new Vocabulary(pages);
        var builder = new PdfDocumentBuilder();
        var font = builder.AddTrueTypeFont(File.ReadAllBytes(Repository.At(Font)));
        for (var number = 0; number < pages; number++)
        {
            var page = builder.AddPage(PageSize.A4);
            for (var line = 0; line < Lines; line++)
                page.AddText(words.Text(15), 12, new PdfPoint(60, 790 - (line * 18)), font);
        }

        return builder.Build();
    }
}
