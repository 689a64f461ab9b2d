using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Archive.Description;
using Archive.Records;

namespace ArchiveFunctions.Accession.Content;

/// <summary>
/// Whether HTML, XML or SVG carries anything a browser or a parser would act on: scripts, handlers, script addresses, declared entities.
/// Read window by window, windows overlapping, so that size does not matter.
/// </summary>
internal static partial class MarkupInspection
{
    private const int Window = 64 << 10;
    private const int Overlap = 4 << 10;

    /// <summary>The verdict on markup.</summary>
    public static async Task<ContentVerdict> InspectAsync(CheckedFile file, FormatIdentity format, CancellationToken budget)
    {
        await using var stream = await file.Open(budget);
        using var reader = new StreamReader(stream, Encoding.UTF8, detectEncodingFromByteOrderMarks: true, Window);
        var letters = new char[Window + Overlap];
        var kept = 0;
        for (int read; (read = await reader.ReadBlockAsync(letters.AsMemory(kept, Window), budget)) > 0;)
        {
            var filled = kept + read;
            if (Active(new string(letters, 0, filled), format.MediaType == "application/xml") is { } what)
                return file.With(format, FindingCodes.ActiveContent, what);

            kept = Math.Min(Overlap, filled);
            letters.AsSpan(filled - kept, kept).CopyTo(letters);
        }

        return CheckedFile.Sound(format);
    }

    /// <summary>What in a window would act, or null. Addresses are looked at as a browser reads them: entities resolved, white space gone.</summary>
    private static string? Active(string window, bool data)
    {
        if (Elements().Match(window) is { Success: true } element)
            return element.Groups[1].Value.ToLowerInvariant();
        if (window.Contains("<!ENTITY", StringComparison.OrdinalIgnoreCase))
            return "ENTITY";

        // In XML that is data, words such as "online" name fields, and no browser reads them as handlers.
        return data ? null : Handlers().Match(window) is { Success: true } handler ? handler.Groups[1].Value.ToLowerInvariant() : Address(window);
    }

    private static string? Address(string window)
    {
        foreach (var match in Addresses().EnumerateMatches(window))
        {
            var address = White().Replace(WebUtility.HtmlDecode(window.Substring(match.Index, match.Length)), "");
            if (Schemes().IsMatch(address))
                return "javascript:";
        }

        return null;
    }

    [GeneratedRegex(@"<\s*(?:[a-z]+:)?(script|applet)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Elements();

    [GeneratedRegex(@"<[a-z][^<>]{0,2000}?[\s""'/](on[a-z]{3,30})\s*=", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Handlers();

    [GeneratedRegex(@"(?:href|src|action|formaction|data|from|to|values|background|content)\s*=\s*(?:""[^""]{0,2000}|'[^']{0,2000}|[^\s>]{1,2000})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Addresses();

    [GeneratedRegex(@"=[""']?(?:[^""']*url=)?(?:javascript|vbscript|data:text/html)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Schemes();

    [GeneratedRegex(@"[\s\p{Cc}]+", RegexOptions.CultureInvariant)]
    private static partial Regex White();
}
