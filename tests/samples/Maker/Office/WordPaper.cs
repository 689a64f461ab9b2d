using System.Security;
using SampleMaker.Papers;

namespace SampleMaker.Office;

/// <summary>A paper as DOCX: the head is a table of two columns, as offices make it.</summary>
internal static class WordPaper
{
    private const string Types = """
        <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
        <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>
        """;

    private const string Relations = """
        <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
        <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/><Relationship Id="r2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>
        """;

    /// <summary>Writes the document.</summary>
    public static byte[] Write(Paper paper) => ZipFile.Pack(Parts(paper));

    /// <summary>The parts, for a sample that adds another.</summary>
    public static IReadOnlyList<ZipPart> Parts(Paper paper) =>
    [
        new("[Content_Types].xml", Types),
        new("_rels/.rels", Relations),
        new("word/document.xml", Document(paper)),
        new("docProps/core.xml", Properties(paper.Subject, paper.FileDate)),
    ];

    /// <summary>The properties part both Office formats share.</summary>
    public static string Properties(string title, string date) => $"""
        <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
        <cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>{Escape(title)}</dc:title><dcterms:created xsi:type="dcterms:W3CDTF">{date[6..]}-{date[3..5]}-{date[..2]}T02:00:00Z</dcterms:created></cp:coreProperties>
        """;

    /// <summary>A text as XML holds it.</summary>
    public static string Escape(string text) => SecurityElement.Escape(text);

    private static string Document(Paper paper) => $"""
        <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
        <w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{Head(paper)}{Title(paper)}{string.Concat(paper.Body.Select(Body))}{Foot(paper)}<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1247" w:right="1021" w:bottom="1134" w:left="1701" w:header="708" w:footer="708" w:gutter="0"/></w:sectPr></w:body></w:document>
        """;

    private static string Head(Paper paper) => Table(
        Cell(3700, [
            .. paper.Lines("parent").Select(line => Paragraph(line, 24)),
            .. paper.Lines("organ").Select(line => Paragraph(line, 24, "<w:b/>")),
            Paragraph(paper.NumberLine, 26)]),
        Cell(5500, [
            Paragraph("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 24, "<w:b/>"),
            Paragraph("Độc lập - Tự do - Hạnh phúc", 26, "<w:b/>"),
            Paragraph(paper.PlaceLine!, 26, "<w:i/>")]));

    private static string Title(Paper paper) => string.Concat(
        paper.Lines("type").Select(line => Paragraph(line, 28, "<w:b/>"))
            .Concat(paper.Lines("subject").Select(line => Paragraph(line, 27, "<w:b/>")))
            .Concat(paper.Lines("to").Select(line => Paragraph($"Kính gửi: {line}", 28))));

    private static string Body(string paragraph) => paragraph[0] switch
    {
        '^' => Paragraph(paragraph[1..], 27, "<w:b/>"),
        '_' => Paragraph(paragraph[1..], 27, "<w:i/>", "both"),
        '*' => Paragraph(paragraph[1..], 27, "<w:b/>", "both"),
        _ => Paragraph(paragraph, 27, "", "both"),
    };

    private static string Foot(Paper paper) => Table(
        Cell(4600, [
            Paragraph("Nơi nhận:", 24, "<w:b/><w:i/>", "left"),
            .. paper.Lines("recipients").Select(line => Paragraph($"- {line}{(line.StartsWith("Lưu", StringComparison.Ordinal) ? "." : ";")}", 22, "", "left"))]),
        Cell(4600, [
            .. paper.Lines("authority").Select(line => Paragraph(line, 26, "<w:b/>")),
            Paragraph("", 26),
            Paragraph("", 26),
            Paragraph(paper.PrintedSigner!, 27, "<w:b/>")]));

    private static string Table(params string[] cells) =>
        $"""<w:tbl><w:tblPr><w:tblW w:w="9200" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid><w:gridCol/><w:gridCol/></w:tblGrid><w:tr>{string.Concat(cells)}</w:tr></w:tbl>""";

    private static string Cell(int width, IEnumerable<string> paragraphs) =>
        $"""<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{string.Concat(paragraphs)}</w:tc>""";

    private static string Paragraph(string text, int halfPoints, string marks = "", string alignment = "center") =>
        $"""<w:p><w:pPr><w:jc w:val="{alignment}"/></w:pPr><w:r><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman"/>{marks}<w:sz w:val="{halfPoints}"/></w:rPr><w:t xml:space="preserve">{Escape(text)}</w:t></w:r></w:p>""";
}
