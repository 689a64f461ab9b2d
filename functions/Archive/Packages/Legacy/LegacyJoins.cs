using System.Text;
using Archive.Description.Formats;
using Archive.Packages.Rules;

namespace Archive.Packages.Legacy;

/// <summary>
/// Joins descriptions to files. A description names its file in an element; or its metadata file bears the file's name, beside it; or the file bears the
/// document's code.
/// </summary>
internal sealed class LegacyJoins
{
    private readonly IReadOnlyDictionary<string, FileFacts> files;
    private readonly ILookup<string, string> byName;
    private readonly ILookup<string, string> byStem;

    private LegacyJoins(IReadOnlyDictionary<string, FileFacts> files, IReadOnlySet<string> metadata)
    {
        this.files = files;
        string[] content = [.. files.Keys.Where(path => !metadata.Contains(path)).Order(StringComparer.Ordinal)];
        byName = content.ToLookup(path => Alike(NameOf(path)), StringComparer.Ordinal);
        byStem = content.ToLookup(path => Alike(Path.GetFileNameWithoutExtension(NameOf(path))), StringComparer.Ordinal);
    }

    /// <summary>The documents in the dossier's order, and what is left.</summary>
    public static (IReadOnlyList<LegacyDocument> Documents, IReadOnlyList<string> Beside) Of(
        IReadOnlyDictionary<string, FileFacts> files, IReadOnlySet<string> metadata, IReadOnlyList<LegacyDescription> descriptions)
    {
        var joins = new LegacyJoins(files, metadata);
        var alone = descriptions.Where(one => one.Kind != DescriptionKind.Dossier).CountBy(one => one.Path).Where(one => one.Value == 1).Select(one => one.Key).ToHashSet(StringComparer.Ordinal);
        var documents = new List<LegacyDocument>();
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var description in descriptions.Where(one => one.Kind != DescriptionKind.Dossier).OrderBy(one => one.Ordinal ?? int.MaxValue))
        {
            foreach (var (at, (path, join)) in joins.FilesOf(description, alone.Contains(description.Path)).Where(one => taken.Add(one.Path)).Index())
                documents.Add(new LegacyDocument(description, files[path], join, at == 0));
        }

        var rest = files.Keys.Where(path => !taken.Contains(path) && !metadata.Contains(path)).Order(StringComparer.Ordinal).ToLookup(IsDocument);
        documents.AddRange(rest[true].Select(path => new LegacyDocument(null, files[path], LegacyJoin.Named, IsFirst: true)));
        return (documents, [.. rest[false]]);
    }

    private IEnumerable<(string Path, LegacyJoin Join)> FilesOf(LegacyDescription description, bool isAlone)
    {
        if (description.Files.Count > 0)
            return description.Files.Select(file => Named(description.Path, file)).OfType<(string, LegacyJoin)>();

        var folder = FolderOf(description.Path);
        var stem = Alike(Path.GetFileNameWithoutExtension(NameOf(description.Path)));
        string[] same = isAlone ? [.. byStem[stem].Concat(byName[stem]).Distinct().Where(path => FolderOf(path) == folder)] : [];
        if (same.Length > 0)
            return same.Select(path => (path, LegacyJoin.SameName));
        return description.Value(LegacyNames.DocCode) is { } code ? byStem[Alike(code)].Concat(byName[Alike(code)]).Distinct().Take(1).Select(path => (path, LegacyJoin.ByCode)) : [];
    }

    /// <summary>By its path from the metadata file or from the top; else the only file of that name.</summary>
    private (string Path, LegacyJoin Join)? Named(string metadata, string written)
    {
        if (files.ContainsKey(FolderOf(metadata) + written))
            return (FolderOf(metadata) + written, LegacyJoin.Named);
        if (files.ContainsKey(written))
            return (written, LegacyJoin.Named);

        var name = NameOf(written.Replace('\\', '/'));
        return byName[Alike(name)].ToArray() is [var only] ? (only, LegacyJoin.NamedOtherwise) : null;
    }

    /// <summary>What is to be a document although nothing describes it: what ends as documents do, but XML and what belongs to it.</summary>
    private static bool IsDocument(string path) =>
        FormatIdentification.IsDocumentName(path) && Path.GetExtension(path).ToLowerInvariant() is not (".xml" or ".xsd" or ".xsl" or ".xslt" or ".ini" or ".edxml");

    private static string Alike(string name) => name.Normalize(NormalizationForm.FormC).ToUpperInvariant();

    private static string NameOf(string path) => path[(path.LastIndexOf('/') + 1)..];

    private static string FolderOf(string path) => path[..(path.LastIndexOf('/') + 1)];
}
