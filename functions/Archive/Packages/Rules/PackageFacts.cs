using Archive.Records;

namespace Archive.Packages.Rules;

/// <summary>What one reading of a package gave: every file measured, every XML file read. Rules are functions of it and read nothing themselves.</summary>
/// <param name="Roots">The names at the top.</param>
/// <param name="Files">Every file, by its path below the package's folder.</param>
/// <param name="Mets">The METS files, the package's own first.</param>
/// <param name="Premis">The PREMIS files.</param>
/// <param name="Descriptions">The descriptive files.</param>
/// <param name="Invalid">Where the schemas are broken, by kind of file.</param>
public sealed record PackageFacts(
    IReadOnlyList<string> Roots,
    IReadOnlyDictionary<string, FileFacts> Files,
    IReadOnlyList<MetsFacts> Mets,
    IReadOnlyList<PremisFacts> Premis,
    IReadOnlyList<DescriptionFacts> Descriptions,
    IReadOnlyList<(XmlKind Kind, Breach Breach)> Invalid)
{
    /// <summary>The package's own METS file; null where there is none that can be read.</summary>
    internal MetsFacts? Package => Mets.FirstOrDefault(mets => mets.IsPackage);

    /// <summary>Documents' bytes: what lies in a representation's <c>data</c>.</summary>
    internal IEnumerable<FileFacts> Documents => Files.Values.Where(file => file.Path.Split('/') is ["representations", _, "data", ..]);
}

/// <summary>A file as measured.</summary>
/// <param name="Path">Below the package's folder.</param>
/// <param name="Size">In bytes.</param>
/// <param name="Digest">Of its bytes.</param>
public sealed record FileFacts(string Path, long Size, Sha256Digest Digest);

/// <summary>The kinds of XML in a package.</summary>
public enum XmlKind
{
    /// <summary>METS.</summary>
    Mets,

    /// <summary>PREMIS.</summary>
    Premis,

    /// <summary>The circular's flat files.</summary>
    Description,
}

/// <summary>A descriptive file's fields.</summary>
/// <param name="Path">Below the package's folder.</param>
/// <param name="Namespace">The kind of description.</param>
/// <param name="Fields">Only those some rule asks for, so that 10,000 descriptions are not held.</param>
public sealed record DescriptionFacts(string Path, string Namespace, IReadOnlyDictionary<string, string> Fields);
