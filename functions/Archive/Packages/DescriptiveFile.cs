using System.Globalization;
using Archive.Description;

namespace Archive.Packages;

/// <summary>The flat descriptive files of TT 05/2025: <c>simpledc</c> with one element a field. Only fields that have a value are written.</summary>
internal static class DescriptiveFile
{
    public const string Root = "simpledc";
    public const string Dossier = "urn:records-archive:tt05-2025:dossier";
    public const string Batch = "urn:records-archive:tt05-2025:batch";
    public const string Document = "urn:records-archive:tt05-2025:document";

    public const string Request = "urn:records-archive:tt05-2025:request";

    /// <summary>The namespace of the description of a whole package.</summary>
    public static string NamespaceOf(PackageKind kind) => kind switch
    {
        PackageKind.Dossier => Dossier,
        PackageKind.LooseBatch => Batch,
        _ => Request,
    };

    /// <summary>The document fields that come as they are from the description; the others are worked out.</summary>
    private static readonly string[] Said =
    [
        Field.TypeName, Field.CodeNumber, Field.CodeNotation, Field.IssuedDate, Field.OrganName, Field.Subject, Field.Language, Field.NumberOfPage,
        Field.InforSign, Field.Keyword, Field.Mode, Field.ConfidenceLevel, Field.Autograph, Field.Format,
    ];

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

    /// <summary>The 19 fields of a document in an AIP.</summary>
    /// <param name="plan">The package.</param>
    /// <param name="place">The document's place in it, from 1.</param>
    /// <param name="said">What is said of it.</param>
    public static IEnumerable<(string Name, string? Value)> OfDocument(PackagePlan plan, int place, RecordDescription said)
    {
        // A document that nobody gave a code gets the one the circular composes: the dossier's and a seven-digit ordinal. A given code stands as it is.
        var code = said.Value(Field.DocCode) ?? string.Create(CultureInfo.InvariantCulture, $"{plan.FileCode ?? plan.SubmissionCode}.{place:D7}");
        return
        [
            ("arcFileCode", plan.ArchiveFileCode),
            (Field.DocCode, code),
            ("docOrdinal", Ordinal(code, place)),
            .. Said.Select(field => (field, said.Value(field))),

            // No processing trail lies in the package, which for born-digital and mixed documents must be said.
            (Field.Process, said.Value(Field.Process) ?? (said.Value(Field.ConfidenceLevel) is "01" or "03" ? "0" : null)),
            (Field.Description, said.Value(Field.Description)),
        ];
    }

    /// <summary>The ordinal at the end of an assigned code (<c>H49.64.33.2001.160.0000001</c>); without one, the place in the package.</summary>
    private static string Ordinal(string code, int place) =>
        code.Split('.') is { Length: > 1 } parts && parts[^1].Length == 7 && int.TryParse(parts[^1], NumberStyles.None, CultureInfo.InvariantCulture, out var ordinal)
            ? ordinal.ToString(CultureInfo.InvariantCulture)
            : place.ToString(CultureInfo.InvariantCulture);
}
