using SampleMaker.Typography;

namespace SampleMaker.Pages;

/// <summary>Breaking text into lines.</summary>
internal static class TextFlow
{
    /// <summary>The lines of a text of one face within a width; the first one may be shorter by an indent.</summary>
    public static IEnumerable<string> Lines(string text, Face face, double size, double width, double indent = 0)
    {
        var line = "";
        foreach (var word in text.Split(' '))
        {
            var longer = line.Length == 0 ? word : $"{line} {word}";
            if (line.Length > 0 && Typeface.Width(longer, face, size) > width - indent)
            {
                yield return line;
                (longer, indent) = (word, 0);
            }

            line = longer;
        }

        yield return line;
    }
}
