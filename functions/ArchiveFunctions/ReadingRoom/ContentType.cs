namespace ArchiveFunctions.ReadingRoom;

/// <summary>
/// As what a record's bytes are handed over. A list of what is let through and not of what is not: whatever is not known to be still - HTML, XHTML,
/// SVG, XML, MHTML, scripts, and what a later format list may add - goes as bytes without a name, which no browser runs or draws.
/// </summary>
public static class ContentType
{
    private const string Bytes = "application/octet-stream";
    private static readonly HashSet<string> Shown = ["application/pdf", "image/png", "image/jpeg", "image/gif", "text/plain"];
    private static readonly HashSet<string> Saved = ["application/msword", "application/rtf", "application/zip", "image/tiff", "text/csv"];
    private static readonly string[] SavedKinds = ["application/vnd.oasis.opendocument.", "application/vnd.openxmlformats-officedocument.", "application/vnd.ms-", "audio/", "video/"];

    /// <summary>The type a browser is told for a known one.</summary>
    public static string Of(string known) => IsShown(known) || Saved.Contains(known) || IsSavedKind(known) ? known : Bytes;

    /// <summary>Whether a browser may show it in the page: formats that cannot carry a program it would run, PDF because its reader runs none against us.</summary>
    public static bool IsShown(string known) => Shown.Contains(known);

    /// <summary>Nothing that ends in XML is of a kind, whatever it begins with: browsers draw it.</summary>
    private static bool IsSavedKind(string known) =>
        SavedKinds.Any(kind => known.StartsWith(kind, StringComparison.Ordinal)) && !known.EndsWith("xml", StringComparison.OrdinalIgnoreCase);
}
