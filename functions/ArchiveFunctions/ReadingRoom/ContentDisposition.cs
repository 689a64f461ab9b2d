using System.Globalization;
using System.Text;
using Archive.Records;

namespace ArchiveFunctions.ReadingRoom;

/// <summary>
/// How a browser is told to treat a record's bytes (RFC 6266): the name twice, plainly for old programs and whole for the others (RFC 8187),
/// and <c>inline</c> only for formats that cannot carry a program a browser would run.
/// </summary>
public static class ContentDisposition
{
    private const int LongestName = 150;
    private const string Plain = " !#$&+-.@[]^_`{}~(),;=";
    private const string Unescaped = "!#$&+-.^_`|~";

    /// <summary>The header for a record's content.</summary>
    public static string Of(Content content)
    {
        var name = Safe(content.OriginalName);
        var how = ContentType.IsShown(content.Format.MediaType) ? "inline" : "attachment";
        return $"{how}; filename=\"{Ascii(name)}\"; filename*=UTF-8''{Percent(name)}";
    }

    /// <summary>The header for what is to be taken along and not shown.</summary>
    public static string Download(string originalName)
    {
        var name = Safe(originalName);
        return $"attachment; filename=\"{Ascii(name)}\"; filename*=UTF-8''{Percent(name)}";
    }

    /// <summary>The last part of the name, without what no file name may hold, cut so that its extension stays.</summary>
    internal static string Safe(string original)
    {
        var last = Vietnamese.Compose(original).Split('/', '\\')[^1];
        var letters = string.Concat(last.Where(letter => !char.IsControl(letter) && CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.Format)).Trim(' ', '.');
        if (letters.Length == 0)
            return "document";
        if (letters.Length <= LongestName)
            return letters;

        var extension = Path.GetExtension(letters);
        return extension.Length is > 0 and < 12 ? letters[..(LongestName - extension.Length)] + extension : letters[..LongestName];
    }

    /// <summary>The name in ASCII: accents left out, as people do who have none on the keyboard.</summary>
    private static string Ascii(string name)
    {
        var plain = new StringBuilder(name.Length);
        foreach (var letter in name.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)
                plain.Append(letter switch { 'đ' => 'd', 'Đ' => 'D', _ => char.IsAsciiLetterOrDigit(letter) || Plain.Contains(letter, StringComparison.Ordinal) ? letter : '_' });
        }

        return plain.ToString();
    }

    private static string Percent(string name)
    {
        var escaped = new StringBuilder();
        foreach (var octet in Encoding.UTF8.GetBytes(name))
        {
            if (char.IsAsciiLetterOrDigit((char)octet) || Unescaped.Contains((char)octet, StringComparison.Ordinal))
                escaped.Append((char)octet);
            else
                escaped.Append(CultureInfo.InvariantCulture, $"%{octet:X2}");
        }

        return escaped.ToString();
    }
}
