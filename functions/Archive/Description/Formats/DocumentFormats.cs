using static Archive.Description.Formats.KnownFormat;

namespace Archive.Description.Formats;

/// <summary>Office formats and text. PUIDs as PRONOM has them; where PRONOM tells versions apart by details inside, the common one stands.</summary>
internal static class DocumentFormats
{
    private const string OpenXml = "application/vnd.openxmlformats-officedocument.";
    private const string OpenDocument = "application/vnd.oasis.opendocument.";

    public static readonly KnownFormat Text = Of(FormatFamily.Text, "x-fmt/111", "Plain Text", "text/plain", "txt", "text", "log", "md", "json", "csv", "tsv", "eml", "ini", "sql");
    public static readonly KnownFormat Csv = Of(FormatFamily.Text, "x-fmt/18", "Comma Separated Values", "text/csv", "csv", "txt");
    public static readonly KnownFormat Html = Of(FormatFamily.Markup, "fmt/96", "Hypertext Markup Language", "text/html", "html", "htm", "xhtml");
    public static readonly KnownFormat Html5 = Of(FormatFamily.Markup, "fmt/471", "Hypertext Markup Language 5", "text/html", "html", "htm", "xhtml");
    public static readonly KnownFormat Xml = Of(FormatFamily.Markup, "fmt/101", "Extensible Markup Language 1.0", "application/xml", "xml", "edxml", "xsd", "xsl", "xslt");
    public static readonly KnownFormat Svg = Of(FormatFamily.Markup, "fmt/92", "Scalable Vector Graphics 1.1", "image/svg+xml", "svg");

    public static readonly KnownFormat Rtf = Of(FormatFamily.OtherOffice, "fmt/45", "Rich Text Format", "application/rtf", "rtf");
    public static readonly KnownFormat Rtf19 = Of(FormatFamily.OtherOffice, "fmt/355", "Rich Text Format 1.9", "application/rtf", "rtf");

    public static readonly KnownFormat Ole2 = Of(FormatFamily.Unknown, "fmt/111", "OLE2 Compound Document", "application/x-ole-storage");
    public static readonly KnownFormat Doc = Of(FormatFamily.OtherOffice, "fmt/40", "Microsoft Word Document 97-2003", "application/msword", "doc", "dot");
    public static readonly KnownFormat Xls = Of(FormatFamily.OtherOffice, "fmt/61", "Microsoft Excel 97-2003", "application/vnd.ms-excel", "xls", "xlt");
    public static readonly KnownFormat Ppt = Of(FormatFamily.OtherOffice, "fmt/126", "Microsoft PowerPoint 97-2003", "application/vnd.ms-powerpoint", "ppt", "pps", "pot");
    public static readonly KnownFormat EncryptedOffice =
        Of(FormatFamily.OtherOffice, "fmt/494", "Microsoft Office Encrypted Document", "application/x-ole-storage", "docx", "xlsx", "pptx", "docm", "xlsm", "pptm");

    public static readonly KnownFormat Docx = Of(FormatFamily.WordDocument, "fmt/412", "Microsoft Word for Windows 2007 onwards", OpenXml + "wordprocessingml.document", "docx");
    public static readonly KnownFormat Dotx = Of(FormatFamily.WordDocument, "fmt/597", "Microsoft Word Template 2007 onwards", OpenXml + "wordprocessingml.template", "dotx");
    public static readonly KnownFormat Docm =
        Of(FormatFamily.WordDocument, "fmt/523", "Microsoft Word Macro-Enabled Document", "application/vnd.ms-word.document.macroEnabled.12", "docm");
    public static readonly KnownFormat Dotm =
        Of(FormatFamily.WordDocument, "fmt/599", "Microsoft Word Macro-Enabled Template", "application/vnd.ms-word.template.macroEnabled.12", "dotm");
    public static readonly KnownFormat Xlsx = Of(FormatFamily.Spreadsheet, "fmt/214", "Microsoft Excel for Windows 2007 onwards", OpenXml + "spreadsheetml.sheet", "xlsx");
    public static readonly KnownFormat Xltx = Of(FormatFamily.Spreadsheet, "fmt/598", "Microsoft Excel Template 2007 onwards", OpenXml + "spreadsheetml.template", "xltx");
    public static readonly KnownFormat Xlsm =
        Of(FormatFamily.Spreadsheet, "fmt/445", "Microsoft Excel Macro-Enabled", "application/vnd.ms-excel.sheet.macroEnabled.12", "xlsm", "xltm");
    public static readonly KnownFormat Xlsb =
        Of(FormatFamily.OtherOffice, "fmt/595", "Microsoft Excel Binary Workbook", "application/vnd.ms-excel.sheet.binary.macroEnabled.12", "xlsb");
    public static readonly KnownFormat Pptx =
        Of(FormatFamily.OtherOffice, "fmt/215", "Microsoft PowerPoint for Windows 2007 onwards", OpenXml + "presentationml.presentation", "pptx", "ppsx", "potx");
    public static readonly KnownFormat Pptm = Of(
        FormatFamily.OtherOffice, "fmt/487", "Microsoft PowerPoint Macro-Enabled", "application/vnd.ms-powerpoint.presentation.macroEnabled.12", "pptm", "ppsm", "potm");

    public static readonly KnownFormat Odt = Of(FormatFamily.OtherOffice, "fmt/291", "OpenDocument Text", OpenDocument + "text", "odt", "ott");
    public static readonly KnownFormat Ods = Of(FormatFamily.OtherOffice, "fmt/295", "OpenDocument Spreadsheet", OpenDocument + "spreadsheet", "ods", "ots");
    public static readonly KnownFormat Odp = Of(FormatFamily.OtherOffice, "fmt/293", "OpenDocument Presentation", OpenDocument + "presentation", "odp", "otp");

    public static readonly IReadOnlyList<KnownFormat> All =
    [
        Text, Csv, Html, Html5, Xml, Svg, Rtf, Rtf19, Ole2, Doc, Xls, Ppt, EncryptedOffice,
        Docx, Dotx, Docm, Dotm, Xlsx, Xltx, Xlsm, Xlsb, Pptx, Pptm, Odt, Ods, Odp,
    ];
}
