using Archive.Description;

namespace Archive.Packages;

/// <summary>
/// What is said of a document that the circular's AIP fields have no place for: NĐ 30/2020's signer, recipients and urgency, what photos and recordings have of their own, and the codes
/// TT 05/2025 drops between submission and archive. It goes into PREMIS as significant properties, so that it outlives the database.
/// </summary>
internal static class LocalFields
{
    private static readonly string[] Names =
    [
        Field.DocId, Field.FileCode, Field.Maintenance, Field.RiskRecovery, Field.RiskRecoveryStatus,
        Field.ParentOrganName, Field.Place, Field.SignerPosition, Field.SignerName, Field.Recipients, Field.Priority,
        Field.TypePic, Field.ArchivesNumber, Field.EventName, Field.ImageTitle, Field.Photographer, Field.PhotoPlace, Field.PhotoTime, Field.Colour, Field.FilmSize,
        Field.DocAttached, Field.TypeMedia, Field.MovieTitle, Field.Recorder, Field.RecordPlace, Field.RecordDate, Field.PlayTime, Field.Quality,
    ];

    public static IReadOnlyList<(string Name, string Value)> Of(RecordDescription said) =>
        [.. Names.Select(name => (name, said.Value(name))).Where(field => !string.IsNullOrWhiteSpace(field.Item2)).Select(field => (field.name, field.Item2!))];
}
