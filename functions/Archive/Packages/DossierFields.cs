using System.Globalization;
using Archive.Description;
using Archive.Packages.Rules;

namespace Archive.Packages;

/// <summary>A dossier's or batch's description as its submission gives it, for the description of its archival package.</summary>
public static class DossierFields
{
    /// <summary>
    /// The fields an archival package has, in their written form; a value that cannot stand in one is left to what the documents say. Where the package
    /// holds another number of documents than the submission did, its counts are left to the package.
    /// </summary>
    /// <param name="kind"><see cref="DescriptionKind.Dossier"/> or <see cref="DescriptionKind.Batch"/>.</param>
    /// <param name="submitted">What the submission says, verbatim, by element.</param>
    /// <param name="documents">How many documents the archival package holds.</param>
    public static IReadOnlyDictionary<string, string> Of(DescriptionKind kind, IReadOnlyDictionary<string, string> submitted, int documents)
    {
        var whole = submitted.GetValueOrDefault("totalDoc")?.Trim() == documents.ToString(CultureInfo.InvariantCulture);
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var rule in DescriptionForm.Of(kind)
            .Where(rule => rule.Name != Field.FileCode && (whole || rule.Name is not ("totalDoc" or "numberOfPaper" or Field.NumberOfPage))))
        {
            if (submitted.GetValueOrDefault(rule.Name) is not { } value || string.IsNullOrWhiteSpace(value) || value.Length > rule.MaxLength)
                continue;
            if ((rule.Kind == FieldKind.Text ? value : FieldValue.Of(rule, value.Trim()).Written) is { } written)
                fields.Add(rule.Name, written);
        }

        return fields;
    }
}
