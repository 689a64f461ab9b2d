using SampleMaker.Papers;
using SampleMaker.Typography;

namespace SampleMaker.Pages;

/// <summary>Title, addressees and text (cells 5a, 9a and 6).</summary>
internal static class BodySetter
{
    private const double Size = 13.5, Leading = 18.5, Indent = 32, Width = PageSet.Right - PageSet.Left;

    /// <summary>Type and abstract in the middle, with a short rule below.</summary>
    public static void SetTitle(Paper paper, PageSet pages)
    {
        if (paper["type"] is not { } type)
            return;

        pages.Y += 10;
        pages.Page.Centred(PageSet.Middle, pages.Next(22), type, Face.Bold, 14);
        foreach (var line in paper.Lines("subject").SelectMany(line => TextFlow.Lines(line, Face.Bold, 13.5, Width - 40)))
            pages.Page.Centred(PageSet.Middle, pages.Next(18), line, Face.Bold, 13.5);
        if (paper["subject"] is not null)
            pages.Page.Rule(PageSet.Middle, pages.Y + 6, 90);
        pages.Y += 12;
    }

    /// <summary>Kính gửi: one addressee on its line, several below each other.</summary>
    public static void SetAddressees(Paper paper, PageSet pages)
    {
        var addressees = paper.Lines("to");
        if (addressees.Count == 0)
            return;

        pages.Y += 8;
        if (addressees.Count == 1)
        {
            pages.Page.Centred(PageSet.Middle, pages.Next(20), $"Kính gửi: {addressees[0]}", Face.Regular, 14);
        }
        else
        {
            pages.Page.Texts.Add(new TextRun(PageSet.Left + 70, pages.Next(20), "Kính gửi:", Face.Regular, 14));
            for (var i = 0; i < addressees.Count; i++)
                pages.Page.Texts.Add(new TextRun(PageSet.Left + 136, pages.Next(18), $"- {addressees[i]}{(i == addressees.Count - 1 ? "." : ";")}", Face.Regular, 14));
        }

        pages.Y += 8;
    }

    /// <summary>Paragraphs, justified, the first line indented.</summary>
    public static void SetParagraphs(IEnumerable<string> paragraphs, PageSet pages)
    {
        foreach (var paragraph in paragraphs)
        {
            pages.Y += 5;
            if (paragraph[0] == '^')
                SetCentred(paragraph[1..], pages);
            else
                SetJustified(paragraph, pages);
        }
    }

    private static void SetCentred(string text, PageSet pages)
    {
        foreach (var line in TextFlow.Lines(text, Face.Bold, 13.5, Width))
            pages.Page.Centred(PageSet.Middle, pages.Next(Leading), line, Face.Bold, 13.5);
    }

    private static void SetJustified(string paragraph, PageSet pages)
    {
        var face = paragraph[0] switch { '_' => Face.Italic, '*' => Face.Bold, _ => Face.Regular };
        var lines = TextFlow.Lines(face == Face.Regular ? paragraph : paragraph[1..], face, Size, Width, Indent).ToList();
        for (var i = 0; i < lines.Count; i++)
        {
            var indent = i == 0 ? Indent : 0;
            var spaces = lines[i].Count(letter => letter == ' ');
            var gap = i == lines.Count - 1 || spaces == 0 ? 0 : (Width - indent - Typeface.Width(lines[i], face, Size)) / spaces;
            pages.Next(Leading);
            SetLine(lines[i], face, PageSet.Left + indent, gap, pages, i == 0);
        }
    }

    /// <summary>A line; the head of an article (<c>Điều 1.</c>) stands in bold.</summary>
    private static void SetLine(string line, Face face, double x, double gap, PageSet pages, bool isFirst)
    {
        var head = isFirst && face == Face.Regular && line.StartsWith("Điều ", StringComparison.Ordinal) ? line.IndexOf('.', StringComparison.Ordinal) + 1 : 0;
        if (head > 0)
            pages.Page.Texts.Add(new TextRun(x, pages.Y, line[..head], Face.Bold, Size, gap));

        var start = x + Typeface.Width(line[..head], Face.Bold, Size) + (gap * line[..head].Count(letter => letter == ' '));
        pages.Page.Texts.Add(new TextRun(start, pages.Y, line[head..], face, Size, gap));
    }
}
