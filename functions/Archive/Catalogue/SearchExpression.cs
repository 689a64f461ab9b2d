using System.Text;
using Archive.Description;
using Archive.Records;

namespace Archive.Catalogue;

/// <summary>
/// What a reader typed, as an expression in the full Lucene syntax. Every word goes in as a quoted phrase of one field: within quotes only
/// the quote and the backslash mean anything, and neither is part of any word, so they become spaces. No operator, wildcard, field name or
/// unbalanced bracket a reader types can therefore reach the parser.
/// <para>All words must occur. A word typed with accents is looked for with them first, far above the same word without; a word typed
/// without is looked for without. What looks like a number or notation is looked for among the identification keys, above everything.</para>
/// </summary>
internal static class SearchExpression
{
    /// <summary>Words beyond this many make a query no reader types; 7 fields each stay well below the service's 3 000 clauses.</summary>
    public const int MostWords = 120;

    private const string KeyBoost = "^100000";

    /// <summary>An accented match in the least field outweighs an unaccented one in the best: hence the hundredfold step.</summary>
    private static readonly (string Field, string Boost)[] Accented =
        [(CatalogueField.Title, "^800"), (CatalogueField.Details, "^200"), (CatalogueField.Text, "^200")];

    private static readonly (string Field, string Boost)[] Folded =
        [(CatalogueField.TitleFolded, "^4"), (CatalogueField.IssuerFolded, "^2"), (CatalogueField.DetailsFolded, "^1.5"), (CatalogueField.TextFolded, "")];

    /// <summary>The words and phrases typed, composed; a phrase stands between quotes, straight or curled, and an open one ends with the text.</summary>
    public static IReadOnlyList<string> Words(string typed)
    {
        var words = new List<string>();
        foreach (var (index, part) in Vietnamese.Compose(typed).Split('"', '“', '”', '„').Index())
            words.AddRange(index % 2 == 1 ? [Plain(part)] : Plain(part).Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return [.. words.Where(word => word.Any(char.IsLetterOrDigit))];
    }

    /// <summary>The expression for some words; at least one.</summary>
    public static string For(IReadOnlyList<string> words)
    {
        var expression = new StringBuilder();
        var whole = string.Join(' ', words);
        if (Notation.KeyOf(whole) is { } key)
            expression.Append(Clause(CatalogueField.Keys, key, KeyBoost)).Append(' ');

        expression.Append('(').AppendJoin(' ', words.Select(word => $"+({Alternatives(word)})"));
        // Words that stand together as typed are what the reader meant: optional, so that it only moves a record up.
        if (words.Count > 1)
            expression.Append(' ').Append('(').Append(Alternatives(whole)).Append(')');
        return expression.Append(')').ToString();
    }

    /// <summary>Whether a word was typed with accents (đ is one), so that the reader meant them.</summary>
    private static bool HasAccents(string word) => !string.Equals(Vietnamese.Fold(word), word, StringComparison.OrdinalIgnoreCase);

    private static string Alternatives(string word)
    {
        var folded = Vietnamese.Fold(word);
        var clauses = Folded.Select(field => Clause(field.Field, folded, field.Boost));
        if (HasAccents(word))
            clauses = Accented.Select(field => Clause(field.Field, word, field.Boost)).Concat(clauses);
        if (word.Contains('/', StringComparison.Ordinal) && Notation.KeyOf(word) is { } key)
            clauses = clauses.Prepend(Clause(CatalogueField.Keys, key, KeyBoost));
        return string.Join(' ', clauses);
    }

    private static string Clause(string field, string phrase, string boost) => $"{field}:\"{phrase}\"{boost}";

    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var letter in text)
            plain.Append(letter == '\\' || char.IsControl(letter) || char.IsWhiteSpace(letter) ? ' ' : letter);
        return plain.ToString().Trim();
    }
}
