using System.Text.Json;
using Archive.Description;
using Archive.Packages;
using Archive.Packages.Rules;
using Archive.Packages.Submitting;

namespace Archive.Accession;

/// <summary>What a package says of one of its documents, as the statement its upload comes with: the words stay the package's, verbatim.</summary>
public static class PackagedStatement
{
    /// <summary>What other descriptions call a field, in the order in which they are believed: Dublin Core, and the circular's photos and recordings.</summary>
    private static readonly (string Field, string[] Called)[] Otherwise =
    [
        (Field.Subject, [Field.ImageTitle, Field.MovieTitle, Field.EventName, "title"]),
        (Field.IssuedDate, [Field.PhotoTime, Field.RecordDate, "date"]),
        (Field.OrganName, ["creator"]),
        (Field.FileCode, ["arcFileCode"]),
        (Field.DocCode, ["arcDocCode"]),
    ];

    /// <summary>The statement: as a sidecar's JSON, or in the form the package has for it.</summary>
    /// <param name="dossier">What is said of the whole.</param>
    /// <param name="document">The document.</param>
    public static byte[] Of(IReadOnlyDictionary<string, string> dossier, PackagedDocument document)
    {
        if (document.Words is { } words)
            return words;

        var said = new Dictionary<string, string>(document.Fields, StringComparer.OrdinalIgnoreCase);
        foreach (var (field, called) in Otherwise)
        {
            if (!said.ContainsKey(field) && called.FirstOrDefault(said.ContainsKey) is { } name)
                said[field] = said[name];
        }

        // A photo takes over nothing that photos have no field for: it has no language, and no level of confidence that would ask for its processing trail.
        var form = DescriptionForm.Of(SubmissionForm.KindOf(document.Kind));
        foreach (var field in DescriptionForm.FromDossier.Where(field => form.Any(rule => rule.Name == field)).Prepend(Field.FileCode))
        {
            if (!said.ContainsKey(field) && (dossier.GetValueOrDefault(field) ?? (field == Field.FileCode ? dossier.GetValueOrDefault("arcFileCode") : null)) is { Length: > 0 } value)
                said[field] = value;
        }

        // Of a recovery that is not wanted there is no state, whatever the dossier's was.
        if (said.GetValueOrDefault(Field.RiskRecovery) != "1" && !document.Fields.ContainsKey(Field.RiskRecoveryStatus))
            said.Remove(Field.RiskRecoveryStatus);
        if (document.Digest is { } digest)
            said[FieldRules.Digest] = digest.Value;
        return JsonSerializer.SerializeToUtf8Bytes(said);
    }
}
