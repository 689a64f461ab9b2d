using System.Globalization;
using SampleMaker.Papers;

namespace SampleMaker.Office;

/// <summary>A list as XLSX: one sheet of inline strings, the first row with the columns' names.</summary>
internal static class SheetPaper
{
    private const string Types = """
        <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
        <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>
        """;

    private const string Relations = """
        <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
        <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/><Relationship Id="r2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>
        """;

    private const string Workbook = """
        <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
        <workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Danh mục" sheetId="1" r:id="r1"/></sheets></workbook>
        """;

    private const string WorkbookRelations = """
        <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
        <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>
        """;

    /// <summary>Writes the list; a paper's paragraphs are its rows, cells apart by semicolons.</summary>
    public static byte[] Write(Paper paper) => ZipFile.Pack(
        new ZipPart("[Content_Types].xml", Types),
        new ZipPart("_rels/.rels", Relations),
        new ZipPart("xl/workbook.xml", Workbook),
        new ZipPart("xl/_rels/workbook.xml.rels", WorkbookRelations),
        new ZipPart("xl/worksheets/sheet1.xml", Sheet([paper.Subject, .. paper.Body])),
        new ZipPart("docProps/core.xml", WordPaper.Properties(paper.Subject, paper.FileDate)));

    private static string Sheet(IEnumerable<string> rows) => $"""
        <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
        <worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{string.Concat(rows.Select(Row))}</sheetData></worksheet>
        """;

    private static string Row(string row, int index) => string.Create(
        CultureInfo.InvariantCulture,
        $"""<row r="{index + 1}">{string.Concat(row.Split(';').Select((cell, column) => Cell(cell, column, index + 1)))}</row>""");

    private static string Cell(string text, int column, int row) => string.Create(
        CultureInfo.InvariantCulture,
        $"""<c r="{(char)('A' + column)}{row}" t="inlineStr"><is><t>{WordPaper.Escape(text)}</t></is></c>""");
}
