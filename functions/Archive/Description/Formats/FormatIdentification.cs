using System.Text;

namespace Archive.Description.Formats;

/// <summary>
/// Says what a file is by its bytes. The name helps only where bytes cannot tell: a script from a text, a comma-separated table from prose.
/// Total: any bytes give an answer, at worst <see cref="FormatIdentity.Unknown"/>.
/// </summary>
public static class FormatIdentification
{
    /// <summary>How far in front of a PDF's header other bytes may stand; readers accept that many.</summary>
    private const int PdfHeaderWithin = 1024;

    private static readonly byte[] OleStart = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    private static readonly string[] OleNames = ["EncryptedPackage", "WordDocument", "Workbook", "Book", "PowerPoint Document"];

    private static readonly KnownFormat[] All = [.. DocumentFormats.All, .. MediaFormats.All, .. ProgramFormats.All];

    private static readonly ILookup<FormatIdentity, string> Allowed =
        All.SelectMany(format => format.Extensions, (format, extension) => (format.Identity, extension)).ToLookup(pair => pair.Identity, pair => pair.extension);

    private static readonly HashSet<string> KnownExtensions =
        All.SelectMany(format => format.Extensions).Concat(PdfFlavour.Extensions).ToHashSet(StringComparer.Ordinal);

    internal static readonly HashSet<string> DocumentExtensions =
        DocumentFormats.All.Concat(MediaFormats.All).SelectMany(format => format.Extensions).Concat(PdfFlavour.Extensions).ToHashSet(StringComparer.Ordinal);

    /// <summary>
    /// Identifies a file by its leading and trailing bytes. A ZIP comes back as ZIP and an OLE2 file by what of its directory is in sight:
    /// <see cref="IdentifyContainer"/> and <see cref="IdentifyOle"/> say more once they are opened.
    /// </summary>
    /// <param name="head">The first bytes; 4 KB are enough for every signature, 64 KB show most PDF/A declarations.</param>
    /// <param name="tail">The last bytes, where a PDF/A declaration may stand as well.</param>
    /// <param name="name">The file's name.</param>
    public static FormatIdentity Identify(ReadOnlySpan<byte> head, ReadOnlySpan<byte> tail, string name)
    {
        var extension = Extension(name);
        if (head.StartsWith(OleStart))
            return ContainerSignatures.Ole(NamesInSight(head, tail), extension).Identity;
        if (BinarySignatures.Find(head) is { } binary)
            return binary.Identity;

        var pdf = head[..Math.Min(head.Length, PdfHeaderWithin)].IndexOf("%PDF-"u8);
        if (pdf >= 0)
            return PdfFlavour.Of(head[pdf..], head, tail);

        return TextSignatures.Find(head, extension)?.Identity ?? FormatIdentity.Unknown;
    }

    /// <summary>Identifies what a ZIP container is by what lies in it; plain ZIP when it is no office document and no program.</summary>
    /// <param name="entryNames">The names of its entries, in their order.</param>
    /// <param name="mimetypeEntry">The content of the entry <c>mimetype</c>, if there is one (OpenDocument).</param>
    /// <param name="contentTypes">The content of <c>[Content_Types].xml</c>, if there is one (Office Open XML).</param>
    public static FormatIdentity IdentifyContainer(IReadOnlyCollection<string> entryNames, string? mimetypeEntry, string? contentTypes) =>
        ContainerSignatures.Zip(entryNames, mimetypeEntry, contentTypes).Identity;

    /// <summary>
    /// Identifies what a ZIP container was whose directory, at its end, is lost: by the entries whose beginnings are among the leading bytes.
    /// </summary>
    public static FormatIdentity IdentifyCutContainer(ReadOnlySpan<byte> head)
    {
        var names = ContainerSignatures.NamesInSight(head);
        return ContainerSignatures.Zip(names, null, names.Contains("[Content_Types].xml") || names.Contains("_rels/.rels") ? "" : null).Identity;
    }

    /// <summary>Identifies what an OLE2 container is by the names in its directory.</summary>
    public static FormatIdentity IdentifyOle(IReadOnlyCollection<string> directoryNames, string name) =>
        ContainerSignatures.Ole(directoryNames, Extension(name)).Identity;

    /// <summary>
    /// Whether a file of this format may bear this name. A name without an extension, or with one that belongs to no known format, agrees
    /// with everything; so does any name with a format nothing is known of.
    /// </summary>
    public static bool NameAgrees(FormatIdentity format, string name)
    {
        var extension = Extension(name);
        if (format.Family == FormatFamily.Unknown || !KnownExtensions.Contains(extension))
            return true;

        return format.Family == FormatFamily.Pdf ? PdfFlavour.Extensions.Contains(extension) : Allowed[format].Contains(extension);
    }

    /// <summary>The extension a file of this format is to bear: the one its name has where that agrees, else the format's usual one, else <c>bin</c>.</summary>
    public static string ExtensionFor(FormatIdentity format, string name)
    {
        var extensions = format.Family == FormatFamily.Pdf ? PdfFlavour.Extensions : Allowed[format].ToArray();
        return extensions.Contains(Extension(name)) ? Extension(name) : extensions is [var usual, ..] ? usual : "bin";
    }

    /// <summary>Whether a name's extension is that of a program or script.</summary>
    public static bool IsProgramName(string name) => ProgramFormats.IsProgramExtension(Extension(name));

    /// <summary>Whether a name ends as those of documents, pictures, sound or film do.</summary>
    public static bool IsDocumentName(string name) => DocumentExtensions.Contains(Extension(name));

    /// <summary>The extension, lower case and without the dot; trailing dots and spaces, which some systems drop, do not hide it.</summary>
    private static string Extension(string name)
    {
        var trimmed = name.AsSpan().TrimEnd(" .");
        var dot = trimmed.LastIndexOf('.');
        return dot < 0 || trimmed[dot..].ContainsAny('/', '\\') ? "" : trimmed[(dot + 1)..].ToString().ToLowerInvariant();
    }

    private static List<string> NamesInSight(ReadOnlySpan<byte> head, ReadOnlySpan<byte> tail)
    {
        var seen = new List<string>();
        foreach (var known in OleNames)
        {
            // A directory entry's name ends with a zero, so that "Book" is not found in "Workbook".
            var written = Encoding.Unicode.GetBytes($"{known}\0");
            if (head.IndexOf(written) >= 0 || tail.IndexOf(written) >= 0)
                seen.Add(known);
        }

        return seen;
    }
}
