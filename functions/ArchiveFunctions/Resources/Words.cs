using System.Globalization;
using System.Resources;
using Archive.Records;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace ArchiveFunctions.Resources;

/// <summary>What people read, in Vietnamese or English. Keys are finding codes, and problem codes after <c>problem.</c>.</summary>
public static class Words
{
    /// <summary>Spoken unless another is asked for.</summary>
    public static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi");

    /// <summary>The other language.</summary>
    public static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");

    /// <summary>All languages the archive speaks.</summary>
    public static IReadOnlyList<CultureInfo> Languages { get; } = [Vietnamese, English];

    internal static readonly ResourceManager Resources = new("ArchiveFunctions.Resources.Words", typeof(Words).Assembly);

    /// <summary>A finding as a sentence. Values the finding does not carry are left out.</summary>
    public static string Sentence(Finding finding, CultureInfo language)
    {
        object[] values = [.. finding.Values, .. Enumerable.Repeat("…", Math.Max(0, 10 - finding.Values.Count))];
        return string.Format(language, Text(finding.Code, language), values);
    }

    /// <summary>The title of a problem.</summary>
    public static string Problem(string code, CultureInfo language) => Text("problem." + code, language);

    /// <summary>The language a request asks for, by <c>Accept-Language</c>: the best weighted of those the archive speaks, else Vietnamese.</summary>
    public static CultureInfo LanguageOf(HttpRequest request)
    {
        if (request.Headers.AcceptLanguage.Count == 0 || !StringWithQualityHeaderValue.TryParseList(request.Headers.AcceptLanguage!, out var asked))
            return Vietnamese;

        var best = asked.Where(language => language.Quality is not 0).OrderByDescending(language => language.Quality ?? 1).FirstOrDefault(Spoken);
        return best is not null && IsEnglish(best) ? English : Vietnamese;
    }

    private static bool Spoken(StringWithQualityHeaderValue language) => IsEnglish(language) || language.Value.StartsWith("vi", StringComparison.OrdinalIgnoreCase);

    private static bool IsEnglish(StringWithQualityHeaderValue language) => language.Value.StartsWith("en", StringComparison.OrdinalIgnoreCase);

    private static string Text(string key, CultureInfo language) =>
        Resources.GetString(key, language) ?? throw new InvalidOperationException($"No words for '{key}' in {language}.");
}
