using System.Text;

namespace EmbeddedHost.Search;

/// <summary>A piece of a text with marks around the terms found in it.</summary>
internal readonly record struct Fragment(string Text, int Marks)
{
    /// <summary>About a sentence and a half, in characters.</summary>
    private const int Length = 160;

    /// <summary>How much of it may stand before the first mark.</summary>
    private const int Before = 60;

    /// <summary>The whole text with every mark set.</summary>
    public static Fragment Whole(string text, IReadOnlyList<Token> tokens, bool[] marks, HighlightTags tags) =>
        Cut(text, 0, text.Length, Enumerable.Range(0, tokens.Count).Where(at => marks[at]).Select(at => tokens[at]), tags);

    /// <summary>Pieces that together hold every mark once, in the order of the text, cut between terms.</summary>
    public static IEnumerable<Fragment> Around(string text, IReadOnlyList<Token> tokens, bool[] marks, HighlightTags tags)
    {
        var next = 0;
        while ((next = Array.IndexOf(marks, true, next)) >= 0)
        {
            var first = next;
            while (first > 0 && tokens[next].Start - tokens[first - 1].Start <= Before)
                first--;
            var last = next;
            while (last + 1 < tokens.Count && tokens[last + 1].End - tokens[first].Start <= Length)
                last++;
            var marked = Enumerable.Range(next, last - next + 1).Where(at => marks[at]).Select(at => tokens[at]);
            var (start, end) = (first == 0 ? 0 : tokens[first].Start, last == tokens.Count - 1 ? text.Length : tokens[last].End);
            yield return Cut(text, start, end, marked, tags);
            next = last + 1;
            if (next >= tokens.Count)
                yield break;
        }
    }

    private static Fragment Cut(string text, int start, int end, IEnumerable<Token> marked, HighlightTags tags)
    {
        var (cut, count) = (new StringBuilder(end - start + 32), 0);
        foreach (var token in marked)
        {
            cut.Append(text, start, token.Start - start).Append(tags.Before).Append(text, token.Start, token.End - token.Start).Append(tags.After);
            start = token.End;
            count++;
        }

        return new(cut.Append(text, start, end - start).ToString(), count);
    }
}
