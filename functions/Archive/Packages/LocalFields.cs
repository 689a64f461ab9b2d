using Archive.Description;

namespace Archive.Packages;

/// <summary>
/// What is said of a document that the circular's AIP fields have no place for: NĐ 30/2020's signer, recipients and urgency, and the codes
/// TT 05/2025 drops between submission and archive. It goes into PREMIS as significant properties, so that it outlives the database.
/// </summary>
internal static class LocalFields
{
    private static readonly string[] Names =
    [
        Field.DocId, Field.FileCode, Field.Maintenance, Field.RiskRecovery, Field.RiskRecoveryStatus,
        Field.ParentOrganName, Field.Place, Field.SignerPosition, Field.SignerName, Field.Recipients, Field.Priority,
    ];

    public static IReadOnlyList<(string Name, string Value)> Of(RecordDescription said) =>
        [.. Names.Select(name => (name, said.Value(name))).Where(field => !string.IsNullOrWhiteSpace(field.Item2)).Select(field => (field.name, field.Item2!))];
}
