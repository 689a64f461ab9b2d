using System.Xml.Linq;
using Archive.Packages.Rules;
using Archive.Records;
using static Archive.Packages.MetsVocabulary;

namespace Archive.Packages;

/// <summary>How a document of a package is joined to its description.</summary>
internal enum PackagedJoin
{
    /// <summary>It has none.</summary>
    None,

    /// <summary>By a division <c>MetadataLink</c>, as the circular has it.</summary>
    Division,

    /// <summary>By the file's <c>DMDID</c>, or by the description's name.</summary>
    Otherwise,

    /// <summary>It needs none.</summary>
    Attachment,
}

/// <summary>Where a document of a package and its description are, and what its bytes are.</summary>
internal sealed record PackagedEntry(
    string Path, string Stored, string? DescriptionPath, string? Description, PackagedJoin Join, long Size, Sha256Digest? Digest, string? MediaType)
{
    /// <summary>What is said of it, where that is known already and stands in no description of its own.</summary>
    public PackageDescription? Said { get; init; }

    public bool IsAttachment => Join == PackagedJoin.Attachment;

    private static readonly string[] Prefixes = ["EAD_doc_", "EAD_pic_", "EAD_media_"];

    /// <summary>The documents of the representations; of a package without representation METS files, those its own METS file lists as content.</summary>
    /// <param name="stored">Where each path of the package is stored.</param>
    /// <param name="mets">Its METS files.</param>
    /// <param name="measured">Its files, each of those stored.</param>
    public static IReadOnlyList<PackagedEntry> Of(
        IReadOnlyDictionary<string, string> stored, IReadOnlyList<MetsFacts> mets, IReadOnlyDictionary<string, FileFacts> measured)
    {
        var named = DescriptionsByName(stored.Keys);
        var representations = mets.Where(one => !one.IsPackage).OrderBy(one => one.Path, StringComparer.Ordinal).ToArray();
        return [.. (representations.Length > 0 ? representations : mets).SelectMany(one => Of(one, stored, named, measured))];
    }

    private static IEnumerable<PackagedEntry> Of(
        MetsFacts mets, IReadOnlyDictionary<string, string> stored, Dictionary<string, string> named, IReadOnlyDictionary<string, FileFacts> measured)
    {
        var joins = Joins(mets);
        var sections = mets.Descriptions.Where(section => section.Attribute("ID") is not null).DistinctBy(section => section.Attribute("ID")!.Value)
            .ToDictionary(section => section.Attribute("ID")!.Value, section =>
                section.Element(MetsFacts.Ns + "mdRef") is { } reference ? mets.Target(reference) : null);
        var attachments = mets.Divisions.Where(division => MetsFacts.Label(division).StartsWith(Attachment, StringComparison.Ordinal))
            .SelectMany(division => division.Elements(MetsFacts.Ns + "fptr")).Select(pointer => (string?)pointer.Attribute("FILEID")).ToHashSet();
        return from file in Content(mets)
               let id = (string?)file.Attribute("ID") ?? ""
               let path = file.Element(MetsFacts.Ns + "FLocat") is { } location ? mets.Target(location) : null
               where path is not null && stored.ContainsKey(path) && PackagePaths.KindOf(path) is null
               let joined = joins.GetValueOrDefault(id)
               orderby joined.Place
               let link = sections.GetValueOrDefault(joined.Section ?? "")
               let described = link ?? sections.GetValueOrDefault(((string?)file.Attribute("DMDID"))?.Split(' ')[0] ?? "")
                   ?? named.GetValueOrDefault(Stem(path))
               select new PackagedEntry(
                   path,
                   stored[path],
                   described,
                   described is null ? null : stored.GetValueOrDefault(described),
                   attachments.Contains(id) ? PackagedJoin.Attachment
                       : link is not null ? PackagedJoin.Division
                       : described is not null ? PackagedJoin.Otherwise : PackagedJoin.None,
                   measured[path].Size,
                   measured[path].Digest,
                   (string?)file.Attribute("MIMETYPE"));
    }

    /// <summary>By a file's id: the description the circular's divisions join it to, and its place among them. What none joins comes last.</summary>
    private static Dictionary<string, (int Place, string? Section)> Joins(MetsFacts mets)
    {
        var joins = new Dictionary<string, (int, string?)>(StringComparer.Ordinal);
        foreach (var division in mets.Divisions.Where(division => MetsFacts.Label(division).StartsWith("MetadataLink", StringComparison.Ordinal)))
        {
            foreach (var pointer in division.Elements(MetsFacts.Ns + "fptr"))
                joins.TryAdd((string?)pointer.Attribute("FILEID") ?? "", (joins.Count, ((string?)division.Attribute("DMDID"))?.Split(' ')[0]));
        }

        foreach (var file in mets.Files)
            joins.TryAdd((string?)file.Attribute("ID") ?? "", (int.MaxValue, null));
        return joins;
    }

    /// <summary>All files of a representation but its schemas and manuals; of the package's own METS file only those it lists as content.</summary>
    private static IEnumerable<XElement> Content(MetsFacts mets) => mets.IsPackage
        ? mets.GroupsOf(Representations).Elements(MetsFacts.Ns + "file")
        : mets.Files.Except(mets.GroupsOf(Schemas).Concat(mets.GroupsOf(Documentation)).Descendants(MetsFacts.Ns + "file"));

    /// <summary>The descriptions by the documents they are named after (<c>EAD_doc_{name}.xml</c>), where METS joins none.</summary>
    private static Dictionary<string, string> DescriptionsByName(IEnumerable<string> paths) =>
        (from path in paths
         where PackagePaths.KindOf(path) == XmlKind.Description
         let name = System.IO.Path.GetFileNameWithoutExtension(path)
         let prefix = Prefixes.FirstOrDefault(prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
         where prefix is not null
         select (Name: Folder(path) + name[prefix.Length..], path)).DistinctBy(one => one.Name)
             .ToDictionary(one => one.Name, one => one.path, StringComparer.Ordinal);

    /// <summary>
    /// The document's name without its extension, after its representation: of <c>a.1.pdf.fetch.txt</c> as of <c>a.1.pdf</c> it is <c>a.1</c>.
    /// </summary>
    private static string Stem(string path)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        return Folder(path) + System.IO.Path.GetFileNameWithoutExtension(PackagePaths.IsHole(path) ? name[..^".fetch.txt".Length] : name);
    }

    private static string Folder(string path) => path.Split('/') is ["representations", var folder, ..] ? folder + "/" : "/";
}
