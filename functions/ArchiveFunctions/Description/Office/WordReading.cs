using System.Globalization;
using DocumentFormat.OpenXml.Packaging;

namespace ArchiveFunctions.Description.Office;

/// <summary>Reads the text of a Word document, and composes pages of it.</summary>
internal static class WordReading
{
    /// <summary>Fills the draft.</summary>
    public static Task ReadAsync(OpenedDocument document, ReadingDraft draft, CancellationToken budget) =>
        AbandonableWork.Shared.RunAsync(within => Read(document.Content, draft, within), budget);

    private static bool Read(Stream content, ReadingDraft draft, CancellationToken budget)
    {
        try
        {
            using var word = WordprocessingDocument.Open(new StoppableStream(content, budget), isEditable: false);
            if (int.TryParse(word.ExtendedFilePropertiesPart?.Properties?.Pages?.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var pages) && pages > 0)
                draft.Count(pages);
            if (word.MainDocumentPart is not { } main)
                throw new InvalidDataException("No document part.");

            ReadBody(main, draft, budget);
            ReadMargins(main, draft, budget);
            return true;
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            budget.ThrowIfCancellationRequested();
            draft.Broken("document");
            return false;
        }
    }

    private static void ReadBody(MainDocumentPart main, ReadingDraft draft, CancellationToken budget)
    {
        var styles = WordStyles.Read(main.StyleDefinitionsPart?.GetStream(), budget);
        var composer = new PageComposer();
        try
        {
            new WordBody(styles, draft, composer).Read(main.GetStream(), budget);
        }
        finally
        {
            // Also of a body that breaks off: what stands before the break was read.
            foreach (var page in composer.Finish())
                draft.Add(page);
        }
    }

    /// <summary>Headers, footers and notes are searched like the rest, but stand on no particular page.</summary>
    private static void ReadMargins(MainDocumentPart main, ReadingDraft draft, CancellationToken budget)
    {
        OpenXmlPart?[] parts = [.. main.HeaderParts, .. main.FooterParts, main.FootnotesPart, main.EndnotesPart];
        foreach (var part in parts.OfType<OpenXmlPart>().TakeWhile(_ => !draft.IsFull))
            new WordBody(new WordStyles(), draft, new PageComposer()).Read(part.GetStream(), budget);
    }
}
