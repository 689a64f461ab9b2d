using Archive.Description;
using Archive.Records;

namespace ArchiveFunctions.Description;

/// <summary>Converts the words of a page as one text: a single word is too short to tell an encoding by.</summary>
internal static class LegacyLayout
{
    /// <summary>The page with its words converted, or as it was when the conversion did not keep them apart.</summary>
    public static PageLayout Convert(PageLayout page, Func<string, (string Text, bool Converted)> convertLegacy)
    {
        var words = convertLegacy(string.Join('\n', page.Words.Select(word => word.Text))).Text.Split('\n');
        return words.Length == page.Words.Count
            ? page with { Words = [.. page.Words.Select((word, i) => word with { Text = Vietnamese.Compose(words[i]) })] }
            : page;
    }
}
