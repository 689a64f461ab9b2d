using Archive.Description;
using Archive.Records;

namespace Archive.Accession;

/// <summary>
/// Which of two descriptions of one document stands, whatever order they come in: one that marks it secret; else one in the fields of
/// TT 05/2025, which are the archive's own, before an edXML message, which was written for the mail. Of two of one kind, the first.
/// </summary>
public static class Precedence
{
    /// <summary>
    /// Whether a description takes the place of the one that waits for the document. A description always replaces its own earlier state, and a
    /// sidecar what was said with the slot in the same form.
    /// </summary>
    public static bool Replaces(Stated said, Stated waiting)
    {
        if (said.Source.Blob?.Name == waiting.Source.Blob?.Name || IsSecret(said))
            return true;
        return !IsSecret(waiting) && (IsMessage(waiting) ? !IsMessage(said) : waiting.Source.Blob is null && !IsMessage(said));
    }

    /// <summary>Whether a description that comes after its document leaves the one the record has in force.</summary>
    public static bool Yields(SidecarReading.Read said, ArchiveRecord held) =>
        !Admission.SaysSecret(said.Statements)
        && IsMessage(said.Statements)
        && held.Description.Statements.Any(known => known is { Source: StatementSource.Depositor, Where: Sidecar.Where });

    private static bool IsSecret(Stated stated) => stated.Reading is SidecarReading.Read read && Admission.SaysSecret(read.Statements);

    private static bool IsMessage(Stated stated) => stated.Reading is SidecarReading.Read read && IsMessage(read.Statements);

    private static bool IsMessage(IReadOnlyList<Statement> statements) => statements.Any(statement => statement.Where == EdXml.Where);
}
