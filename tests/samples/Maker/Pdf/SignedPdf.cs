using System.Globalization;
using System.Text;
using SampleMaker.Pages;
using SampleMaker.Papers;

namespace SampleMaker.Pdf;

/// <summary>A PDF with a signature over all of it but the signature itself (ISO 32000-1, 12.8).</summary>
internal static class SignedPdf
{
    private const int Room = 6000;
    private const string RangeMark = "/ByteRange [0 1111111111 2222222222 3333333333]";

    /// <summary>Writes and signs a paper.</summary>
    public static byte[] Write(Paper paper)
    {
        var time = DateTime.ParseExact(paper.FileDate, "dd/MM/yyyy", CultureInfo.InvariantCulture).AddHours(3);
        time = DateTime.SpecifyKind(time, DateTimeKind.Utc);
        var file = PdfPaper.Write(Typesetter.Set(paper), paper.Subject, paper.FileDate, (pdf, page) => AddField(pdf, page, paper["signer"]!, time));
        return Sign(file, paper["signer"]!, time);
    }

    /// <summary>Writes and signs a paper, then changes it: the file says it was made an hour later than it said when it was signed.</summary>
    public static byte[] WriteChanged(Paper paper)
    {
        var file = Write(paper);
        var made = Find(file, "090000+07'00'");
        file[made + 1] = (byte)'8';
        return file;
    }

    private static string AddField(PdfObjects pdf, int page, string signer, DateTime time)
    {
        var signature = pdf.Add(string.Create(
            CultureInfo.InvariantCulture,
            $"<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /adbe.pkcs7.detached {RangeMark} /Contents <{new string('0', 2 * Room)}> /Name {PdfPaper.Words(signer)} /M (D:{time:yyyyMMddHHmmss}Z) >>"));
        var field = pdf.Add(string.Create(
            CultureInfo.InvariantCulture,
            $"<< /Type /Annot /Subtype /Widget /FT /Sig /T (Signature1) /Rect [0 0 0 0] /F 132 /P {page} 0 R /V {signature} 0 R >>"));
        return string.Create(CultureInfo.InvariantCulture, $"/AcroForm << /Fields [{field} 0 R] /SigFlags 3 >>");
    }

    private static byte[] Sign(byte[] file, string signer, DateTime time)
    {
        var open = Find(file, "/Contents <0") + "/Contents ".Length;
        var close = open + (2 * Room) + 2;
        var range = string.Create(CultureInfo.InvariantCulture, $"/ByteRange [0 {open} {close} {file.Length - close}]").PadRight(RangeMark.Length);
        Encoding.ASCII.GetBytes(range, file.AsSpan(Find(file, RangeMark)));

        var signature = Convert.ToHexString(SampleSigner.Sign([.. file[..open], .. file[close..]], signer, time));
        Encoding.ASCII.GetBytes(signature, file.AsSpan(open + 1));
        return file;
    }

    private static int Find(byte[] file, string mark) => file.AsSpan().IndexOf(Encoding.ASCII.GetBytes(mark));
}
