using System.Security.Cryptography;
using System.Text;
using Archive.Description.Formats;

namespace Archive.Packages;

/// <summary>The names in a package, all worked out from what does not change: the same plan always gives the same names (TT 05/2025, annexes).</summary>
public static class PackageNames
{
    /// <summary>The folder of the one representation.</summary>
    public const string Representation = "representations/rep1";

    /// <summary>The description of the package.</summary>
    public const string Description = "metadata/descriptive/EAD.xml";

    /// <summary>The preservation metadata of the package.</summary>
    public const string Preservation = "metadata/preservation/PREMIS.xml";

    /// <summary>The preservation metadata of the documents.</summary>
    public const string RepresentationPreservation = Representation + "/metadata/preservation/PREMIS_rep1.xml";

    /// <summary>The file that makes a folder a package; it is written last.</summary>
    public const string Mets = "METS.xml";

    /// <summary>The list of the documents.</summary>
    public const string RepresentationMets = Representation + "/METS.xml";

    private const int LongestDocId = 100;

    /// <summary><c>mets/@OBJID</c>: <c>urn:uuid:{UUID}</c>, upper case.</summary>
    public static string ObjectId(Guid package) => $"urn:uuid:{Upper(package)}";

    /// <summary>The package's folder: the OBJID with <c>_</c> for <c>:</c>.</summary>
    public static string Folder(Guid package) => ObjectId(package).Replace(':', '_');

    /// <summary>Where a document's bytes stand.</summary>
    public static string Data(PackagedRecord record) =>
        $"{Representation}/data/{record.DocId}.{FormatIdentification.ExtensionFor(record.Content.Format, record.Content.OriginalName)}";

    /// <summary>Where a document's description stands, called by what the document is.</summary>
    public static string DocumentDescription(PackagedRecord record, PackagedKind kind) => DocumentDescription(record.DocId, kind);

    /// <summary>Where the description of the document of a name stands.</summary>
    internal static string DocumentDescription(string name, PackagedKind kind) => $"{Representation}/metadata/descriptive/{DescriptionOf(kind)}_{name}.xml";

    /// <summary>How the description of a kind of document is called, and its schema.</summary>
    internal static string DescriptionOf(PackagedKind kind) => kind switch
    {
        PackagedKind.Photo => "EAD_pic",
        PackagedKind.Media => "EAD_media",
        _ => "EAD_doc",
    };

    /// <summary>Letters, digits, dots, hyphens and underscores; it neither begins nor ends with a dot, so that it is no hidden file and no <c>..</c>.</summary>
    internal static bool IsSafe(string docId) =>
        docId.Length is > 0 and <= LongestDocId
        && docId[0] is not ('.' or '-') && docId[^1] != '.'
        && docId.All(letter => letter is '.' or '-' or '_' || (char.IsLetterOrDigit(letter) && !char.IsSurrogate(letter)))
        && docId.IsNormalized(NormalizationForm.FormC);

    /// <summary>A name-based UUID of something in a package, upper case.</summary>
    internal static string Uuid(Guid package, params ReadOnlySpan<string> parts)
    {
        var named = new StringBuilder(Upper(package));
        foreach (var part in parts)
            named.Append('|').Append(part.Length).Append(':').Append(part);

        return Upper(NamedId(named.ToString()));
    }

    /// <summary>The UUID of a name: version 8, of its SHA-256 (RFC 9562, 5.8).</summary>
    internal static Guid NamedId(string name)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 16);
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash, bigEndian: true);
    }

    /// <summary>A path as a relative reference: each part escaped.</summary>
    internal static string Href(string path) => string.Join('/', path.Split('/').Select(Uri.EscapeDataString));

    private static string Upper(Guid id) => id.ToString("D").ToUpperInvariant();
}
