using Archive.Records;

namespace Archive.Description;

/// <summary>What came of laying the depositor's and the document's words side by side.</summary>
/// <param name="Description">Both, at most one statement per field and source.</param>
/// <param name="Findings">Those given, then where the two disagree or the document could be read only doubtfully.</param>
public sealed record Described(RecordDescription Description, IReadOnlyList<Finding> Findings);

/// <summary>Puts the depositor's and the document's statements together. It never picks between them: disagreement is a finding with both values.</summary>
public static class DescriptionMerge
{
    /// <summary>
    /// Lays them side by side. Values are compared by what they mean (<see cref="Meaning"/>), in the order of the fields' names. Where the
    /// document was read with less than <see cref="RecordDescription.Readable"/> and does not bear the depositor out, that is said instead.
    /// </summary>
    public static Described Merge(IReadOnlyList<Statement> depositor, IReadOnlyList<Statement> document, IReadOnlyList<Finding> findings)
    {
        var said = OnePerField(depositor, StatementSource.Depositor);
        var read = OnePerField(document, StatementSource.Document);
        var description = new RecordDescription([.. said, .. read]);
        return new(description, [.. findings, .. read.Select(statement => Compared(description, statement)).OfType<Finding>()]);
    }

    private static Finding? Compared(RecordDescription description, Statement read)
    {
        var said = description.Said(read.Field, StatementSource.Depositor);
        if (said is not null && Meaning.Same(description, said, read))
            return null;
        if (read.Confidence < RecordDescription.Readable)
            return Finding.Of(FindingCodes.DoubtfulReading, read.Field, read.Value, Wording.Number(read.Confidence));
        return said is null ? null : Finding.Of(FindingCodes.Disagreement, read.Field, said.Value, read.Value);
    }

    /// <summary>The surest statement of each field; of equally sure ones the first.</summary>
    private static Statement[] OnePerField(IReadOnlyList<Statement> statements, StatementSource source) =>
    [
        .. statements.Where(statement => statement.Source == source && statement.Value.Length > 0)
            .GroupBy(statement => statement.Field, StringComparer.Ordinal)
            .Select(field => field.MaxBy(statement => statement.Confidence)!)
            .OrderBy(statement => statement.Field, StringComparer.Ordinal),
    ];
}
