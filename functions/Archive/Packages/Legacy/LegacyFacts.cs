using Archive.Packages.Rules;

namespace Archive.Packages.Legacy;

/// <summary>How a description was found to be a file's.</summary>
internal enum LegacyJoin
{
    /// <summary>It names it in an element.</summary>
    Named,

    /// <summary>It names it, by another path than the file has.</summary>
    NamedOtherwise,

    /// <summary>The metadata file is called as the document is.</summary>
    SameName,

    /// <summary>The document is called by its code.</summary>
    ByCode,
}

/// <summary>A file of the package with what describes it.</summary>
/// <param name="Description">What describes it; null for nothing.</param>
/// <param name="File">The file.</param>
/// <param name="Join">How the two were joined.</param>
/// <param name="IsFirst">Whether it is the document itself and not a further file of it.</param>
internal sealed record LegacyDocument(LegacyDescription? Description, FileFacts File, LegacyJoin Join, bool IsFirst);

/// <summary>What became of joining descriptions to files.</summary>
/// <param name="Documents">The documents, in the dossier's order; what nothing describes comes last.</param>
/// <param name="Lost">Descriptions of what is not there, with the name it was looked for by.</param>
/// <param name="Twice">Descriptions of a file that another one describes, with that file; the first stands.</param>
/// <param name="Beside">What is neither a document nor metadata.</param>
internal sealed record LegacyJoined(
    IReadOnlyList<LegacyDocument> Documents,
    IReadOnlyList<(LegacyDescription Description, string Name)> Lost,
    IReadOnlyList<(LegacyDescription Description, string Path)> Twice,
    IReadOnlyList<string> Beside);

/// <summary>What one reading of a package gave. Rules are functions of it and read nothing themselves.</summary>
/// <param name="Name">The package's folder; empty where it has none.</param>
/// <param name="Files">Every file, by its path below that folder.</param>
/// <param name="Metadata">The metadata files among them.</param>
/// <param name="Unread">Those of them that could not be read, and why.</param>
/// <param name="Exceeded">What was longer than is kept, and where; behind the most letters of all, nothing was read.</param>
/// <param name="Descriptions">What they describe.</param>
/// <param name="Joined">Which of them are which files.</param>
internal sealed record LegacyFacts(
    string Name,
    IReadOnlyDictionary<string, FileFacts> Files,
    IReadOnlySet<string> Metadata,
    IReadOnlyList<(string Path, string Fault)> Unread,
    IReadOnlyList<(string Path, string Where, string Found)> Exceeded,
    IReadOnlyList<LegacyDescription> Descriptions,
    LegacyJoined Joined)
{
    /// <summary>The documents, in the dossier's order.</summary>
    public IReadOnlyList<LegacyDocument> Documents => Joined.Documents;

    /// <summary>The dossiers described; there is to be one.</summary>
    public IReadOnlyList<LegacyDescription> Dossiers { get; } = [.. Descriptions.Where(one => one.Kind == DescriptionKind.Dossier)];

    /// <summary>The documents, photos and recordings described.</summary>
    public IReadOnlyList<LegacyDescription> Described { get; } = [.. Descriptions.Where(one => one.Kind != DescriptionKind.Dossier)];

    /// <summary>The dossier.</summary>
    public LegacyDescription? Dossier => Dossiers.Count > 0 ? Dossiers[0] : null;
}
