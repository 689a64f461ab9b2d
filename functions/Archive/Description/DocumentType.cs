using System.Collections.Frozen;

namespace Archive.Description;

/// <summary>A type of document (tên loại), coded as TT 05/2025/TT-BNV codes it.</summary>
/// <param name="Code">01 to 32, as <see cref="Field.TypeName"/> holds it.</param>
/// <param name="Name">The Vietnamese name.</param>
/// <param name="EnglishName">The English name.</param>
/// <param name="Abbreviation">As NĐ 30/2020, annex III writes it in notations, case significant; null for types that have none (công văn, thư công).</param>
public sealed record DocumentType(string Code, string Name, string EnglishName, string? Abbreviation)
{
    /// <summary>Code 22: recognised by having no heading, and no abbreviation in its notation.</summary>
    public static readonly DocumentType OfficialLetter = new("22", "Công văn", "Official letter", null);

    /// <summary>Code 32: anything the circular has no code for, among it laws, decrees and circulars.</summary>
    public static readonly DocumentType Other = new("32", "Khác", "Other", null);

    private static readonly FrozenDictionary<string, DocumentType> Codes = DocumentTypes.Coded.ToFrozenDictionary(type => type.Code, StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, DocumentType> Names = DocumentTypes.Coded
        .Select(type => (Wording.Letters(type.Name), type))
        .Concat(DocumentTypes.OtherNames.Select(name => (Wording.Letters(name), Other)))
        .ToFrozenDictionary(named => named.Item1, named => named.Item2, StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, DocumentType> Abbreviations = DocumentTypes.Coded
        .Where(type => type.Abbreviation is not null)
        .Select(type => (type.Abbreviation!, type.Code))
        .Concat(DocumentTypes.OtherAbbreviations)
        .ToFrozenDictionary(named => named.Item1, named => Codes[named.Item2], StringComparer.Ordinal);

    private static readonly string[] LongestNamesFirst = [.. Names.Keys.OrderByDescending(name => name.Length).ThenBy(name => name, StringComparer.Ordinal)];

    /// <summary>All 32, by code.</summary>
    /// <remarks>Held here, and not asked of the table each time: the table names types of this class, so this class has to come first.</remarks>
    public static IReadOnlyList<DocumentType> All { get; } = DocumentTypes.Coded;

    /// <summary>The type of a code, <c>2</c> as well as <c>02</c>; null for any other.</summary>
    public static DocumentType? ByCode(string code) => Codes.GetValueOrDefault(code.Trim().PadLeft(2, '0'));

    /// <summary>The type of a name in any case, composed or not, with or without accents; kinds the circular has no code for are <see cref="Other"/>.</summary>
    public static DocumentType? ByName(string name) => Names.GetValueOrDefault(Wording.Letters(name));

    /// <summary>The type of a heading as printed in capitals, alone on its line, letter-spaced or with marks round it; null otherwise.</summary>
    public static DocumentType? ByHeading(string line) => Wording.IsCapitals(Vietnamese(line)) ? ByName(line) : null;

    /// <summary>
    /// The type of an abbreviation as a notation carries it, case significant: <c>TTr</c> is a submission, <c>TT</c> a circular.
    /// Also the ones in use outside NĐ 30/2020: of legal-normative and party documents.
    /// </summary>
    public static DocumentType? ByAbbreviation(string abbreviation) =>
        Abbreviations.GetValueOrDefault(abbreviation)
        ?? (abbreviation is ['Q', 'H', >= '0' and <= '9', ..] && abbreviation.AsSpan(2).IndexOfAnyExceptInRange('0', '9') < 0 ? Other : null);

    /// <summary>The type whose name a line in capitals begins with (<c>BÁO CÁO KẾT QUẢ CÔNG TÁC</c>) and how many words the name takes.</summary>
    internal static (DocumentType Type, int Words)? ByBeginning(IReadOnlyList<string> words)
    {
        var line = "";
        var ends = new Dictionary<int, int>();
        for (var i = 0; i < Math.Min(words.Count, 24); i++)
        {
            line += Wording.Letters(words[i]);
            ends[line.Length] = i + 1;
        }

        foreach (var name in LongestNamesFirst)
            if (line.StartsWith(name, StringComparison.Ordinal) && ends.TryGetValue(name.Length, out var count))
                return (Names[name], count);
        return null;
    }

    private static string Vietnamese(string line) => Records.Vietnamese.Compose(line);
}
