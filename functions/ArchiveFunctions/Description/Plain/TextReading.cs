using Archive.Description;

namespace ArchiveFunctions.Description.Plain;

/// <summary>Reads text, tables of text, and markup without its marks. The leading lines also become a page of one column.</summary>
internal static class TextReading
{
    private const int LaidOut = 120;

    /// <summary>Bytes read for every letter kept: UTF-8 needs up to three for a Vietnamese one, and markup brings its marks.</summary>
    private const int BytesPerLetter = 4;

    /// <summary>Fills the draft.</summary>
    public static async Task ReadAsync(OpenedDocument document, ReadingDraft draft, CancellationToken budget)
    {
        var readable = (int)Math.Min(document.Size, (long)draft.Limits.Letters * BytesPerLetter);
        var text = TextDecoding.Decode(await document.Content.ReadAtAsync(0, readable, budget));
        if (document.Format.Family == FormatFamily.Markup)
            text = MarkupText.Strip(text, document.Format.MediaType != "text/html");

        draft.Append(text);
        if (readable < document.Size)
            draft.Cut();
        foreach (var page in Pages(text))
            draft.Add(page);
    }

    private static IReadOnlyList<PageLayout> Pages(string text)
    {
        var composer = new PageComposer();
        foreach (var line in text.AsSpan(0, Math.Min(text.Length, 64 << 10)).ToString().Split('\n').Take(LaidOut))
            composer.Paragraph([new ComposedRun(line.TrimEnd('\r'), false, false)], Alignment.Left);

        return composer.Finish();
    }
}
