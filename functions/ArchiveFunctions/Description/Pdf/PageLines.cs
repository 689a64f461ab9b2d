using System.Text;
using Archive.Description;

namespace ArchiveFunctions.Description.Pdf;

/// <summary>A word and the line it stands on.</summary>
/// <param name="Word">The word.</param>
/// <param name="Baseline">In points from the page's upper edge. Boxes grow with accents and tails, base lines do not.</param>
/// <param name="Size">Of the letters, in points.</param>
internal readonly record struct PlacedWord(PageWord Word, double Baseline, double Size);

/// <summary>Puts the words of a page into lines, from top to bottom, each from left to right.</summary>
internal static class PageLines
{
    /// <summary>Words whose base lines differ by less than this part of their size share a line.</summary>
    private const double SameLine = 0.35;

    /// <summary>The page's text, a line feed behind every line.</summary>
    public static string Text(IReadOnlyList<PlacedWord> words)
    {
        var text = new StringBuilder();
        var line = new List<PlacedWord>();
        foreach (var word in words.OrderBy(word => word.Baseline))
        {
            if (line.Count > 0 && word.Baseline - line[^1].Baseline > SameLine * Math.Max(4, Math.Min(word.Size, line[^1].Size)))
                End(line, text);
            line.Add(word);
        }

        End(line, text);
        return text.ToString();
    }

    private static void End(List<PlacedWord> line, StringBuilder text)
    {
        if (line.Count > 0)
            text.AppendJoin(' ', line.OrderBy(word => word.Word.Left).Select(word => word.Word.Text)).Append('\n');
        line.Clear();
    }
}
