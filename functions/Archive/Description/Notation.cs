using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Archive.Records;

namespace Archive.Description;

/// <summary>
/// A document's number and notation (số, ký hiệu): <c>67/KH-UBND</c>, <c>30/2020/NĐ-CP</c>, <c>33/2024/QH15</c>, of party bodies <c>14514-CV/VPTW</c>.
/// Unique only together with agency and year (NĐ 30/2020).
/// </summary>
/// <param name="Number">As written: <c>67</c>, <c>05</c>, <c>12a</c>.</param>
/// <param name="Symbol">What follows it, as <see cref="Field.CodeNotation"/> holds it: <c>KH-UBND</c>, <c>2020/NĐ-CP</c>, <c>CV/VPTW</c>.</param>
public sealed partial record Notation(string Number, string Symbol)
{
    /// <summary>Nothing people type as a number is longer; longer text is no identification.</summary>
    private const int LongestTyped = 80;

    /// <summary>The type its abbreviation stands for; null where the notation has none, as a công văn's.</summary>
    public DocumentType? Type => DocumentType.ByAbbreviation(TypeGroup(Symbol));

    /// <summary>
    /// Reads a number and notation the way people type them: with or without <c>Số</c>, a type's name before it, blanks, dashes or slashes
    /// between the parts. The letters stay as typed; the separators become those of the form. False for anything else.
    /// </summary>
    public static bool TryParse(string? typed, out Notation notation)
    {
        notation = new("", "");
        var text = WithoutIntroduction(typed, out _);
        var typedParts = text is null ? null : Typed().Match(text);
        if (typedParts is not { Success: true })
            return false;

        var groups = Separators().Split(typedParts.Groups["symbol"].Value).Where(group => group.Length > 0).ToArray();
        if (!groups.Any(group => group.Any(char.IsLetter)))
            return false;

        var party = typedParts.Groups["mark"].Value.Contains('-', StringComparison.Ordinal) && typedParts.Groups["symbol"].Value.Contains('/', StringComparison.Ordinal);
        notation = new(typedParts.Groups["number"].Value, Written(groups, party));
        return true;
    }

    /// <summary>
    /// The key of an identification as typed: the same for every way of typing it (case, accents, blanks, dashes, slashes, leading zeros,
    /// <c>Số</c> or the type's name before it). A number alone is one only after <c>Số</c>. Null for what cannot be an identification.
    /// </summary>
    public static string? KeyOf(string typed)
    {
        var text = WithoutIntroduction(typed, out var introduced);
        if (text is null || !char.IsAsciiDigit(text[0]))
            return null;

        var end = text.AsSpan().IndexOfAnyExceptInRange('0', '9');
        var digits = end < 0 ? text.Length : end;
        if (digits > 6)
            return null;

        var (number, symbol) = (text[..digits].TrimStart('0'), Wording.Letters(text[digits..]));
        return symbol.Any(char.IsAsciiLetter) ? $"{number}/{symbol}" : introduced && symbol.Length == 0 && number.Length > 0 ? number : null;
    }

    /// <summary>
    /// The keys under which a document with this number and notation is found, the whole one first: then what people type when they leave
    /// out the issuer, the legal-normative year, or everything but the number.
    /// </summary>
    public static IReadOnlyList<string> SearchKeys(string number, string notation)
    {
        var groups = Separators().Split(Wording.PlainMarks(Wording.Tidy(notation))).Where(group => group.Length > 0).ToList();
        var keys = new List<string?>();
        for (var count = groups.Count; count > 0; count--)
            keys.Add(KeyOf($"{number}/{string.Join('/', groups.Take(count))}"));
        if (groups.Count > 1 && IsYear(groups[0]))
            for (var count = groups.Count; count > 1; count--)
                keys.Add(KeyOf($"{number}/{string.Join('/', groups.Skip(1).Take(count - 1))}"));
        keys.Add(KeyOf($"số {number}"));
        return [.. keys.OfType<string>().Distinct(StringComparer.Ordinal)];
    }

    /// <summary>The group of a notation in which a type's abbreviation stands: the first one after the year.</summary>
    internal static string TypeGroup(string symbol) => Separators().Split(symbol).FirstOrDefault(group => group.Length > 0 && !IsYear(group)) ?? "";

    /// <summary>The groups of a notation in which the issuer stands: all after the type's.</summary>
    internal static IEnumerable<string> Groups(string symbol) => Separators().Split(symbol).Where(group => group.Length > 0 && !IsYear(group));

    private static string Written(string[] groups, bool party) => party
        ? string.Join('/', groups)
        : IsYear(groups[0]) ? $"{groups[0]}/{string.Join('-', groups[1..])}" : string.Join('-', groups);

    private static bool IsYear(string group) => group.Length == 4 && (group.StartsWith("19", StringComparison.Ordinal) || group.StartsWith("20", StringComparison.Ordinal))
        && int.TryParse(group, NumberStyles.None, CultureInfo.InvariantCulture, out _);

    /// <summary>The text from its first digit on, when nothing but a type's name and <c>số</c> stands before it; else null.</summary>
    private static string? WithoutIntroduction(string? typed, out bool introduced)
    {
        introduced = false;
        if (typed is null or { Length: 0 or > LongestTyped * 2 })
            return null;

        var text = Wording.PlainMarks(Wording.Tidy(Vietnamese.Compose(typed).Normalize(NormalizationForm.FormKC)));
        var start = text.AsSpan().IndexOfAnyInRange('0', '9');
        if (start < 0 || text.Length - start > LongestTyped)
            return null;

        var before = Wording.Letters(text[..start]);
        introduced = before.EndsWith("so", StringComparison.Ordinal);
        var name = introduced ? before[..^2] : before;
        return name.Length == 0 || name == "vanban" || DocumentType.ByName(name) is not null ? text[start..] : null;
    }

    [GeneratedRegex(
        @"^(?<number>\d{1,6}[A-Za-zĐđ]?)(?<mark>\s*[/\-]\s*|\s+)(?<symbol>[\p{L}\d][\p{L}\d.&]*(?:[\s/\-]+[\p{L}\d][\p{L}\d.&]*){0,8})\s*\.?$",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Typed();

    [GeneratedRegex(@"[\s/\-]+", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Separators();
}
