using System.Globalization;
using System.Text;
using SampleMaker.Pages;

namespace SampleMaker.Pdf;

/// <summary>A PDF of one document.</summary>
internal static class PdfPaper
{
    /// <summary>Writes pages as a PDF.</summary>
    /// <param name="pages">What is drawn.</param>
    /// <param name="title">The title in the file's properties.</param>
    /// <param name="date">The day the file says it was made, <c>dd/MM/yyyy</c>.</param>
    /// <param name="catalogue">Adds what the catalogue carries beside the pages, given the first page's number.</param>
    public static byte[] Write(IReadOnlyList<Canvas> pages, string title, string date, Func<PdfObjects, int, string>? catalogue = null)
    {
        var pdf = new PdfObjects();
        var (tree, numbers) = AddPages(pdf, pages);
        return Finish(pdf, tree, numbers, title, date, catalogue?.Invoke(pdf, numbers[0]) ?? "");
    }

    /// <summary>Adds pages and gives the numbers of their tree, still to be written, and of each.</summary>
    public static (int Tree, List<int> Numbers) AddPages(PdfObjects pdf, IReadOnlyList<Canvas> pages)
    {
        var content = new PdfPages(pdf, pages);
        var tree = pdf.Reserve();
        return (tree, pages.Select(page => pdf.Add(PageBody(tree, content.Resources, content.AddContent(page), ""))).ToList());
    }

    /// <summary>The dictionary of an A4 page.</summary>
    public static string PageBody(int tree, string resources, int content, string entries) => string.Create(
        CultureInfo.InvariantCulture,
        $"<< /Type /Page /Parent {tree} 0 R /MediaBox [0 0 {Canvas.Width} {Canvas.Height}] /Resources << {resources} >> /Contents {content} 0 R {entries} >>");

    /// <summary>Closes the page tree, and gives the file.</summary>
    public static byte[] Finish(PdfObjects pdf, int tree, IReadOnlyList<int> pages, string title, string date, string catalogue, string trailer = "")
    {
        var kids = string.Join(' ', pages.Select(page => string.Create(CultureInfo.InvariantCulture, $"{page} 0 R")));
        pdf.Write(tree, string.Create(CultureInfo.InvariantCulture, $"<< /Type /Pages /Kids [{kids}] /Count {pages.Count} >>"));
        var root = pdf.Add(string.Create(CultureInfo.InvariantCulture, $"<< /Type /Catalog /Pages {tree} 0 R /Lang (vi-VN) {catalogue} >>"));
        var info = pdf.Add($"<< /Title {Words(title)} /Producer (Sample maker) /CreationDate (D:{date[6..]}{date[3..5]}{date[..2]}090000+07'00') >>");
        return pdf.ToFile(root, info, trailer);
    }

    /// <summary>A text string in UTF-16.</summary>
    public static string Words(string text) => $"<FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text))}>";
}
