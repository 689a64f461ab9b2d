using Archive.Description;
using Archive.Packages.Rules;

namespace Archive.Packages.Submitting;

/// <summary>Cells as the fields of a data set: each in its written form, and everything that a check would find in them.</summary>
internal static class FieldCells
{
    private const string Secret = "03";

    /// <summary>The fields in their written form.</summary>
    /// <param name="kind">The data set.</param>
    /// <param name="said">What the cells say.</param>
    /// <param name="place">Where a field stands.</param>
    /// <param name="mistakes">Added to.</param>
    public static IReadOnlyDictionary<string, string> Written(DescriptionKind kind, IReadOnlyDictionary<string, string> said, Func<string, string> place, List<SheetMistake> mistakes)
    {
        var form = DescriptionForm.Of(kind);
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in said)
        {
            if (form.FirstOrDefault(rule => rule.Name == name) is not { } rule)
                mistakes.Add(new SheetMistake(place(name), name, $"a {kind.ToString().ToLowerInvariant()} has no such field."));
            else if (FieldValue.Of(rule, value) is not { Written: { } written })
                mistakes.Add(new SheetMistake(place(name), name, $"'{value}' is none of {FieldValue.Of(rule, value).Expected}."));
            else if (written.Length > rule.MaxLength)
                mistakes.Add(new SheetMistake(place(name), name, $"'{value}' has {value.Length} letters, {rule.MaxLength} are allowed."));
            else
                fields[name] = written;
        }

        Conditions(kind, fields);
        var needed = form.Where(rule => rule.Required).Select(rule => rule.Name).Concat(FieldsRules.Conditional(new DescriptionFacts("", "", kind, fields, []))).Distinct();
        mistakes.AddRange(needed.Where(name => !said.ContainsKey(name) && !fields.ContainsKey(name)).Select(name => new SheetMistake(place(name), name, "it is required and empty.")));
        if (fields.GetValueOrDefault(Field.Mode) == Secret)
            mistakes.Add(new SheetMistake(place(Field.Mode), Field.Mode, "secret records are not sent over a network; the archive refuses them."));
        return fields;
    }

    /// <summary>No processing trail lies in the package, which must be said of some documents; of a recovery that is not wanted there is no state.</summary>
    private static void Conditions(DescriptionKind kind, Dictionary<string, string> fields)
    {
        if (kind == DescriptionKind.Document && fields.GetValueOrDefault(Field.ConfidenceLevel) is "01" or "03")
            fields.TryAdd(Field.Process, "0");
        if (fields.GetValueOrDefault(Field.RiskRecovery) != "1")
            fields.Remove(Field.RiskRecoveryStatus);
    }
}
