using System.Globalization;
using System.Text;
using Archive.Records;

namespace Archive.Description;

/// <summary>How printed words are compared: by letters, whatever the accents, blanks and marks a producer put between them.</summary>
internal static class Wording
{
    /// <summary>Folded letters and digits only: <c>Q U Y Ế T  Đ Ị N H :</c> becomes <c>quyetdinh</c>.</summary>
    public static string Letters(string text)
    {
        var letters = new StringBuilder(text.Length);
        foreach (var letter in Vietnamese.Fold(text))
            if (char.IsAsciiLetterOrDigit(letter))
                letters.Append(letter);
        return letters.ToString();
    }

    /// <summary>The folded words, without marks.</summary>
    public static string[] Tokens(string text)
    {
        var folded = Vietnamese.Fold(text).ToCharArray();
        for (var i = 0; i < folded.Length; i++)
            if (!char.IsAsciiLetterOrDigit(folded[i]))
                folded[i] = ' ';
        return new string(folded).Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>Composed, control characters and runs of blanks made one blank, trimmed.</summary>
    public static string Tidy(string text)
    {
        var tidy = new StringBuilder(text.Length);
        foreach (var letter in Vietnamese.Compose(text))
        {
            if (!char.IsWhiteSpace(letter) && !char.IsControl(letter) && letter is not ('\u200b' or '\ufeff' or '\u00ad'))
                tidy.Append(letter);
            else if (tidy.Length > 0 && tidy[^1] != ' ')
                tidy.Append(' ');
        }

        return tidy.ToString().TrimEnd();
    }

    /// <summary>Every kind of dash as a hyphen, every kind of slash as a slash.</summary>
    public static string PlainMarks(string text) => string.Create(text.Length, text, static (target, source) =>
    {
        for (var i = 0; i < target.Length; i++)
            target[i] = source[i] switch
            {
                '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2014' or '\u2015' or '\u2212' or '\ufe63' or '\uff0d' => '-',
                '\u2044' or '\u2215' or '\uff0f' => '/',
                _ => source[i],
            };
    });

    /// <summary>Whether the text is printed in capitals: two letters at least; one small letter in eight is a reader's slip.</summary>
    public static bool IsCapitals(string text)
    {
        var (all, small) = (0, 0);
        foreach (var letter in text)
        {
            all += char.IsLetter(letter) ? 1 : 0;
            small += char.IsLower(letter) ? 1 : 0;
        }

        return all >= 2 && small * 8 <= all;
    }

    /// <summary>At most so many letters; a surrogate pair is never cut in two.</summary>
    public static string Cut(string text, int length)
    {
        if (text.Length <= length)
            return text;
        var end = char.IsHighSurrogate(text[length - 1]) ? length - 1 : length;
        return text[..end].TrimEnd();
    }

    /// <summary>A number as findings and rows write it.</summary>
    public static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
