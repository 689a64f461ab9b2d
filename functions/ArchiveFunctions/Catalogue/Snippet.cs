using System.Text.Encodings.Web;
using Archive.Catalogue;
using Archive.Records;
using Azure.Search.Documents.Models;

namespace ArchiveFunctions.Catalogue;

/// <summary>
/// The fragment in which words were found. The service marks words with two private letters that no document may bring along unescaped, so
/// that a fragment can be made safe HTML afterwards: everything escaped, found words in <c>mark</c>.
/// </summary>
internal static class Snippet
{
    public const string Opening = "\uE000";
    public const string Closing = "\uE001";

    /// <summary>The text's fragment, else the title's; null when words were found elsewhere or none were looked for.</summary>
    public static string? Of(SearchResult<SearchDocument> found)
    {
        var fragment = Fragment(found, CatalogueField.Text)
            ?? Restored(found, CatalogueField.TextFolded, CatalogueField.Text)
            ?? Fragment(found, CatalogueField.Title)
            ?? Restored(found, CatalogueField.TitleFolded, CatalogueField.Title);
        return fragment is null ? null : Html(fragment);
    }

    /// <summary>
    /// The fragment of a folded field as it is written in the original. Folding keeps each composed letter one letter, so places agree; a text
    /// where they do not (letters of another script) is shown folded.
    /// </summary>
    internal static string AsWritten(string fragment, string? original)
    {
        var plain = Plain(fragment);
        if (original is null || Vietnamese.Fold(original) is var folded && folded.Length != original.Length)
            return fragment;

        var at = folded.IndexOf(plain, StringComparison.Ordinal);
        if (at < 0)
            return fragment;

        return string.Create(fragment.Length, (fragment, original, at), static (letters, from) =>
        {
            var place = from.at;
            for (var i = 0; i < letters.Length; i++)
                letters[i] = from.fragment[i] is var letter && IsMark(letter) ? letter : from.original[place++];
        });
    }

    internal static string Html(string fragment) => HtmlEncoder.Create(System.Text.Unicode.UnicodeRanges.All)
        .Encode(fragment.ReplaceLineEndings(" ").Replace(Opening, "\u0001", StringComparison.Ordinal).Replace(Closing, "\u0002", StringComparison.Ordinal))
        .Replace("&#x1;", "<mark>", StringComparison.Ordinal)
        .Replace("&#x2;", "</mark>", StringComparison.Ordinal);

    private static string? Restored(SearchResult<SearchDocument> found, string folded, string original) =>
        Fragment(found, folded) is { } fragment ? AsWritten(fragment, found.Document.GetString(original)) : null;

    private static string? Fragment(SearchResult<SearchDocument> found, string field) =>
        found.Highlights is { } highlights && highlights.TryGetValue(field, out var fragments) && fragments.Count > 0 ? fragments[0] : null;

    private static string Plain(string fragment) => fragment.Replace(Opening, "", StringComparison.Ordinal).Replace(Closing, "", StringComparison.Ordinal);

    private static bool IsMark(char letter) => letter == Opening[0] || letter == Closing[0];
}
