using Archive.Catalogue;
using Archive.Description;
using Archive.Records;
using ArchiveFunctions.Catalogue;

namespace ArchiveFunctions.ReadingRoom;

/// <summary>A record as the API answers it: everything the archive knows of it that its reader may know.</summary>
internal sealed record RecordView(
    string Id,
    int Version,
    string Agency,
    string Status,
    string Custody,
    string Access,
    string Title,
    string? Type,
    string? Number,
    string? Notation,
    string? IssuedOn,
    string? Issuer,
    DateTimeOffset ReceivedAt,
    DateTimeOffset AdmittedAt,
    ContentBody Content,
    IReadOnlyList<FieldBody> Fields,
    IReadOnlyList<string>? AlsoIn,
    IReadOnlyList<SignatureBody> Signatures,
    IReadOnlyList<FindingBody> Findings,
    PermitBody? Permit,
    LinksBody Links)
{
    public static RecordView Of(ArchiveRecord record, System.Globalization.CultureInfo language, bool withPermit)
    {
        string? Said(string field) => record.Description.Value(field) is { Length: > 0 } value ? value : null;
        return new RecordView(
            record.Id.Value,
            record.Version,
            record.Agency.Value,
            record.Status == RecordStatus.Described ? "described" : "admitted",
            Codes.Of(record.Custody),
            Codes.Of(record.Access),
            TitleOf(record),
            Said(Field.TypeName),
            Said(Field.CodeNumber),
            Said(Field.CodeNotation),
            PartialDate.TryParse(Said(Field.IssuedDate), out var issued) ? VietnamTime.Iso(issued) : null,
            Said(Field.OrganName),
            VietnamTime.At(record.ReceivedAt),
            VietnamTime.At(record.AdmittedAt),
            ContentBody.Of(record.Content),
            FieldBody.AllOf(record.Description),
            withPermit && record.AlsoIn.Count > 0 ? record.AlsoIn : null,
            [.. record.Signatures.Select(SignatureBody.Of)],
            [.. record.Findings.Select(finding => FindingBody.Of(finding, language))],
            withPermit ? PermitBody.Of(record, language) : null,
            LinksBody.Of(record.Id));
    }

    /// <summary>What a record is called: its subject, or the name it came with.</summary>
    public static string TitleOf(ArchiveRecord record) =>
        record.Description.Value(Field.Subject) is { Length: > 0 } subject ? subject : Vietnamese.Compose(record.Content.OriginalName);
}

/// <summary>The bytes of a record, described.</summary>
internal sealed record ContentBody(int Version, string FileName, long Size, string Sha256, string MediaType, string Format, string? Puid)
{
    public static ContentBody Of(Content content) => new(
        content.Version,
        content.OriginalName,
        content.Size,
        content.Digest.Value,
        content.Format.MediaType,
        content.Format.Name,
        content.Format.Puid.Length > 0 ? content.Format.Puid : null);
}

/// <summary>One field: the value that stands for the record, and what each source says.</summary>
internal sealed record FieldBody(string Name, string? Value, StatementBody? Depositor, StatementBody? Document, StatementBody? Archivist)
{
    public static IReadOnlyList<FieldBody> AllOf(RecordDescription description) =>
        [.. description.Statements.Select(statement => statement.Field).Distinct().Order(StringComparer.Ordinal).Select(name => new FieldBody(
            name,
            description.Value(name),
            StatementBody.Of(description.Said(name, StatementSource.Depositor)),
            StatementBody.Of(description.Said(name, StatementSource.Document)),
            StatementBody.Of(description.Said(name, StatementSource.Archivist))))];
}

/// <summary>What one source says.</summary>
internal sealed record StatementBody(string Value, double Confidence, string Where)
{
    public static StatementBody? Of(Statement? statement) => statement is null ? null : new(statement.Value, statement.Confidence, statement.Where);
}

/// <summary>A digital signature as it was verified.</summary>
internal sealed record SignatureBody(string Signer, string Issuer, DateTimeOffset? SignedAt, bool Intact, bool CoversWholeFile, string? Problem)
{
    public static SignatureBody Of(SignatureReading signature) => new(
        signature.Signer,
        signature.Issuer,
        signature.SignedAt is { } signed ? VietnamTime.At(signed) : null,
        signature.Intact,
        signature.CoversWholeFile,
        signature.Problem);
}

/// <summary>Where to go from a record.</summary>
internal sealed record LinksBody(string Self, string Content, string History)
{
    public static LinksBody Of(RecordId id) => new($"/api/records/{id}", $"/api/records/{id}/content", $"/api/records/{id}/history");
}
