using Archive.Description;

namespace Archive.Packages;

/// <summary>
/// Everything said of a document that its descriptive file does not hold letter by letter: what the circular's data set of its kind has no place for (NĐ
/// 30/2020's signer, recipients and urgency, the codes TT 05/2025 drops between submission and archive, the issuer in a DIP), and what stands there in
/// another form. It goes into PREMIS as significant properties, so that it outlives the database: nothing said of a document is lost in a package.
/// </summary>
internal static class LocalFields
{
    private static readonly string[] Names = [.. FieldRules.All.Select(rule => rule.Name).Except([FieldRules.Digest, FieldRules.Size])];

    /// <summary>The fields with what is said in them.</summary>
    /// <param name="said">What is said of the document.</param>
    /// <param name="described">What its descriptive file says.</param>
    public static IReadOnlyList<(string Name, string Value)> Of(RecordDescription said, IReadOnlyCollection<(string Name, string? Value)> described) =>
    [
        .. Names.Select(name => (Name: name, Value: said.Value(name)))
            .Where(field => !string.IsNullOrWhiteSpace(field.Value) && !described.Contains(field))
            .Select(field => (field.Name, field.Value!)),
    ];
}
