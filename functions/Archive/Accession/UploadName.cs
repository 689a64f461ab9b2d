using Archive.Description.Formats;

namespace Archive.Accession;

/// <summary>What an upload's name says: <c>{any/path/}name.ext</c>, or the sidecar of one.</summary>
public static class UploadName
{
    /// <summary>The longest name, in letters: what a storage account allows for folder and name together.</summary>
    public const int MaxLength = 1024;

    private const string MessageEnding = ".edxml";

    private static readonly string[] SidecarEndings = [".metadata.json", MessageEnding, ".metadata.xml"];

    private static readonly string[] PackageEndings = [".zip", ".tar", ".tar.gz", ".tgz"];

    /// <summary>
    /// Whether the name can be kept letter for letter and shown without harm: no control or direction-changing letters, no non-characters, no empty,
    /// <c>.</c> or <c>..</c> segments, no backslash, at most <see cref="MaxLength"/> letters.
    /// </summary>
    public static bool IsSafe(string name) =>
        name.Length is > 0 and <= MaxLength
        && !name.Any(letter => char.IsControl(letter) || letter is '\\' or >= '\uFFFD' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069'))
        && name.Split('/').All(segment => segment.Trim().Trim('.').Length > 0);

    /// <summary>
    /// The folder a blob of the inbox lies in, which names its agency, and its name below it. A blob in no folder has an empty one, and so
    /// belongs to no agency.
    /// </summary>
    public static (string Folder, string Name) Split(string blob) =>
        blob.IndexOf('/', StringComparison.Ordinal) is var slash and > 0 ? (blob[..slash], blob[(slash + 1)..]) : ("", blob);

    /// <summary>The blob of a folder and a name: the reverse of <see cref="Split"/>.</summary>
    public static string Join(string folder, string name) => folder.Length == 0 ? name : $"{folder}/{name}";

    /// <summary>
    /// Whether a blob of this name is to be opened to see whether it is a package: its bytes decide, but to look at those of every document would be one
    /// more request for each.
    /// </summary>
    public static bool MayBePackage(string name) => Array.Exists(PackageEndings, ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase)) || IsMessage(name);

    /// <summary>
    /// Whether it is the name of a message that may have its documents attached, and not of one that only describes a document beside it: before
    /// <c>.edxml</c> stands no ending of a document's. <c>cong-van.edxml</c> is one, <c>cong-van.pdf.edxml</c> is the sidecar of <c>cong-van.pdf</c>.
    /// </summary>
    public static bool IsMessage(string name) =>
        name.EndsWith(MessageEnding, StringComparison.OrdinalIgnoreCase) && DocumentOf(name) is { } before && !FormatIdentification.IsDocumentName(before);

    /// <summary>The name without its folders.</summary>
    public static string FileOf(string name) => name[(name.LastIndexOf('/') + 1)..];

    /// <summary>The document a sidecar speaks of, or null for a name that is no sidecar's: <c>a.pdf.metadata.json</c> speaks of <c>a.pdf</c>.</summary>
    public static string? DocumentOf(string name)
    {
        var ending = Array.Find(SidecarEndings, ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase));
        return ending is not null && FileOf(name).Length > ending.Length ? name[..^ending.Length] : null;
    }
}
