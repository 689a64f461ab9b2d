using System.Globalization;
using System.Text;
using ArchiveFunctions.Tests.Accession.Content;
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

    /// <summary>A PDF of any number of pages, each some 100 bytes: the first with a line of its own, all others with one they share.</summary>
    public static byte[] LongPdf(int pages, string firstLine)
    {
        static string Stream(string line) => $"BT /F1 12 Tf 60 760 Td ({line}) Tj ET" is var code ? $"<</Length {code.Length}>>\nstream\n{code}\nendstream" : "";
        const int FirstPage = 6;
        var kids = string.Join(' ', Enumerable.Range(FirstPage, pages).Select(number => $"{number} 0 R"));
        return MadeFiles.RawPdf(
        [
            "<</Type/Catalog/Pages 2 0 R>>",
            $"<</Type/Pages/Count {pages}/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>>>/Kids[{kids}]>>",
            "<</Type/Font/Subtype/Type1/BaseFont/Times-Roman>>",
            Stream(firstLine),
            Stream("One page of very many"),
            .. Enumerable.Range(0, pages).Select(number => $"<</Type/Page/Parent 2 0 R/Contents {(number == 0 ? 4 : 5)} 0 R>>"),
        ]);
    }

    /// <summary>A plain text in UTF-8, the shortest way to Vietnamese content.</summary>
    public static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);

    /// <summary>Words of random letters, six bits each: what no compression makes much shorter. The same every time.</summary>
    public static string Noise(int letters)
    {
        const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789đĐ";
        var random = new Random(1);
        return string.Create(letters, random, static (text, random) =>
        {
            for (var at = 0; at < text.Length; at++)
                text[at] = at % 8 == 7 ? ' ' : Alphabet[random.Next(Alphabet.Length)];
        });
    }

    /// <summary>Words that no other call gives.</summary>
    public static string Unique(string stem, int number) => string.Create(CultureInfo.InvariantCulture, $"{stem}{number:D5}");
}
