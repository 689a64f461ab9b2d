using System.Text;
using SampleMaker.Office;
using SampleMaker.Pages;
using SampleMaker.Papers;
using SampleMaker.Pdf;
using SampleMaker.Sidecars;

namespace SampleMaker.Refused;

/// <summary>The bytes of uploads the archive must not take. None of them can do harm.</summary>
internal static class RefusedContents
{
    private static readonly Paper Plain = PaperReader.All.First(paper => paper.File == RefusedSet.Document["records/".Length..]);

    public static byte[] Locked => LockedPdf.Write(Plain);

    /// <summary>The end of a file and with it the catalogue is missing, as after a broken transfer.</summary>
    public static byte[] Cut => PdfPaper.Write(Typesetter.Set(Plain), Plain.Subject, Plain.FileDate)[..4000];

    public static byte[] CutDocx => WordPaper.Write(Plain)[..900];

    /// <summary>The head of a Windows program that has no code.</summary>
    public static byte[] WindowsProgram => [.. "MZ"u8, .. new byte[58], 0x40, 0, 0, 0, .. "PE\0\0"u8, 0x4C, 1, .. new byte[18], 0x0B, 1, .. "A sample without any code."u8];

    public static byte[] Script => Encoding.UTF8.GetBytes("#!/bin/sh\n# Mẫu: kịch bản không làm gì.\nexit 0\n");

    public static byte[] Batch => Encoding.ASCII.GetBytes("@echo off\r\nrem A sample that does nothing.\r\nexit /b 0\r\n");

    public static byte[] PdfWithScript => PdfPaper.Write(
        Typesetter.Set(Plain), Plain.Subject, Plain.FileDate, (_, _) => "/OpenAction << /Type /Action /S /JavaScript /JS (app.alert\\(1\\);) >>");

    public static byte[] DocxWithMacro => ZipFile.Pack(WordPaper.Parts(Plain).Append(new ZipPart("word/vbaProject.bin", "A sample without any macro.")));

    public static byte[] ActiveHtml => Encoding.UTF8.GetBytes("<!DOCTYPE html>\n<html lang=\"vi\"><body><p>Thông báo</p><script>document.title = 'mẫu';</script></body></html>\n");

    public static byte[] StampedSecret
    {
        get
        {
            var stamped = Plain with { Keys = new Dictionary<string, string>(Plain.Keys) { ["stamp"] = "MẬT" } };
            return PdfPaper.Write(Typesetter.Set(stamped), stamped.Subject, stamped.FileDate);
        }
    }

    /// <summary>Bytes without any known beginning, from a fixed sequence.</summary>
    public static byte[] Unknown => [.. Enumerable.Range(1, 600).Select(i => (byte)((i * i * 31) ^ (i * 177)))];

    public static byte[] Exploding => ZipFile.Pack(WordPaper.Parts(Plain).Append(Bomb.Part("word/media/image1.bmp")));

    public static byte[] MismatchedPicture => Picture.Png(16, 16, 16);

    public static byte[] HugePicture => Picture.Png(60_000, 60_000, 1);

    /// <summary>Documents packed together, and nothing that says what they are.</summary>
    public static byte[] PlainArchive => ZipFile.Pack(new ZipPart("tai-lieu/1.pdf", PaperFiles.Write(Plain)));

    /// <summary>METS that says nothing, and documents it does not name.</summary>
    public static byte[] Submission => ZipFile.Pack(
        new ZipPart("SIP_hoso/METS.xml", "<mets xmlns=\"http://www.loc.gov/METS/\" TYPE=\"SIP\"/>"),
        new ZipPart("SIP_hoso/metadata/descriptive/EAD.xml", "<simpledc/>"),
        new ZipPart("SIP_hoso/representations/rep1/data/1.pdf", PaperFiles.Write(Plain)));

    /// <summary>A bag without a manifest.</summary>
    public static byte[] Bag => ZipFile.Pack(
        new ZipPart("ho-so/bagit.txt", "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"),
        new ZipPart("ho-so/data/1.pdf", PaperFiles.Write(Plain)));

    /// <summary>The pattern virus scanners are tested with. It is put together here and kept in base 64, so that no scanner takes this repository for ill.</summary>
    public static byte[] ScannerTest => Encoding.ASCII.GetBytes(string.Concat("X5O!P%@AP[4\\PZX54(P^)7CC)7}$", "EICAR", "-STANDARD-", "ANTIVIRUS", "-TEST-FILE!$H+H*"));

    /// <summary>A second page whose content is no deflate stream any more.</summary>
    public static byte[] BrokenPage
    {
        get
        {
            var pdf = new PdfObjects();
            var (tree, pages) = PdfPaper.AddPages(pdf, Typesetter.Set(Plain));
            var broken = pdf.AddRawStream([.. Enumerable.Repeat((byte)0xFE, 400)], "/Filter /FlateDecode");
            pages.Add(pdf.Add(PdfPaper.PageBody(tree, "", broken, "")));
            return PdfPaper.Finish(pdf, tree, pages, Plain.Subject, Plain.FileDate, "");
        }
    }

    /// <summary>A sound sidecar of the plain document, with fields replaced, added, or (null) left out.</summary>
    public static byte[] Sidecar(params IEnumerable<(string Field, object? Value)> changes)
    {
        var fields = PaperMetadata.Fields(Plain with { Keys = new Dictionary<string, string>(Plain.Keys) { ["retention"] = "05" } });
        foreach (var (field, value) in changes)
        {
            fields.Remove(field);
            if (value is not null)
                fields[field] = value;
        }

        return Json.Write(fields);
    }
}
