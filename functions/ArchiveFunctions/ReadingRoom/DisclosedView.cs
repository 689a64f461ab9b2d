using Archive.Catalogue;
using Archive.Description;
using Archive.ReadingRoom;
using Archive.Records;
using ArchiveFunctions.Catalogue;
using ArchiveFunctions.ReadingRoom.Disclosing;

namespace ArchiveFunctions.ReadingRoom;

/// <summary>A conditional record as the API answers it to those who may know of it and no more. Its bytes and its text are never among it.</summary>
internal sealed record DisclosedView(
    string Id,
    string Disclosed,
    string Agency,
    string Custody,
    string Access,
    string? Title,
    string? Type,
    string? Number,
    string? Notation,
    string? IssuedOn,
    string? Issuer,
    DateTimeOffset? AdmittedAt,
    string? FileName,
    IReadOnlyList<DisclosedFieldBody>? Fields,
    IReadOnlyList<SignatureBody>? Signatures,
    DisclosedLinksBody Links)
{
    public static DisclosedView Of(OpenedRecord opened)
    {
        var (record, described) = (opened.Record, opened.Sight == Sight.Described);
        string? Said(string field) => record.Description.Value(field) is { Length: > 0 } value ? value : null;
        return new DisclosedView(
            record.Id.Value,
            Codes.Of(opened.Sight) ?? throw new InvalidOperationException($"Record {record.Id} is seen whole."),
            record.Agency.Value,
            Codes.Of(record.Custody),
            Codes.Of(record.Access),
            RecordView.TitleOf(record) is { Length: > 0 } title ? title : null,
            Said(Field.TypeName),
            Said(Field.CodeNumber),
            Said(Field.CodeNotation),
            PartialDate.TryParse(Said(Field.IssuedDate), out var issued) ? VietnamTime.Iso(issued) : null,
            Said(Field.OrganName),
            described ? VietnamTime.At(record.AdmittedAt) : null,
            described ? record.Content.OriginalName : null,
            described ? DisclosedFieldBody.AllOf(record.Description) : null,
            described ? [.. record.Signatures.Select(SignatureBody.Of)] : null,
            new DisclosedLinksBody($"/api/records/{record.Id}", described ? $"/api/records/{record.Id}/history" : null));
    }
}

/// <summary>One field: the value that stands for the record.</summary>
internal sealed record DisclosedFieldBody(string Name, string Value)
{
    public static IReadOnlyList<DisclosedFieldBody> AllOf(RecordDescription description) =>
        [.. description.Statements.OrderBy(statement => statement.Field, StringComparer.Ordinal).Select(statement => new DisclosedFieldBody(statement.Field, statement.Value))];
}

/// <summary>Where to go from a record that is not seen whole.</summary>
internal sealed record DisclosedLinksBody(string Self, string? History);
