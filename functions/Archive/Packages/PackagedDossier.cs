using System.Runtime.CompilerServices;
using Archive.Packages.Rules;

namespace Archive.Packages;

/// <summary>
/// What a package says, for those who take it in: its dossier, and its documents one after another. Nothing is judged here, which
/// <see cref="PackageCheck"/> does; what cannot be read is left out. It holds a few hundred bytes a document, whatever the descriptions are.
/// </summary>
public sealed class PackagedDossier
{
    private readonly IPackageSource source;
    private readonly IReadOnlyList<PackagedEntry> entries;

    private const string Supplement = "SUPPLEMENT";

    private PackagedDossier(IPackageSource source, PackageDescription whole, string? label, IReadOnlyList<PackagedEntry> entries)
    {
        (this.source, this.entries, Kind, Fields) = (source, entries, whole.Kind, whole.Fields);
        Title = whole.Kind == DescriptionKind.Other && !string.IsNullOrWhiteSpace(label) ? label : whole.Title ?? label;
    }

    /// <summary>What the whole is described as; <see cref="DescriptionKind.Other"/> where the circular's description is missing.</summary>
    public DescriptionKind Kind { get; }

    /// <summary>The title of the dossier or batch; for another description METS's label, else the title Dublin Core or EAD give.</summary>
    public string? Title { get; }

    /// <summary>The description of the whole verbatim, by element.</summary>
    public IReadOnlyDictionary<string, string> Fields { get; }

    /// <summary>Where the whole is described.</summary>
    public string Path { get; private init; } = PackageNames.Description;

    /// <summary>How many documents there are, holey files and attachments among them.</summary>
    public int Count => entries.Count;

    /// <summary>
    /// Whether it brings documents to a dossier submitted before, by its METS file's <c>RECORDSTATUS</c> (TT 05/2025, the value list of TT6).
    /// </summary>
    public bool IsSupplement { get; private init; }

    /// <summary>
    /// Where something is said to be secret, be it of a document that is not there, or in a description that does not count. Null where nothing is, and of
    /// kinds of packages in which every description is the dossier's or a document's.
    /// </summary>
    public string? MarkedSecret { get; private init; }

    /// <summary>What a package that was read and measured says.</summary>
    internal static async Task<PackagedDossier> Of(IPackageSource source, PackageFacts facts, CancellationToken stop)
    {
        var inside = PackagePaths.Of(source.Paths).Inside;
        var described = inside.Where(one =>
            PackagePaths.KindOf(one.Path) == XmlKind.Description && !one.Path.StartsWith("representations/", StringComparison.Ordinal))
            .OrderByDescending(one => one.Path.Equals(PackageNames.Description, StringComparison.OrdinalIgnoreCase)).FirstOrDefault();
        var whole = described.Stored is null ? PackageDescription.None : await PackageDescription.Read(source, described.Stored, described.Path, stop);
        return new PackagedDossier(
            source, whole, (string?)facts.Package?.Root.Attribute("LABEL"),
            PackagedEntry.Of(inside.ToDictionary(one => one.Path, one => one.Stored, StringComparer.Ordinal), facts.Mets, facts.Files))
        {
            IsSupplement = facts.Package?.Headers.Any(header => (string?)header.Attribute("RECORDSTATUS") == Supplement) == true,
        };
    }

    /// <summary>A package that describes none of its files.</summary>
    internal static PackagedDossier OfFiles(IPackageSource source, string? title, IReadOnlyList<PackagedEntry> entries) =>
        new(source, PackageDescription.None, title, entries);

    /// <summary>A package whose description, and those of its files, have been read already.</summary>
    internal static PackagedDossier OfDescribed(IPackageSource source, PackageDescription whole, string? path, string? markedSecret, IReadOnlyList<PackagedEntry> entries) =>
        new(source, whole, null, entries) { Path = path ?? PackageNames.Description, MarkedSecret = markedSecret };

    /// <summary>The documents in the package's order: that of the divisions that join them to their descriptions, else that of the file section.</summary>
    public async IAsyncEnumerable<PackagedDocument> DocumentsAsync([EnumeratorCancellation] CancellationToken stop)
    {
        for (var at = 0; at < entries.Count; at++)
        {
            var entry = entries[at];
            var said = entry.Said ?? (entry.Description is null
                ? PackageDescription.None
                : await PackageDescription.Read(source, entry.Description, entry.DescriptionPath!, stop));
            yield return new PackagedDocument(
                at + 1,
                entry.IsAttachment ? PackagedKind.Attachment : KindOf(said.Kind),
                entry.Path,
                entry.Stored,
                said.Fields,
                said.Ordinal,
                entry.Size,
                entry.Digest,
                entry.MediaType,
                PackagePaths.IsHole(entry.Path) ? await PackageXml.Line(source, entry.Stored, stop) : null)
            {
                Words = said.Words,
            };
        }
    }

    private static PackagedKind KindOf(DescriptionKind kind) => kind switch
    {
        DescriptionKind.Photo => PackagedKind.Photo,
        DescriptionKind.Media => PackagedKind.Media,
        _ => PackagedKind.Document,
    };
}
