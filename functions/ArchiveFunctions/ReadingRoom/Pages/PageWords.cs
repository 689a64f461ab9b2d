using System.Globalization;
using System.Resources;

namespace ArchiveFunctions.ReadingRoom.Pages;

/// <summary>The words of the pages in one language. A key without words is a defect, found by a test that reads the pages.</summary>
/// <param name="language">One of those the archive speaks.</param>
public sealed class PageWords(CultureInfo language)
{
    internal static readonly ResourceManager Resources = new("ArchiveFunctions.Resources.PageWords", typeof(PageWords).Assembly);

    /// <summary>The language.</summary>
    public CultureInfo Language => language;

    /// <summary>The words of a key.</summary>
    public string this[string key] => Resources.GetString(key, language) ?? throw new InvalidOperationException($"No words for '{key}' in {language}.");

    /// <summary>The words of a key with values put in.</summary>
    public string this[string key, params object[] values] => string.Format(language, this[key], values);

    /// <summary>The words of a code, or the code itself where it has none: codes are depositors' and may be any.</summary>
    public string OfCode(string list, string code) => Resources.GetString($"{list}.{code}", language) ?? code;
}
