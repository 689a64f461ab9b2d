using System.Text;
using Archive.Description;
using Archive.Description.Formats;
using CsCheck;

namespace Archive.Tests.Formats;

public sealed class FormatIdentificationTests
{
    [Theory]
    [InlineData("%PDF-1.0\n", "fmt/14")]
    [InlineData("%PDF-1.4\n", "fmt/18")]
    [InlineData("%PDF-1.7\n", "fmt/276")]
    [InlineData("%PDF-2.0\n", "fmt/1129")]
    [InlineData("junk in front\n%PDF-1.5\n", "fmt/19")]
    [InlineData("%PDF-1.4\n<pdfaid:part>1</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>", "fmt/354")]
    [InlineData("%PDF-1.7\n<rdf:Description pdfaid:part=\"2\" pdfaid:conformance=\"U\"/>", "fmt/478")]
    [InlineData("%PDF-1.7\n<pdfaid:conformance>A</pdfaid:conformance><pdfaid:part>3</pdfaid:part>", "fmt/479")]
    [InlineData("%PDF-2.0\n<pdfaid:part>4</pdfaid:part>", "fmt/1910")]
    [InlineData("%PDF-9.9\n", "")]
    public void A_PDF_is_known_by_its_header_and_its_PDF_A_declaration(string head, string puid)
    {
        var format = FormatIdentification.Identify(Encoding.Latin1.GetBytes(head), default, "a.pdf");
        Assert.Equal((FormatFamily.Pdf, puid), (format.Family, format.Puid));
    }

    [Fact]
    public void A_PDF_A_declaration_at_the_end_of_the_file_counts() =>
        Assert.Equal("fmt/477", FormatIdentification.Identify("%PDF-1.7\n"u8, "<pdfaid:part>2</pdfaid:part> <pdfaid:conformance>B</pdfaid:conformance>"u8, "a.pdf").Puid);

    [Theory]
    [InlineData("89504E470D0A1A0A0000000D49484452", "fmt/11", FormatFamily.Image)]
    [InlineData("FFD8FFE000104A46494600010101", "fmt/43", FormatFamily.Image)]
    [InlineData("FFD8FFE000104A46494600010201", "fmt/44", FormatFamily.Image)]
    [InlineData("FFD8FFDB0000000000000000", "fmt/41", FormatFamily.Image)]
    [InlineData("49492A0008000000", "fmt/353", FormatFamily.Image)]
    [InlineData("4D4D002A00000008", "fmt/353", FormatFamily.Image)]
    [InlineData("474946383961", "fmt/4", FormatFamily.Image)]
    [InlineData("000001BA44000400", "x-fmt/386", FormatFamily.Video)]
    [InlineData("000001BA210001000180", "x-fmt/385", FormatFamily.Video)]
    [InlineData("000000186674797069736F6D", "fmt/199", FormatFamily.Video)]
    [InlineData("000000146674797071742020", "x-fmt/384", FormatFamily.Video)]
    [InlineData("524946460000000041564920", "fmt/5", FormatFamily.Video)]
    [InlineData("524946460000000057415645", "fmt/6", FormatFamily.Audio)]
    [InlineData("3026B2758E66CF11A6D900AA0062CE6C", "fmt/131", FormatFamily.Video)]
    [InlineData("49443303000000000000", "fmt/134", FormatFamily.Audio)]
    [InlineData("504B0304", "x-fmt/263", FormatFamily.Package)]
    [InlineData("377ABCAF271C", "fmt/484", FormatFamily.Package)]
    [InlineData("526172211A070100", "fmt/613", FormatFamily.Package)]
    [InlineData("1F8B0800", "x-fmt/266", FormatFamily.Package)]
    [InlineData("4D5A90000300000004000000", "x-fmt/411", FormatFamily.Executable)]
    [InlineData("7F454C4602010100", "fmt/690", FormatFamily.Executable)]
    [InlineData("CFFAEDFE07000001", "fmt/693", FormatFamily.Executable)]
    [InlineData("CAFEBABE00000041", "x-fmt/415", FormatFamily.Executable)]
    [InlineData("4C0000000114020000000000", "x-fmt/428", FormatFamily.Executable)]
    public void Bytes_at_a_fixed_place_tell_a_format(string bytes, string puid, FormatFamily family)
    {
        // Padding with zeroes keeps short signatures from looking like a whole file.
        var head = new byte[600];
        Convert.FromHexString(bytes).CopyTo(head, 0);
        var format = FormatIdentification.Identify(head, default, "upload");
        Assert.Equal((puid, family), (format.Puid, format.Family));
    }

    [Theory]
    [InlineData("Kính gửi: Sở Nội vụ", "a.txt", "x-fmt/111", FormatFamily.Text)]
    [InlineData("số,ngày\n67,05/01/2025", "a.csv", "x-fmt/18", FormatFamily.Text)]
    [InlineData("{\\rtf1\\ansi", "a.rtf", "fmt/45", FormatFamily.OtherOffice)]
    [InlineData("<!DOCTYPE html><html></html>", "a.html", "fmt/471", FormatFamily.Markup)]
    [InlineData("<html><body>a</body></html>", "a.html", "fmt/96", FormatFamily.Markup)]
    [InlineData("<?xml version=\"1.0\"?><!-- x --><edXML/>", "a.xml", "fmt/101", FormatFamily.Markup)]
    [InlineData("<?xml version=\"1.0\"?><table/>", "a.xml", "fmt/101", FormatFamily.Markup)]
    [InlineData("<?xml version=\"1.0\"?><!DOCTYPE html><html/>", "a.xhtml", "fmt/96", FormatFamily.Markup)]
    [InlineData("<?xml version=\"1.0\"?><svg:svg xmlns:svg=\"x\"/>", "a.svg", "fmt/92", FormatFamily.Markup)]
    [InlineData("<?xml version=\"1.0\"?><record><note>&lt;html> <html/></note></record>", "a.xml", "fmt/101", FormatFamily.Markup)]
    [InlineData("#!/bin/sh\nrm -rf", "a.txt", "", FormatFamily.Executable)]
    [InlineData("@echo off\r\ndel", "a.txt", "x-fmt/413", FormatFamily.Executable)]
    [InlineData("Write-Host 'a'", "a.ps1", "", FormatFamily.Executable)]
    [InlineData("MsgBox 1", "a.VBS", "", FormatFamily.Executable)]
    [InlineData("alert(1)", "a.js . ", "", FormatFamily.Executable)]
    [InlineData("MZ là hai chữ cái đầu một dòng văn bản thường", "a.txt", "x-fmt/111", FormatFamily.Text)]
    public void Text_is_told_by_what_it_begins_with_and_scripts_by_their_names(string text, string name, string puid, FormatFamily family)
    {
        var format = FormatIdentification.Identify(Encoding.UTF8.GetBytes(text), default, name);
        Assert.Equal((puid, family), (format.Puid, format.Family));
    }

    [Fact]
    public void Text_may_be_UTF_16_and_8_bit()
    {
        Assert.Equal("x-fmt/111", FormatIdentification.Identify([.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("Hà Nội")], default, "a.txt").Puid);
        Assert.Equal("x-fmt/111", FormatIdentification.Identify("\u00B5\u00D3 C\u00E9ng hoµ"u8, default, "a.txt").Puid);
        Assert.Equal("x-fmt/111", FormatIdentification.Identify(Encoding.Latin1.GetBytes("Céng hoµ x· héi"), default, "a.txt").Puid);
    }

    [Fact]
    public void A_letter_cut_by_the_window_does_not_turn_text_into_something_else()
    {
        var bytes = Encoding.UTF8.GetBytes("Ủy ban nhân dân thành phố Hà Nội ộ");
        Assert.Equal(FormatFamily.Text, FormatIdentification.Identify(bytes.AsSpan(0, bytes.Length - 1), default, "a.txt").Family);
    }

    [Theory]
    [InlineData("word/document.xml", "wordprocessingml.document.main+xml", "fmt/412")]
    [InlineData("xl/workbook.xml", "spreadsheetml.sheet.main+xml", "fmt/214")]
    [InlineData("ppt/presentation.xml", "presentationml.presentation.main+xml", "fmt/215")]
    [InlineData("word/document.xml", "application/vnd.ms-word.document.macroEnabled.main+xml", "fmt/523")]
    [InlineData("xl/workbook.xml", "application/vnd.ms-excel.sheet.macroEnabled.main+xml", "fmt/445")]
    public void An_office_container_is_known_by_its_main_part(string part, string contentType, string puid) =>
        Assert.Equal(puid, FormatIdentification.IdentifyContainer(["[Content_Types].xml", part], null, $"<Types><Override ContentType=\"{contentType}\"/></Types>").Puid);

    [Fact]
    public void Other_containers_are_known_by_what_lies_in_them()
    {
        Assert.Equal("fmt/291", FormatIdentification.IdentifyContainer(["mimetype", "content.xml"], "application/vnd.oasis.opendocument.text", null).Puid);
        Assert.Equal("fmt/295", FormatIdentification.IdentifyContainer(["mimetype"], "application/vnd.oasis.opendocument.spreadsheet", null).Puid);
        Assert.Equal(FormatFamily.Executable, FormatIdentification.IdentifyContainer(["META-INF/MANIFEST.MF", "a/B.class"], null, null).Family);
        Assert.Equal(FormatFamily.Executable, FormatIdentification.IdentifyContainer(["AndroidManifest.xml", "classes.dex"], null, null).Family);
        Assert.Equal("x-fmt/263", FormatIdentification.IdentifyContainer(["hồ sơ/1.pdf"], null, null).Puid);
    }

    [Theory]
    [InlineData("WordDocument", "fmt/40")]
    [InlineData("Workbook", "fmt/61")]
    [InlineData("Book", "fmt/61")]
    [InlineData("PowerPoint Document", "fmt/126")]
    [InlineData("EncryptedPackage", "fmt/494")]
    [InlineData("Anything", "fmt/111")]
    public void An_OLE2_file_is_known_by_its_directory(string entry, string puid) =>
        Assert.Equal(puid, FormatIdentification.IdentifyOle(["Root Entry", entry], "a").Puid);

    [Theory]
    [InlineData("%PDF-1.4\n", "a.pdf", true)]
    [InlineData("%PDF-1.4\n", "a.PDF", true)]
    [InlineData("%PDF-1.4\n", "a", true)]
    [InlineData("%PDF-1.4\n", "Quyết định số 12.signed", true)]
    [InlineData("%PDF-1.4\n", "a.docx", false)]
    [InlineData("%PDF-1.4\n", "a.pdf.exe", false)]
    [InlineData("{\\rtf1\\ansi", "a.doc", false)]
    [InlineData("<html></html>", "a.doc", false)]
    [InlineData("<html></html>", "a.htm", true)]
    [InlineData("chữ", "a.pdf", false)]
    public void A_name_agrees_with_the_content_unless_it_names_another_format(string text, string name, bool agrees) =>
        Assert.Equal(agrees, FormatIdentification.NameAgrees(FormatIdentification.Identify(Encoding.UTF8.GetBytes(text), default, name), name));

    [Fact]
    public void Control_bytes_are_no_text() =>
        Assert.Same(FormatIdentity.Unknown, FormatIdentification.Identify([0x41, 0x00, 0x01, 0x02], default, "a.txt"));

    [Fact]
    public void Any_bytes_under_any_name_give_an_answer() =>
        Gen.Select(Gen.Byte.Array[0, 300], Gen.String).Sample((bytes, name) =>
            FormatIdentification.NameAgrees(FormatIdentification.Identify(bytes, bytes, name), name) || name.Contains('.', StringComparison.Ordinal));
}
