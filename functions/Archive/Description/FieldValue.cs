using System.Globalization;
using Archive.Records;

namespace Archive.Description;

/// <summary>A value as the standard writes it, or what the standard expected instead.</summary>
/// <param name="Written">The value, or null where the given one cannot stand.</param>
/// <param name="Expected">What may stand in the field, in a form that is the same in every language.</param>
internal readonly record struct FieldValue(string? Written, string Expected)
{
    /// <summary>Reads a value, already tidied and not empty, by its field's rule.</summary>
    public static FieldValue Of(FieldRule rule, string given) => rule.Kind switch
    {
        FieldKind.Code => new(FieldCodes.Of(rule.Name, given), FieldCodes.Range(rule.Name)),
        FieldKind.Codes => new(Codes(rule.Name, given), FieldCodes.Range(rule.Name)),
        FieldKind.Type => new(TypeOf(given)?.Code, "01-32"),
        FieldKind.Date => new(PartialDate.TryParse(given, out var date) ? date.ToString() : null, "dd/MM/yyyy, MM/yyyy, yyyy"),
        FieldKind.Count => new(Whole(given) is > 0 and <= 9999 and var count ? count.ToString(CultureInfo.InvariantCulture) : null, "1-9999"),
        FieldKind.Flag => new(Flag(given), "1, 0"),
        FieldKind.Digest => new(Sha256Digest.TryParse(given, out var digest) ? digest.Value : null, Expects(rule.Kind)),
        FieldKind.Size => new(Whole(given) is >= 0 and var size ? size.ToString(CultureInfo.InvariantCulture) : null, Expects(rule.Kind)),
        _ => new(given, ""),
    };

    /// <summary>What may stand where a digest or a size is declared.</summary>
    public static string Expects(FieldKind kind) => kind == FieldKind.Digest ? "64 x 0-9a-f" : "0-";

    private static DocumentType? TypeOf(string given) =>
        DocumentType.ByCode(given) ?? DocumentType.ByAbbreviation(given) ?? DocumentType.ByName(given);

    private static string? Flag(string given) => Wording.Letters(given) switch
    {
        "1" or "true" or "co" => "1",
        "0" or "false" or "khong" => "0",
        _ => null,
    };

    private static long? Whole(string given) => long.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>One or several codes, separated by semicolons in code order; null when any of them is none. <c>Việt-Anh</c> is one code, not two.</summary>
    private static string? Codes(string field, string given)
    {
        var parts = FieldCodes.Of(field, given) is { } single
            ? [single]
            : given.Split([',', ';', '|'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(part => FieldCodes.Of(field, part)).ToArray();
        return parts.Length > 0 && parts.All(part => part is not null) ? string.Join(';', parts.Distinct().Order(StringComparer.Ordinal)) : null;
    }
}
