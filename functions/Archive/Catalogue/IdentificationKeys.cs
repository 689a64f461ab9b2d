using System.Text;
using Archive.Records;

namespace Archive.Catalogue;

/// <summary>
/// Number and notation in one comparable form, because nobody types <c>67/KH-UBND</c> the same way twice: folded, groups parted by single
/// spaces, letters parted from digits, no leading zeros. <c>67/KH-UBND</c>, <c>67 kh ubnd</c> and <c>067KH-UBND</c> are all <c>67 kh ubnd</c>.
/// </summary>
internal static class IdentificationKeys
{
    /// <summary>The longest key that is kept or searched, in letters.</summary>
    private const int Longest = 120;

    /// <summary>The keys of a document: number with notation, and each alone where the other is missing.</summary>
    public static IReadOnlyList<string> Of(string? number, string? notation)
    {
        var key = Normal($"{number} {notation}");
        return key.Length is > 0 and <= Longest ? [key] : [];
    }

    /// <summary>The key of what a reader typed, or null when it cannot name a document: without a digit, or far too long.</summary>
    public static string? Typed(string typed)
    {
        var key = Normal(typed);
        return key.Length is > 0 and <= Longest && key.Any(char.IsAsciiDigit) ? key : null;
    }

    private static string Normal(string text)
    {
        var key = new StringBuilder();
        foreach (var group in Groups(Vietnamese.Fold(text)))
            key.Append(key.Length > 0 ? " " : "").Append(char.IsAsciiDigit(group[0]) && group.TrimStart('0') is { Length: > 0 } number ? number : group);
        return key.ToString();
    }

    /// <summary>Runs of letters and runs of digits.</summary>
    private static IEnumerable<string> Groups(string text)
    {
        for (var at = 0; at < text.Length;)
        {
            Func<char, bool> kind = char.IsAsciiDigit(text[at]) ? char.IsAsciiDigit : char.IsLetter;
            var end = at;
            while (end < text.Length && kind(text[end]))
                end++;
            if (end > at)
                yield return text[at..end];
            at = Math.Max(end, at + 1);
        }
    }
}
