using ArchiveFunctions.Tests.Accession.Content;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Wordprocessing;
using Text = DocumentFormat.OpenXml.Wordprocessing.Text;
using Word = DocumentFormat.OpenXml.Wordprocessing;

namespace ArchiveFunctions.Tests.Description;

public sealed class OfficeReadingTests
{
    [Fact]
    public async Task A_header_table_becomes_two_columns_side_by_side()
    {
        var reading = await MadeFiles.Docx(body => body.Append(
            new Word.Table(
                new TableGrid(new GridColumn { Width = "4000" }, new GridColumn { Width = "6000" }),
                new TableRow(
                    Cell(Line("UBND THÀNH PHỐ HÀ NỘI", bold: true), Line("Số: 67/KH-UBND")),
                    Cell(Line("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", bold: true), Line("Hà Nội, ngày 05 tháng 3 năm 2025", italic: true)))),
            Line("KẾ HOẠCH", bold: true, centred: true))).Read(Reading.Word);

        Assert.Equal("UBND THÀNH PHỐ HÀ NỘI\nSố: 67/KH-UBND\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nHà Nội, ngày 05 tháng 3 năm 2025\nKẾ HOẠCH\n", reading.Text);
        var words = Assert.Single(reading.Pages).Words;
        var (issuer, state, place, type) = (words.First(word => word.Text == "UBND"), words.First(word => word.Text == "CỘNG"), words.First(word => word.Text == "ngày"), words.First(word => word.Text == "KẾ"));
        Assert.Equal(issuer.Top, state.Top);
        Assert.True(issuer.Right < state.Left);
        Assert.True(issuer.Bold && state.Bold && place.Italic && !place.Bold);
        Assert.True(type.Top > place.Top);
        Assert.InRange(type.Left, 200, 300);
    }

    [Fact]
    public async Task Text_boxes_breaks_and_decomposed_letters_are_read_and_fallbacks_and_deletions_are_not()
    {
        var box = new Word.Paragraph(new OpenXmlUnknownElement(
            "mc", "AlternateContent", "http://schemas.openxmlformats.org/markup-compatibility/2006"));
        box.FirstChild!.InnerXml =
            "<mc:Choice xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" Requires=\"wps\"><w:txbxContent xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:p><w:r><w:t>KHẨN</w:t></w:r></w:p></w:txbxContent></mc:Choice>"
            + "<mc:Fallback xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\"><w:p xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:r><w:t>KHẨN</w:t></w:r></w:p></mc:Fallback>";
        var reading = await MadeFiles.Docx(body => body.Append(
            box,
            new Word.Paragraph(new Word.Run(new Text("Ha\u0300 No\u0323\u0302i"), new TabChar(), new Text("một"), new Word.Break(), new Text("hai"))),
            new Word.Paragraph(new DeletedRun(new Word.Run(new DeletedText("bỏ")))))).Read(Reading.Word);
        Assert.Equal("KHẨN\n\nHà Nội\tmột\nhai\n\n", reading.Text);
    }

    [Fact]
    public async Task Styles_make_words_bold_and_capitals()
    {
        var bytes = new MemoryStream();
        using (var word = WordprocessingDocument.Create(bytes, WordprocessingDocumentType.Document))
        {
            var main = word.AddMainDocumentPart();
            main.Document = new Document(new Body(new Word.Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = "B" }), new Word.Run(new Text("quyết định")))));
            main.AddNewPart<StyleDefinitionsPart>().Styles = new Styles(
                new Style(new StyleRunProperties(new Word.Bold())) { StyleId = "A", Type = StyleValues.Paragraph },
                new Style(new BasedOn { Val = "A" }, new StyleRunProperties(new Caps())) { StyleId = "B", Type = StyleValues.Paragraph });
        }

        var reading = await bytes.ToArray().Read(Reading.Word);
        Assert.Equal("QUYẾT ĐỊNH\n", reading.Text);
        Assert.True(reading.Pages[0].Words[0].Bold);
    }

    [Fact]
    public async Task A_long_document_is_broken_into_pages()
    {
        var reading = await MadeFiles.Docx(body => body.Append(Enumerable.Range(1, 100).Select(i => Line($"Điều {i}")))).Read(Reading.Word);
        Assert.Equal(3, reading.Pages.Count);
        Assert.All(reading.Pages, page => Assert.All(page.Words, word => Assert.True(word.Bottom <= page.Height)));
    }

    [Fact]
    public async Task A_workbook_gives_its_sheets_by_name_and_its_rows()
    {
        var bytes = new MemoryStream();
        using (var file = SpreadsheetDocument.Create(bytes, SpreadsheetDocumentType.Workbook))
        {
            var workbook = file.AddWorkbookPart();
            workbook.AddNewPart<SharedStringTablePart>().SharedStringTable = new SharedStringTable(new SharedStringItem(new DocumentFormat.OpenXml.Spreadsheet.Text("Sở Nội vụ")));
            var sheet = workbook.AddNewPart<WorksheetPart>();
            sheet.Worksheet = new Worksheet(new SheetData(new Row(
                new Cell { DataType = CellValues.SharedString, CellValue = new CellValue("0") },
                new Cell { CellValue = new CellValue("42") },
                new Cell { DataType = CellValues.InlineString, InlineString = new InlineString(new DocumentFormat.OpenXml.Spreadsheet.Text("hồ sơ")) })));
            workbook.Workbook = new Workbook(new Sheets(new Sheet { Name = "Tháng 1", SheetId = 1, Id = workbook.GetIdOfPart(sheet) }));
        }

        var reading = await bytes.ToArray().Read(Reading.Sheet);
        Assert.Equal("Tháng 1\nSở Nội vụ\t42\thồ sơ\n", reading.Text);
        Assert.Equal(1, reading.PageCount);
        Assert.Empty(reading.Findings);
    }

    private static TableCell Cell(params OpenXmlElement[] lines) => new(lines);

    private static Word.Paragraph Line(string text, bool bold = false, bool italic = false, bool centred = false)
    {
        var style = new Word.RunProperties();
        if (bold)
            style.Append(new Word.Bold());
        if (italic)
            style.Append(new Word.Italic());
        var line = new Word.Paragraph(new Word.Run(style, new Text(text)));
        if (centred)
            line.PrependChild(new ParagraphProperties(new Justification { Val = JustificationValues.Center }));
        return line;
    }
}
