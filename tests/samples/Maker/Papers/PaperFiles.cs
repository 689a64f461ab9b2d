using System.Text;
using SampleMaker.Legacy;
using SampleMaker.Office;
using SampleMaker.Pages;
using SampleMaker.Pdf;
using SampleMaker.Scan;

namespace SampleMaker.Papers;

/// <summary>The file a paper is sent as.</summary>
internal static class PaperFiles
{
    /// <summary>The path below <c>records</c>, letter by letter as on disk.</summary>
    public static string Path(Paper paper) => paper["decomposed-name"] is null ? paper.File : paper.File.Normalize(NormalizationForm.FormD);

    /// <summary>The bytes in the paper's form.</summary>
    public static byte[] Write(Paper paper) => paper.Form switch
    {
        "pdf" => PdfPaper.Write(Typesetter.Set(paper), paper.Subject, paper.FileDate),
        "scan" => ScannedPaper.Write(paper),
        "signed" => SignedPdf.Write(paper),
        "tampered" => SignedPdf.WriteChanged(paper),
        "docx" => WordPaper.Write(paper),
        "xlsx" => SheetPaper.Write(paper),
        "tcvn3" => LegacyText.ToTcvn3(LegacyText.Plain(paper)),
        "vni" => LegacyText.ToVni(LegacyText.Plain(paper)),
        var form => throw new ArgumentException($"No form '{form}'.", nameof(paper)),
    };

    /// <summary>Pages a reader counts, or null where the form has none.</summary>
    public static int? PageCount(Paper paper) => paper.Form is "pdf" or "scan" or "signed" or "tampered" ? Typesetter.Set(paper).Count : null;
}
