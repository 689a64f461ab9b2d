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
    private readonly SortedSet<string> content;
    private readonly ILookup<string, string> byName;
    private readonly ILookup<string, string> byStem;

    private LegacyJoins(IEnumerable<string> paths)
    {
        content = new(paths, StringComparer.Ordinal);
        byName = content.ToLookup(path => Alike(NameOf(path)), StringComparer.Ordinal);
        byStem = content.ToLookup(path => Alike(Path.GetFileNameWithoutExtension(NameOf(path))), StringComparer.Ordinal);
    }

    /// <summary>Joins them, in the order of the documents' ordinals.</summary>
    public static LegacyJoined Of(IReadOnlyDictionary<string, FileFacts> files, IReadOnlySet<string> metadata, IReadOnlyList<LegacyDescription> descriptions)
    {
        var joins = new LegacyJoins(files.Keys.Where(path => !metadata.Contains(path)));
        LegacyDescription[] described = [.. descriptions.Where(one => one.Kind != DescriptionKind.Dossier).OrderBy(one => one.Ordinal ?? int.MaxValue)];
        var alone = described.CountBy(one => one.Path).Where(one => one.Value == 1).Select(one => one.Key).ToHashSet(StringComparer.Ordinal);
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var (documents, lost, twice) = (new List<LegacyDocument>(), new List<(LegacyDescription, string)>(), new List<(LegacyDescription, string)>());
        foreach (var description in described)
        {
            var isFirst = true;
            foreach (var (name, path, join) in joins.FilesOf(description, alone.Contains(description.Path)))
            {
                if (path is null)
                    lost.Add((description, name));
                else if (!taken.Add(path))
                    twice.Add((description, path));
                else
                    documents.Add(new LegacyDocument(description, files[path], join, isFirst));
                isFirst &= path is null;
            }
        }

        var rest = joins.content.Where(path => !taken.Contains(path)).ToLookup(IsDocument);
        documents.AddRange(rest[true].Select(path => new LegacyDocument(null, files[path], LegacyJoin.Named, IsFirst: true)));
        return new LegacyJoined(documents, lost, twice, [.. rest[false]]);
    }

    /// <summary>The files of a description, each with the name it was looked for by; no path where there is none.</summary>
    private IEnumerable<(string Name, string? Path, LegacyJoin Join)> FilesOf(LegacyDescription description, bool isAlone)
    {
        if (description.Files.Count > 0)
            return description.Files.Select(file => Named(description.Path, file));

        var folder = FolderOf(description.Path);
        var stem = Alike(Path.GetFileNameWithoutExtension(NameOf(description.Path)));
        string[] same = isAlone ? Documents([.. byStem[stem].Concat(byName[stem]).Distinct().Where(path => FolderOf(path) == folder)]) : [];
        if (same.Length > 0)
            return same.Select(path => (path, (string?)path, LegacyJoin.SameName));

        var code = description.Value(LegacyNames.DocCode);
        return [(code ?? "no name", code is null ? null : Documents([.. byStem[Alike(code)].Concat(byName[Alike(code)])]).FirstOrDefault(), LegacyJoin.ByCode)];
    }

    /// <summary>Of files that only their name tells: those that end as documents do, where any does, and not a signature beside them.</summary>
    private static string[] Documents(string[] paths) => Array.Exists(paths, IsDocument) ? Array.FindAll(paths, IsDocument) : paths;

    /// <summary>By its path from the metadata file or from the top; else the only file of that name.</summary>
    private (string Name, string? Path, LegacyJoin Join) Named(string metadata, string written)
    {
        if (content.Contains(FolderOf(metadata) + written))
            return (written, FolderOf(metadata) + written, LegacyJoin.Named);
        if (content.Contains(written))
            return (written, written, LegacyJoin.Named);
        return (written, byName[Alike(NameOf(written.Replace('\\', '/')))].ToArray() is [var only] ? only : null, LegacyJoin.NamedOtherwise);
    }

    /// <summary>What is to be a document although nothing describes it: what ends as documents do, but XML and what belongs to it.</summary>
    private static bool IsDocument(string path) =>
        FormatIdentification.IsDocumentName(path)
        && Path.GetExtension(path).ToLowerInvariant() is not (".xml" or ".xsd" or ".xsl" or ".xslt" or ".ini" or ".edxml");

    private static string Alike(string name) => name.Normalize(NormalizationForm.FormC).ToUpperInvariant();

    private static string NameOf(string path) => path[(path.LastIndexOf('/') + 1)..];

    private static string FolderOf(string path) => path[..(path.LastIndexOf('/') + 1)];
}
