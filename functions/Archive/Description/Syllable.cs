using System.Text;
using System.Text.RegularExpressions;

namespace Archive.Description;

/// <summary>Whether a word can be a Vietnamese syllable: onset, vowels, coda, one tone, and a stopped coda only with sắc or nặng.</summary>
internal static partial class Syllable
{
    private const int Longest = 7;
    private const string Tones = "\u0300\u0301\u0303\u0309\u0323";
    private const string Qualities = "\u0302\u0306\u031b";

    /// <summary>True for a syllable in either case, composed or not, with marks of punctuation round it.</summary>
    public static bool IsOne(string word)
    {
        var bare = new StringBuilder();
        var (tones, stopTone) = (0, false);
        foreach (var letter in word.Trim('.', ',', ';', ':', '(', ')', '"', '!', '?', '/', '-').Normalize(NormalizationForm.FormD))
        {
            if (Tones.Contains(letter, StringComparison.Ordinal))
                (tones, stopTone) = (tones + 1, letter is '\u0301' or '\u0323');
            else if (letter is 'đ' or 'Đ')
                bare.Append('d');
            else if (char.IsAsciiLetter(letter))
                bare.Append(char.ToLowerInvariant(letter));
            else if (!Qualities.Contains(letter, StringComparison.Ordinal))
                return false;
        }

        var shape = bare.Length is > 0 and <= Longest && tones <= 1 ? Shape().Match(bare.ToString()) : null;
        return shape is { Success: true } && (!shape.Groups["stop"].Success || stopTone);
    }

    [GeneratedRegex(
        "^(?:b|ch|c|d|gh|gi|g|h|kh|k|l|m|ngh|ng|nh|n|ph|p|qu|r|s|th|tr|t|v|x)?"
        + "(?:uye|uya|uyu|uay|uoi|uou|ieu|yeu|oai|oay|oeo|ai|ao|au|ay|eo|eu|ia|ie|iu|oa|oe|oi|ua|ue|ui|uo|uu|uy|ye|a|e|i|o|u|y)"
        + "(?:(?<stop>ch|c|p|t)|ng|nh|m|n)?$",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
