using Archive.Description;
using Archive.ReadingRoom;
using Archive.Records;

namespace Archive.Catalogue;

/// <summary>
/// What the index holds of a record: a projection of its row and text, and nothing that is not in them, so that the index can be thrown
/// away. All text is composed (NFC); dates are moments in UTC+7, Việt Nam's time since before the oldest record's dates matter.
/// </summary>
public sealed record CatalogueEntry
{
    /// <summary>
    /// Letters of text that are indexed: some hundred pages. With its folded copy, and each letter escaped to six bytes, that is 3 MB, so
    /// that a call of 16 MB always holds several documents.
    /// </summary>
    public const int MostText = 250_000;

    /// <summary>Letters of a title or of the details that are indexed.</summary>
    public const int MostTitle = 4_000;

    /// <summary>Letters of a value that is filtered, sorted or counted by: the service takes such a value as one term of at most 32 766 bytes.</summary>
    public const int MostTerm = 500;

    /// <summary>The fields of <see cref="Details"/>.</summary>
    private static readonly string[] DetailFields =
    [
        Field.SignerName, Field.SignerPosition, Field.ParentOrganName, Field.Place, Field.Recipients,
        Field.Keyword, Field.Description, Field.DocCode, Field.DocId, Field.FileCode, Field.InforSign,
        Field.EventName, Field.ImageTitle, Field.MovieTitle, Field.Photographer, Field.PhotoPlace, Field.Recorder, Field.RecordPlace, Field.ArchivesNumber,
    ];

    /// <summary>The record.</summary>
    public required RecordId Id { get; init; }

    /// <summary>Which sight of the record this is.</summary>
    public Sight Sight { get; init; } = Sight.Whole;

    /// <summary>The row version this was made from.</summary>
    public required int Version { get; init; }

    /// <summary>Trích yếu, or the file's name.</summary>
    public required string Title { get; init; }

    /// <summary>The text, cut at <see cref="MostText"/>.</summary>
    public required string Text { get; init; }

    /// <summary>Everything else said in words, one statement per line.</summary>
    public required string Details { get; init; }

    /// <summary>Number and notation as people type them.</summary>
    public required IReadOnlyList<string> Keys { get; init; }

    /// <summary>Số.</summary>
    public required string? Number { get; init; }

    /// <summary>Ký hiệu.</summary>
    public required string? Notation { get; init; }

    /// <summary>Type code.</summary>
    public required string? Type { get; init; }

    /// <summary>Cơ quan ban hành.</summary>
    public required string? Issuer { get; init; }

    /// <summary>The depositing agency.</summary>
    public required AgencyCode Agency { get; init; }

    /// <summary>Mã hồ sơ.</summary>
    public required string? FileCode { get; init; }

    /// <summary>Other dossiers it is in.</summary>
    public required IReadOnlyList<string> AlsoIn { get; init; }

    /// <summary>The date of issue as given.</summary>
    public required PartialDate? Issued { get; init; }

    /// <summary>Mức độ tiếp cận; never <see cref="AccessMode.Secret"/>.</summary>
    public required AccessMode Access { get; init; }

    /// <summary>Which archive answers for it.</summary>
    public required Custody Custody { get; init; }

    /// <summary>Who may find it.</summary>
    public required IReadOnlyList<string> Readers { get; init; }

    /// <summary>When it became part of the archive; null where that is not shown, and no order may tell it then.</summary>
    public required DateTimeOffset? AdmittedAt { get; init; }

    /// <summary>Bytes of the content; none in an entry that does not show it whole.</summary>
    public required long Size { get; init; }

    /// <summary>Why an archivist should look at its description, each reason once; for those who see it whole.</summary>
    public required IReadOnlyList<string> Doubts { get; init; }

    /// <summary>
    /// The entries of a record, one for each sight that somebody may have of it. What is hidden in a sight is not in its entry, so that no query can
    /// match it, and who carries the marks of one entry carries none of the others, so that nobody finds or counts a record twice.
    /// </summary>
    public static IReadOnlyList<CatalogueEntry> AllOf(ArchiveRecord record, string text) =>
        [.. new[] { Of(record, text), Of(record, "", Sight.Described), Of(record, "", Sight.Stub) }.OfType<CatalogueEntry>()];

    /// <summary>The whole entry of a record, or null when nobody may find it: then what the index holds of it is to be deleted.</summary>
    public static CatalogueEntry? Of(ArchiveRecord record, string text) => Of(record, text, Sight.Whole);

    private static CatalogueEntry? Of(ArchiveRecord whole, string text, Sight sight)
    {
        var readers = Visibility.ReadersOf(whole, sight);
        if (readers.Count == 0)
            return null;

        var record = Redaction.Of(whole, sight);
        string? Said(string field) => record.Description.Value(field) is { Length: > 0 } value ? Term(value) : null;
        return new CatalogueEntry
        {
            Id = record.Id,
            Sight = sight,
            Version = record.Version,
            Title = Cut(record.Description.Value(Field.Subject) is { Length: > 0 } subject ? subject : record.Content.OriginalName, MostTitle),
            Text = Cut(text, MostText),
            Details = Cut(string.Join('\n', DetailFields.Select(Said).OfType<string>()), MostTitle),
            Keys = Said(Field.CodeNumber) is { } number ? Archive.Description.Notation.SearchKeys(number, Said(Field.CodeNotation) ?? "") : [],
            Number = Said(Field.CodeNumber),
            Notation = Said(Field.CodeNotation),
            Type = Said(Field.TypeName),
            Issuer = Said(Field.OrganName),
            Agency = record.Agency,
            FileCode = Said(Field.FileCode),
            AlsoIn = [.. record.AlsoIn.Select(Term)],
            Issued = PartialDate.TryParse(Said(Field.IssuedDate), out var issued) ? issued : null,
            Access = record.Access,
            Custody = record.Custody,
            Readers = readers,
            AdmittedAt = sight == Sight.Stub ? null : record.AdmittedAt,
            Size = sight == Sight.Whole ? record.Content.Size : 0,
            Doubts = sight == Sight.Whole ? [.. Doubt.Of(record).Select(doubt => doubt.Code).Distinct()] : [],
        };
    }

    /// <summary>A value as it is filtered by.</summary>
    internal static string Term(string text) => Cut(text, MostTerm);

    /// <summary>The composed text, cut at a bound without parting a pair of surrogates.</summary>
    private static string Cut(string text, int most)
    {
        var composed = Vietnamese.Compose(text);
        if (composed.Length <= most)
            return composed;
        return composed[..(char.IsHighSurrogate(composed[most - 1]) ? most - 1 : most)];
    }
}
