using Archive.Records;

namespace Archive.Description;

/// <summary>A field as an archivist's form asks for it.</summary>
/// <param name="Name">As in <see cref="Field"/>.</param>
/// <param name="MaxLength">In letters, as TT 05/2025 sets it.</param>
/// <param name="Codes">The codes to choose from; null where it is written freely.</param>
/// <param name="IsDate">Whether it is a date, whole or in part.</param>
public sealed record ReviewField(string Name, int MaxLength, IReadOnlyList<string>? Codes, bool IsDate)
{
    /// <summary>Asked of every record: what it is found and cited by, and what its due day is made of.</summary>
    private static readonly string[] Always =
    [
        Field.TypeName, Field.CodeNumber, Field.CodeNotation, Field.IssuedDate, Field.OrganName, Field.Subject, Field.SignerName, Field.SignerPosition, Field.Maintenance,
    ];

    /// <summary>Who may see a record is its agency's decision and not read off the page.</summary>
    private static readonly string[] Never = [Field.Mode];

    /// <summary>The fields asked of a record: the usual ones, then what else is doubtful in it or an archivist has said before.</summary>
    public static IReadOnlyList<ReviewField> Of(ArchiveRecord record)
    {
        var doubtful = record.Findings.Where(finding => finding.Code == FindingCodes.Disagreement.Id || finding.Code == FindingCodes.DoubtfulReading.Id).Select(finding => finding.Where);
        var said = record.Description.Statements.Where(statement => statement.Source == StatementSource.Archivist).Select(statement => statement.Field);
        return [.. Always.Concat(doubtful.Concat(said).Order(StringComparer.Ordinal)).Distinct().Except(Never).Select(FieldRules.Of).OfType<FieldRule>().Select(Of)];
    }

    private static ReviewField Of(FieldRule rule) => new(rule.Name, rule.MaxLength, rule.Kind switch
    {
        FieldKind.Type => [.. DocumentType.All.Select(type => type.Code)],
        FieldKind.Code => FieldCodes.All(rule.Name),
        _ => null,
    }, rule.Kind == FieldKind.Date);
}
