using Archive.Records;

namespace Archive.Packages;

/// <summary>What a document of a package is.</summary>
public enum PackagedKind
{
    /// <summary>A document.</summary>
    Document,

    /// <summary>A photo or negative.</summary>
    Photo,

    /// <summary>A recording of sound or pictures.</summary>
    Media,

    /// <summary>A file that belongs to documents and has no description of its own (<c>AttachmentFile</c>).</summary>
    Attachment,
}

/// <summary>One document of a package, as the package describes it.</summary>
/// <param name="Place">Its place in the package, from 1.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Path">Where its bytes are, below the package's folder.</param>
/// <param name="Stored">The same in the package's source, to open it by.</param>
/// <param name="Fields">Its description verbatim, by element; empty where it has none.</param>
/// <param name="Ordinal">The ordinal its description gives it: the seven digits its code ends with, or <c>docOrdinal</c>.</param>
/// <param name="Size">In bytes, as measured.</param>
/// <param name="Digest">Of its bytes, likewise; null in a bag without SHA-256 manifests.</param>
/// <param name="MediaType">As METS says.</param>
/// <param name="Identifier">Of a holey file: the identifier of the document submitted before, which it stands for.</param>
public sealed record PackagedDocument(
    int Place,
    PackagedKind Kind,
    string Path,
    string Stored,
    IReadOnlyDictionary<string, string> Fields,
    int? Ordinal,
    long Size,
    Sha256Digest? Digest,
    string? MediaType,
    string? Identifier)
{
    /// <summary>What is said of it in a form of its own (a message's header); null where its fields are that.</summary>
    public byte[]? Words { get; init; }
}
