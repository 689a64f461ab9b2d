namespace Archive.Packages;

/// <summary>The flat descriptive files of TT 05/2025: <c>simpledc</c> with one element a field. Only fields that have a value are written.</summary>
internal static class DescriptiveFile
{
    public const string Root = "simpledc";
    public const string Dossier = "urn:records-archive:tt05-2025:dossier";
    public const string Batch = "urn:records-archive:tt05-2025:batch";
    public const string Request = "urn:records-archive:tt05-2025:request";
    public const string Document = "urn:records-archive:tt05-2025:document";
    public const string Photo = "urn:records-archive:tt05-2025:photo";
    public const string Media = "urn:records-archive:tt05-2025:media";

    /// <summary>A document in a DIP, whose fields are others than in an AIP.</summary>
    public const string DisseminatedDocument = "urn:records-archive:tt05-2025:dip:document";

    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<string> Namespaces = [Dossier, Batch, Request, Document, Photo, Media, DisseminatedDocument];

    /// <summary>The namespace of the description of a whole package.</summary>
    public static string NamespaceOf(PackageKind kind) => kind switch
    {
        PackageKind.Dossier => Dossier,
        PackageKind.LooseBatch => Batch,
        _ => Request,
    };

    /// <summary>The namespace of the description of a document.</summary>
    public static string NamespaceOf(PackageKind kind, PackagedKind document) => document switch
    {
        PackagedKind.Photo => Photo,
        PackagedKind.Media => Media,
        _ => kind == PackageKind.Dissemination ? DisseminatedDocument : Document,
    };

    /// <summary>Writes a descriptive file.</summary>
    public static Task Write(Stream target, string ns, IEnumerable<(string Name, string? Value)> fields, CancellationToken stop) => XmlOut.Write(
        target,
        file =>
        {
            file.Xml.WriteStartElement(Root, ns);
            foreach (var (name, value) in fields)
            {
                if (!string.IsNullOrWhiteSpace(value))
                    file.Xml.Text(name, ns, value);
            }

            return Task.CompletedTask;
        },
        stop);
}
