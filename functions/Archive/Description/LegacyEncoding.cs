using System.Buffers;
using System.Collections.Frozen;
using System.Text;
using Archive.Records;

namespace Archive.Description;

/// <summary>The 8-bit Vietnamese encodings in use before Unicode (TCVN 6909:2001).</summary>
public enum LegacyKind
{
    /// <summary>Not legacy, or not certainly.</summary>
    None,

    /// <summary>TCVN3 (ABC), of the <c>.VnTime</c> fonts.</summary>
    Tcvn3,

    /// <summary>VNI-Windows, of the <c>VNI-Times</c> fonts.</summary>
    Vni,
}

/// <summary>What text looks like, and why.</summary>
/// <param name="Kind">The encoding.</param>
/// <param name="Words">Words with letters beyond ASCII that become Vietnamese syllables in it.</param>
/// <param name="OutOf">Words with letters beyond ASCII that were looked at.</param>
public sealed record LegacyReading(LegacyKind Kind, int Words, int OutOf);

/// <summary>
/// Text whose bytes are TCVN3 or VNI-Windows but were read as Windows-1252, as PDF fonts without a Unicode map give it. TCVN3 has no codes for
/// toned capitals: its capital fonts (<c>.VnTimeH</c>) draw the small letters' codes as capitals, so capitals are told from the ASCII letters
/// beside them, and a word without any comes out in small letters.
/// </summary>
public static class LegacyEncoding
{
    /// <summary>Words looked at before deciding; more tell nothing new.</summary>
    private const int Sample = 2000;
    private const int FewestWords = 3;
    private const int LongestWord = 40;

    private static readonly FrozenDictionary<char, char> Tcvn3 = LegacyTables.Tcvn3.ToFrozenDictionary(pair => pair.Code, pair => pair.Letter);
    private static readonly FrozenDictionary<char, char> VniSingles = LegacyTables.VniSingles.ToFrozenDictionary(pair => pair.Code, pair => pair.Letter);
    private static readonly FrozenDictionary<(char, char), char> VniPairs =
        LegacyTables.VniPairs().ToFrozenDictionary(pair => (pair.Letter, pair.Mark), pair => pair.Composed);

    /// <summary>Letters of the Windows-1252 range that Unicode Vietnamese uses too: they tell nothing.</summary>
    private static readonly SearchValues<char> Shared = SearchValues.Create("àáâãèéêìíòóôõùúýÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝ");

    /// <summary>
    /// Tells whether text is legacy: at least three words, and seven in ten of those with letters beyond ASCII, must become Vietnamese syllables,
    /// half of them through letters Unicode Vietnamese does not have. One word that is Vietnamese in Unicode already for every five counts against it.
    /// </summary>
    public static LegacyReading Detect(string text)
    {
        var (looked, unicode, foreign) = (0, 0, 0);
        var (tcvn3, vni) = (0, 0);
        foreach (var word in Words(Vietnamese.Compose(text)))
        {
            looked++;
            if (word.AsSpan().ContainsAnyInRange('\u0100', '\uffff') && !word.Contains('\u03bc', StringComparison.Ordinal))
                unicode++;
            else
                foreign += word.Any(letter => letter > '\u007f' && !Shared.Contains(letter)) ? 1 : 0;
            tcvn3 += IsTcvn3(word) && Syllable.IsOne(FromTcvn3(word)) ? 1 : 0;
            vni += IsVni(word) && Syllable.IsOne(FromVni(word)) ? 1 : 0;
        }

        var best = Math.Max(tcvn3, vni);
        var legacy = best >= FewestWords && best * 10 >= looked * 7 && foreign * 2 >= best && unicode * 5 <= looked;
        return new(!legacy ? LegacyKind.None : tcvn3 >= vni ? LegacyKind.Tcvn3 : LegacyKind.Vni, best, looked);
    }

    /// <summary>Text of the given encoding as Unicode, composed (NFC). What the encoding has no letter for stays as it is.</summary>
    public static string Convert(string text, LegacyKind kind) => kind switch
    {
        LegacyKind.Tcvn3 => Vietnamese.Compose(FromTcvn3(text)),
        LegacyKind.Vni => Vietnamese.Compose(FromVni(text)),
        _ => Vietnamese.Compose(text),
    };

    private static bool IsTcvn3(string word) => word.All(letter => char.IsAscii(letter) || Tcvn3.ContainsKey(letter));

    /// <summary>Whether each letter beyond ASCII is a VNI letter or stands as a mark after one that takes it.</summary>
    private static bool IsVni(string word)
    {
        for (var i = 0; i < word.Length; i++)
            if (!char.IsAscii(word[i]) && !VniSingles.ContainsKey(word[i]) && (i == 0 || !VniPairs.ContainsKey((word[i - 1], word[i]))))
                return false;
        return true;
    }

    private static string FromTcvn3(string text)
    {
        var letters = text.ToCharArray();
        var before = false;
        for (var start = 0; start < letters.Length;)
        {
            var end = EndOfWord(text, start);
            if (end > start)
                before = InCapitals(text.AsSpan(start, end - start)) ?? (before || NextIsInCapitals(text, end));
            for (var i = start; i < end; i++)
                if (Tcvn3.TryGetValue(letters[i], out var meant))
                    letters[i] = before ? char.ToUpperInvariant(meant) : meant;
            start = Math.Max(end, start + 1);
        }

        return new string(letters);
    }

    private static int EndOfWord(string text, int start)
    {
        var end = start;
        while (end < text.Length && (char.IsAsciiLetter(text[end]) || Tcvn3.ContainsKey(text[end])))
            end++;
        return end;
    }

    private static bool NextIsInCapitals(string text, int end)
    {
        var start = end;
        while (start < text.Length && start - end < 3 && EndOfWord(text, start) == start)
            start++;
        return start < text.Length && InCapitals(text.AsSpan(start, EndOfWord(text, start) - start)) == true;
    }

    /// <summary>Told by a word's ASCII letters; null where only its first letter is one, as in <c>Tù</c> and <c>X·</c>: then its neighbours tell.</summary>
    private static bool? InCapitals(ReadOnlySpan<char> word)
    {
        if (word.ContainsAnyInRange('a', 'z') || !word.ContainsAnyInRange('A', 'Z'))
            return false;
        return word.Length == 1 || word[1..].ContainsAnyInRange('A', 'Z') ? true : null;
    }

    private static string FromVni(string text)
    {
        var letters = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (i + 1 < text.Length && VniPairs.TryGetValue((text[i], text[i + 1]), out var composed))
            {
                letters.Append(composed);
                i++;
            }
            else
            {
                letters.Append(VniSingles.GetValueOrDefault(text[i], text[i]));
            }
        }

        return letters.ToString();
    }

    /// <summary>The words with ASCII letters and letters beyond, up to the sample; a sign alone is no word.</summary>
    private static IEnumerable<string> Words(string text)
    {
        var given = 0;
        for (var start = 0; start < text.Length && given < Sample;)
        {
            var end = start;
            while (end < text.Length && (char.IsAsciiLetter(text[end]) || text[end] > '\u00a0'))
                end++;
            var word = text[start..end];
            if (word.Length is > 1 and <= LongestWord && word.Any(char.IsAsciiLetter) && !word.All(char.IsAscii))
            {
                given++;
                yield return word;
            }

            start = Math.Max(end, start + 1);
        }
    }
}
