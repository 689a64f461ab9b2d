using System.Buffers.Binary;
using System.Text;

namespace Archive.Description.Formats;

/// <summary>What a container is by what lies in it.</summary>
internal static class ContainerSignatures
{
    private static readonly byte[] EntryStart = [0x50, 0x4B, 0x03, 0x04];

    /// <summary>Main parts by a fragment of their content type. The longer, macro-enabled ones come first: they win where both stand.</summary>
    private static readonly (string ContentType, KnownFormat Format)[] MainParts =
    [
        ("ms-word.document.macroEnabled", DocumentFormats.Docm),
        ("ms-word.template.macroEnabled", DocumentFormats.Dotm),
        ("ms-excel.sheet.binary.macroEnabled", DocumentFormats.Xlsb),
        ("ms-excel.sheet.macroEnabled", DocumentFormats.Xlsm),
        ("ms-excel.template.macroEnabled", DocumentFormats.Xlsm),
        ("ms-excel.addin.macroEnabled", DocumentFormats.Xlsm),
        ("ms-powerpoint.presentation.macroEnabled", DocumentFormats.Pptm),
        ("ms-powerpoint.slideshow.macroEnabled", DocumentFormats.Pptm),
        ("ms-powerpoint.template.macroEnabled", DocumentFormats.Pptm),
        ("wordprocessingml.document.main", DocumentFormats.Docx),
        ("wordprocessingml.template.main", DocumentFormats.Dotx),
        ("spreadsheetml.sheet.main", DocumentFormats.Xlsx),
        ("spreadsheetml.template.main", DocumentFormats.Xltx),
        ("presentationml.presentation.main", DocumentFormats.Pptx),
        ("presentationml.slideshow.main", DocumentFormats.Pptx),
        ("presentationml.template.main", DocumentFormats.Pptx),
    ];

    private static readonly (string MediaType, KnownFormat Format)[] OpenDocuments =
    [
        ("application/vnd.oasis.opendocument.text", DocumentFormats.Odt),
        ("application/vnd.oasis.opendocument.spreadsheet", DocumentFormats.Ods),
        ("application/vnd.oasis.opendocument.presentation", DocumentFormats.Odp),
    ];

    /// <summary>What a ZIP container is.</summary>
    public static KnownFormat Zip(IReadOnlyCollection<string> names, string? mimetype, string? contentTypes)
    {
        if (OpenDocuments.FirstOrDefault(known => mimetype?.Trim().StartsWith(known.MediaType, StringComparison.Ordinal) ?? false).Format is { } open)
            return open;
        if (MainParts.FirstOrDefault(known => contentTypes?.Contains(known.ContentType, StringComparison.OrdinalIgnoreCase) ?? false).Format is { } main)
            return main;
        if (contentTypes is not null && Folder(names) is { } office)
            return office;
        if (names.Contains("AndroidManifest.xml") || names.Contains("classes.dex"))
            return ProgramFormats.Apk;

        var java = names.Any(name => name.EndsWith(".class", StringComparison.OrdinalIgnoreCase)) || names.FirstOrDefault() is "META-INF/MANIFEST.MF" or "META-INF/";
        return java && !names.Contains("mimetype") ? ProgramFormats.Jar : ProgramFormats.Zip;
    }

    /// <summary>The names in the entry headers that are in sight. They stand in front of each entry, the directory behind them all.</summary>
    public static List<string> NamesInSight(ReadOnlySpan<byte> head)
    {
        const int Header = 30;
        var names = new List<string>();
        for (var at = head.IndexOf(EntryStart); at >= 0 && head.Length > Header; at = head.IndexOf(EntryStart))
        {
            head = head[at..];
            var length = head.Length < Header ? 0 : BinaryPrimitives.ReadUInt16LittleEndian(head[26..]);
            if (length > 0 && head.Length >= Header + length)
                names.Add(Encoding.UTF8.GetString(head.Slice(Header, length)));
            head = head[EntryStart.Length..];
        }

        return names;
    }

    /// <summary>What an OLE2 container is, by the names in its directory.</summary>
    public static KnownFormat Ole(IReadOnlyCollection<string> names, string extension)
    {
        if (names.Contains("EncryptedPackage"))
            return DocumentFormats.EncryptedOffice;
        if (names.Contains("WordDocument"))
            return DocumentFormats.Doc;
        if (names.Contains("Workbook") || names.Contains("Book"))
            return DocumentFormats.Xls;
        if (names.Contains("PowerPoint Document"))
            return DocumentFormats.Ppt;

        // An installer database writes its table names in a packed alphabet that begins at U+3800.
        var packed = names.Any(name => name.AsSpan().ContainsAnyInRange('\u3800', '\u4840'));
        return packed || extension is "msi" or "msp" ? ProgramFormats.Installer : DocumentFormats.Ole2;
    }

    /// <summary>An office document whose content types were mangled still has its folder.</summary>
    private static KnownFormat? Folder(IReadOnlyCollection<string> names) =>
        names.Contains("word/document.xml") ? DocumentFormats.Docx
        : names.Contains("xl/workbook.xml") ? DocumentFormats.Xlsx
        : names.Contains("ppt/presentation.xml") ? DocumentFormats.Pptx
        : null;
}
