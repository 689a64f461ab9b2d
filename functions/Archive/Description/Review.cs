using System.Security.Cryptography;
using System.Text;

namespace Archive.Description;

/// <summary>That an archivist has compared a record's description with the record.</summary>
/// <param name="By">The archivist's subject.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Seen">Over what depositor and document had said by then.</param>
public sealed record Review(string By, DateTimeOffset At, string Seen)
{
    /// <summary>Whether nothing was said since: a word that came later has not been seen, and may be doubtful anew.</summary>
    public bool IsCurrent(RecordDescription description) => Seen == DigestOf(description.SaidBesides(StatementSource.Archivist));

    /// <summary>The digest of statements, whatever their order.</summary>
    public static string DigestOf(IEnumerable<Statement> statements)
    {
        var lines = statements.Select(said => $"{said.Field}\u001f{said.Source}\u001f{said.Value}\u001f{said.Where}").Order(StringComparer.Ordinal);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001e', lines))).AsSpan(0, 16));
    }
}
