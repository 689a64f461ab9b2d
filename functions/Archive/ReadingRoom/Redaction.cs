using Archive.Description;
using Archive.Records;

namespace Archive.ReadingRoom;

/// <summary>
/// A record with everything taken out that a sight of it does not show. Index, page and API are all made from what this leaves: what is not in it
/// cannot come out by a slip further on.
/// </summary>
public static class Redaction
{
    private static readonly Sha256Digest NoDigest = Sha256Digest.Of(new byte[32]);

    /// <summary>The record as a sight shows it.</summary>
    /// <param name="record">The record.</param>
    /// <param name="sight">Not <see cref="Sight.None"/>: of nothing there is no record.</param>
    public static ArchiveRecord Of(ArchiveRecord record, Sight sight) => sight switch
    {
        Sight.Whole => record,
        Sight.Described => Bare(record) with
        {
            Signatures = record.Signatures,
            Content = Bare(record.Content) with { Format = record.Content.Format, OriginalName = record.Content.OriginalName },
            Description = new RecordDescription(Standing(record.Description)),
        },
        Sight.Stub => Bare(record) with { ReceivedAt = default, AdmittedAt = default, Description = new RecordDescription(Outline(record.Description)) },
        _ => throw new ArgumentOutOfRangeException(nameof(sight), sight, "Nothing is shown of it."),
    };

    /// <summary>
    /// What stands for the record, and nothing beside it: a value read too badly to stand is a piece of the text. Nor a word of what the archive
    /// itself does with the record, which is for its agency and the staff.
    /// </summary>
    private static IReadOnlyList<Statement> Standing(RecordDescription description) =>
        [.. description.Statements.Select(statement => statement.Field).Distinct().Select(description.Chosen).OfType<Statement>()];

    /// <summary>The type if it is one of the circular's, as depositors may write any words there, and the year; with the mode, by which the record is disclosed.</summary>
    private static IReadOnlyList<Statement> Outline(RecordDescription description)
    {
        var type = description.Value(Field.TypeName) is { } said ? DocumentType.ByCode(said)?.Code : null;
        var year = PartialDate.TryParse(description.Value(Field.IssuedDate), out var issued) && PartialDate.TryCreate(issued.Year, null, null, out var only) ? only.ToString() : null;
        return [.. Said(Field.TypeName, type), .. Said(Field.IssuedDate, year), .. Said(Field.Mode, description.Value(Field.Mode))];
    }

    private static IEnumerable<Statement> Said(string field, string? value) => value is null ? [] : [new Statement(field, value, StatementSource.Depositor, 1, "")];

    private static ArchiveRecord Bare(ArchiveRecord record) => record with
    {
        Content = Bare(record.Content),
        Origins = [],
        AlsoIn = [],
        Description = RecordDescription.Empty,
        Signatures = [],
        Findings = [],
        Hold = null,
        Exemption = null,
        Transfer = null,
        Preserved = null,
        Permit = null,
    };

    /// <summary>Size and digest go too: with them, whoever has a file could tell that it is this one.</summary>
    private static Content Bare(Content content) => new(content.Version, NoDigest, 0, FormatIdentity.Unknown, "");
}
