using System.Buffers;
using System.Globalization;
using System.Text;

namespace Archive.Records;

/// <summary>Vietnamese letters as the archive stores and compares them.</summary>
public static class Vietnamese
{
    /// <summary>The letters with marks, composed, of both cases; those with two marks, or a dot or hook, stand together in Unicode (U+1EA0 to U+1EF9).</summary>
    private static readonly SearchValues<char> Marked = SearchValues.Create(
        string.Concat("àáâãèéêìíòóôõùúýăđĩũơưÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĐĨŨƠƯ", string.Concat(Enumerable.Range('\u1EA0', '\u1EF9' - '\u1EA0' + 1).Select(letter => (char)letter))));

    /// <summary>
    /// The composed form (NFC) every stored text is in: decomposed text (macOS, some PDF producers) would never match it in the index.
    /// Lone surrogates and the non-characters U+FFFE and U+FFFF are replaced by U+FFFD first: no normalisation or no XML takes them.
    /// </summary>
    public static string Compose(string text)
    {
        var sound = Encoding.Unicode.GetString(Encoding.Unicode.GetBytes(text)).Replace('\uFFFE', '\uFFFD').Replace('\uFFFF', '\uFFFD');
        return sound.IsNormalized(NormalizationForm.FormC) ? sound : sound.Normalize(NormalizationForm.FormC);
    }

    /// <summary>
    /// The folded form for readers who type without accents: accents stripped, đ to d, lower case. Folded here and not by an analyser,
    /// so that the search service and one machine behave alike.
    /// </summary>
    public static string Fold(string text)
    {
        var letters = new StringBuilder(text.Length);
        foreach (var letter in Compose(text).Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(letter) == UnicodeCategory.NonSpacingMark)
                continue;
            letters.Append(letter is 'đ' or 'Đ' or 'Ð' or 'ð' ? 'd' : char.ToLowerInvariant(letter));
        }

        return letters.ToString();
    }

    /// <summary>Whether words are written with Vietnamese letters, as hardly any sentence of the language is without. A name without accents is no word of it.</summary>
    public static bool IsIn(string words) => Compose(words).AsSpan().ContainsAny(Marked);
}
