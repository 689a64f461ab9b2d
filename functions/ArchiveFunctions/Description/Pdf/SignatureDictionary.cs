using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace ArchiveFunctions.Description.Pdf;

/// <summary>A signature dictionary as it stands in the file.</summary>
/// <param name="SubFilter">The encoding of the signature, or empty.</param>
/// <param name="Range">The numbers of its byte range; empty when they are no numbers.</param>
/// <param name="Time">What <c>/M</c> claims, or null.</param>
/// <param name="Contents">The signature, in hexadecimal.</param>
internal sealed partial record SignatureDictionary(string SubFilter, string Range, string? Time, string Contents)
{
    /// <summary>A signature with its certificates and time stamps takes 16 to 64 KB in hexadecimal; readers reserve as much.</summary>
    private const int Around = 512 << 10;

    /// <summary>The dictionary around a place where <c>/ByteRange</c> stands; null when it is none, such as those words on a page.</summary>
    public static async Task<SignatureDictionary?> ReadAsync(Stream stream, long size, long place, CancellationToken stop)
    {
        var start = Math.Max(0, place - Around);
        var bytes = await stream.ReadAtAsync(start, (int)Math.Min(size - start, 2 * Around), stop);
        var text = Encoding.Latin1.GetString(bytes);
        var at = (int)(place - start);
        var from = at < text.Length ? text.LastIndexOf(" obj", at, StringComparison.Ordinal) : -1;
        var to = text.IndexOf("endobj", Math.Min(at, text.Length), StringComparison.Ordinal);
        return Parse(text[Math.Max(0, from)..(to < 0 ? text.Length : to)]);
    }

    /// <summary>The numbers of the byte range; null when it is not made of whole numbers.</summary>
    public long[]? Numbers()
    {
        var words = Range.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var numbers = new long[words.Length];
        for (var i = 0; i < words.Length; i++)
        {
            if (!long.TryParse(words[i], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out numbers[i]))
                return null;
        }

        return numbers;
    }

    /// <summary>The bytes of the signature; null when they are not hexadecimal.</summary>
    public byte[]? Signature()
    {
        var digits = string.Concat(Contents.Where(letter => !char.IsWhiteSpace(letter)));
        return digits.Length > 0 && digits.All(char.IsAsciiHexDigit) ? Convert.FromHexString(digits.Length % 2 == 0 ? digits : digits + "0") : null;
    }

    private static SignatureDictionary? Parse(string text)
    {
        var contents = ContentsEntry().Match(text);
        var filter = FilterEntry().Match(text);
        return contents.Success || filter.Success
            ? new(filter.Groups[1].Value, RangeEntry().Match(text).Groups[1].Value, TimeEntry().Match(text) is { Success: true } time ? time.Groups[1].Value : null, contents.Groups[1].Value)
            : null;
    }

    [GeneratedRegex(@"/Contents\s*<([^<>]*)>", RegexOptions.CultureInvariant)]
    private static partial Regex ContentsEntry();

    [GeneratedRegex(@"/SubFilter\s*/([A-Za-z0-9.]+)", RegexOptions.CultureInvariant)]
    private static partial Regex FilterEntry();

    [GeneratedRegex(@"/ByteRange\s*\[([^\[\]]{0,400})\]", RegexOptions.CultureInvariant)]
    private static partial Regex RangeEntry();

    [GeneratedRegex(@"/M\s*\((D:[^()]{4,40})\)", RegexOptions.CultureInvariant)]
    private static partial Regex TimeEntry();
}
