using Archive.Records;

namespace Archive.Packages.Rules;

/// <summary>What one reading of a package gave: every file measured, every XML file read. Rules are functions of it and read nothing themselves.</summary>
/// <param name="Roots">The names at the top.</param>
/// <param name="Files">Every file that was opened, by its path below the package's folder; one beside the folder begins with <c>../</c>.</param>
/// <param name="Mets">The METS files, the package's own first.</param>
/// <param name="Premis">The PREMIS files.</param>
/// <param name="Descriptions">The descriptive files.</param>
/// <param name="Invalid">Where XML is not what it should be.</param>
public sealed record PackageFacts(
    IReadOnlyList<string> Roots,
    IReadOnlyDictionary<string, FileFacts> Files,
    IReadOnlyList<MetsFacts> Mets,
    IReadOnlyList<PremisFacts> Premis,
    IReadOnlyList<DescriptionFacts> Descriptions,
    IReadOnlyList<XmlProblem> Invalid)
{
    /// <summary>The package's folder; null where it has none.</summary>
    public string? Folder { get; init; }

    /// <summary>Stored paths that lead out of the package, or that another file has already. They are never opened.</summary>
    public IReadOnlyList<string> Unopened { get; init; } = [];

    /// <summary>What the holey files say (<c>….fetch.txt</c>), by path.</summary>
    public IReadOnlyDictionary<string, string> Holes { get; init; } = new Dictionary<string, string>();

    /// <summary>The package's own METS file; null where there is none that can be read.</summary>
    internal MetsFacts? Package => Mets.FirstOrDefault(mets => mets.IsPackage);

    /// <summary>Documents' bytes: what lies in a representation's <c>data</c>.</summary>
    internal IEnumerable<FileFacts> Documents => Files.Values.Where(file => file.Path.Split('/') is ["representations", _, "data", ..]);

    /// <summary>The documents with their descriptions, as an intake would take them.</summary>
    internal IReadOnlyList<PackagedEntry> Entries => entries ??= PackagedEntry.Of(Files.Keys.ToDictionary(path => path), Mets, Files);

    /// <summary>The path of every file, and of every folder that has one, with a slash behind it: what is asked for each part of a package.</summary>
    internal IReadOnlySet<string> Places => places ??= PlacesBy(StringComparer.Ordinal);

    /// <summary>The same, to be asked in any case.</summary>
    internal IReadOnlySet<string> PlacesInAnyCase => inAnyCase ??= PlacesBy(StringComparer.OrdinalIgnoreCase);

    private IReadOnlyList<PackagedEntry>? entries;
    private HashSet<string>? places;
    private HashSet<string>? inAnyCase;

    /// <summary>The description of the whole.</summary>
    internal DescriptionFacts? Dossier { get; } = Descriptions.FirstOrDefault(description =>
        description.Path.Equals(PackageNames.Description, StringComparison.OrdinalIgnoreCase));

    private HashSet<string> PlacesBy(StringComparer comparer)
    {
        var found = Files.Keys.ToHashSet(comparer);
        foreach (var path in Files.Keys)
        {
            // Where a folder is known, those around it are.
            for (var end = path.LastIndexOf('/'); end >= 0 && found.Add(path[..(end + 1)]); end = path.LastIndexOf('/', Math.Max(end - 1, 0)))
                continue;
        }

        return found;
    }
}

/// <summary>A file as measured.</summary>
/// <param name="Path">Below the package's folder.</param>
/// <param name="Size">In bytes.</param>
/// <param name="Digest">Of its bytes.</param>
public sealed record FileFacts(string Path, long Size, Sha256Digest Digest)
{
    /// <summary>The digests of other types that METS gives of it, by METS's names of them, in hexadecimal digits.</summary>
    public IReadOnlyDictionary<string, string> Others { get; init; } = new Dictionary<string, string>();

    /// <summary>Its digest of a type by METS's name; null where that was not made.</summary>
    internal string? DigestOf(string type) => type == MetsVocabulary.Sha256 ? Digest.Value : Others.GetValueOrDefault(type);
}

/// <summary>A place where XML is not what it should be.</summary>
/// <param name="Kind">Of which kind the file is.</param>
/// <param name="Malformed">Whether it could not be read at all: not well-formed, with a DTD, too large, or of another kind. Else the archive's schemas
/// refuse it.</param>
/// <param name="Breach">The place.</param>
public sealed record XmlProblem(XmlKind Kind, bool Malformed, Breach Breach);

/// <summary>The kinds of XML in a package.</summary>
public enum XmlKind
{
    /// <summary>METS.</summary>
    Mets,

    /// <summary>PREMIS.</summary>
    Premis,

    /// <summary>Descriptions: the circular's flat files, Dublin Core, EAD.</summary>
    Description,
}
