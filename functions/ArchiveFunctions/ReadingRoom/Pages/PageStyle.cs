namespace ArchiveFunctions.ReadingRoom.Pages;

/// <summary>The style of all pages: one sheet, put into each.</summary>
internal static class PageStyle
{
    /// <summary>The sheet.</summary>
    public static string Text { get; } = Read();

    private static string Read()
    {
        using var sheet = new StreamReader(typeof(PageStyle).Assembly.GetManifestResourceStream("page.css") ?? throw new InvalidOperationException("The style is not in the assembly."));
        return sheet.ReadToEnd().ReplaceLineEndings("\n");
    }
}
