using System.Globalization;
using Archive.Description;
using Archive.Packages.Rules;

namespace Archive.Packages;

/// <summary>
/// A document as an archival or a dissemination package describes it (TT 05/2025, annexes I, II and V): by the data set of what it is, <c>EAD_doc</c>,
/// <c>EAD_pic</c> or <c>EAD_media</c>. Everything said of it that is not there letter by letter is kept beside it, for PREMIS.
/// </summary>
/// <param name="Kind">What it is: a photo is said to be of a kind of photos (<c>typePic</c>), a recording of one of recordings (<c>typeMedia</c>).</param>
/// <param name="Namespace">The namespace of its descriptive file.</param>
/// <param name="Fields">The fields of its data set; null or blank where nothing is said.</param>
/// <param name="Kept">What is said of it beside them.</param>
internal sealed record DescribedDocument(
    PackagedKind Kind, string Namespace, IReadOnlyList<(string Name, string? Value)> Fields, IReadOnlyList<(string Name, string Value)> Kept)
{
    private const string ArchivalCode = "arcDocCode";
    private const int LongestDocId = 25;

    /// <summary>The fields of a document in an AIP that come as they are from the description; the others are worked out.</summary>
    private static readonly string[] Said =
    [
        Field.TypeName, Field.CodeNumber, Field.CodeNotation, Field.IssuedDate, Field.OrganName, Field.Subject, Field.Language, Field.NumberOfPage,
        Field.InforSign, Field.Keyword, Field.Mode, Field.ConfidenceLevel, Field.Autograph, Field.Format,
    ];

    /// <param name="plan">The package.</param>
    /// <param name="place">The document's place in it, from 1.</param>
    /// <param name="said">What is said of it.</param>
    public static DescribedDocument Of(PackagePlan plan, int place, RecordDescription said)
    {
        var kind = said.IsOfDocument ? PackagedKind.Document : said.Value(Field.TypePic) is not null ? PackagedKind.Photo : PackagedKind.Media;
        var code = Code(plan, place, said);
        (string, string?)[] fields = (kind, plan.Kind) switch
        {
            (PackagedKind.Photo, _) => [.. OfForm(plan, place, said, DescriptionKind.Photo, code)],
            (PackagedKind.Media, _) => [.. OfForm(plan, place, said, DescriptionKind.Media, code)],
            (_, PackageKind.Dissemination) => [.. OfForm(plan, place, said, DescriptionKind.Document, code)],
            _ => OfArchived(plan, place, said, code),
        };
        return new DescribedDocument(kind, DescriptiveFile.NamespaceOf(plan.Kind, kind), fields, LocalFields.Of(said, fields));
    }

    /// <summary>
    /// A code once given stands as it is. A document that nobody gave one gets in an archival package the one the circular composes, the dossier's and a
    /// seven-digit ordinal; a copy for a reader belongs to no dossier, and there the record's own name stands for it.
    /// </summary>
    private static string Code(PackagePlan plan, int place, RecordDescription said) => said.Value(Field.DocCode)
        ?? (plan.Kind == PackageKind.Dissemination
            ? plan.Records[place - 1].DocId
            : string.Create(CultureInfo.InvariantCulture, $"{plan.FileCode ?? plan.SubmissionCode}.{place:D7}"));

    /// <summary>The 19 fields of a document in an AIP.</summary>
    private static (string, string?)[] OfArchived(PackagePlan plan, int place, RecordDescription said, string code) =>
    [
        ("arcFileCode", plan.ArchiveFileCode),
        (Field.DocCode, code),
        ("docOrdinal", Number(PackageDescription.OrdinalOf(code) ?? place)),
        .. Said.Select(field => (field, said.Value(field))),
        (Field.Process, Process(said)),
        (Field.Description, said.Value(Field.Description)),
    ];

    /// <summary>
    /// The fields a data set has in a submission, as the archive gives them: the 18 of a photo and the 19 of a recording in every package, the 20 of a
    /// document in a DIP, which are the submission's without <c>organName</c>. The code is <c>docCode</c> in a dossier (annex I), else <c>arcDocCode</c>.
    /// </summary>
    private static IEnumerable<(string, string?)> OfForm(PackagePlan plan, int place, RecordDescription said, DescriptionKind kind, string code) =>
        DescriptionForm.Of(kind).Where(rule => rule.Name != Field.OrganName).Select(rule => rule.Name switch
        {
            Field.DocCode => plan.Kind == PackageKind.Dossier ? (Field.DocCode, code) : (ArchivalCode, plan.Archival(code)),
            Field.DocId => (Field.DocId, said.Value(Field.DocId) ?? DocId(code, place)),
            Field.Process => (Field.Process, Process(said)),

            // Where nobody has asked for a backup, none is to be made.
            Field.RiskRecovery => (Field.RiskRecovery, said.Value(Field.RiskRecovery) ?? "0"),
            _ => (rule.Name, Fitting(rule, said.Value(rule.Name))),
        });

    /// <summary>
    /// A value in the form the data set writes it: what older data says in words may stand as a code. One that cannot stand there is left to what is kept
    /// beside; a required one is written all the same, so that the rules find it.
    /// </summary>
    private static string? Fitting(FieldRule rule, string? value) =>
        string.IsNullOrWhiteSpace(value) ? null
        : FieldValue.Of(rule, value).Written is { } written && written.Length <= rule.MaxLength ? written
        : rule.Required ? value : null;

    /// <summary>No processing trail lies in the package, which for born-digital and mixed documents must be said.</summary>
    private static string? Process(RecordDescription said) => said.Value(Field.Process) ?? (said.Value(Field.ConfidenceLevel) is "01" or "03" ? "0" : null);

    /// <summary>As the circular composes it, the dossier's code and the plain ordinal; where that is too long, the ordinal.</summary>
    private static string DocId(string code, int place)
    {
        var ordinal = PackageDescription.OrdinalOf(code);
        return ordinal is not null && $"{code[..^8]}.{Number(ordinal.Value)}" is { Length: <= LongestDocId } composed ? composed : Number(ordinal ?? place);
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
