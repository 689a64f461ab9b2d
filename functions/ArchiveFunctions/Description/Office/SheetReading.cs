using Archive.Description;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace ArchiveFunctions.Description.Office;

/// <summary>
/// Reads a workbook: the name of each sheet, then its rows, cells parted by tabs. Numbers and dates stand as they are stored. The upper rows of
/// the first sheet that has any also become pages.
/// </summary>
internal static class SheetReading
{
    /// <summary>Fills the draft.</summary>
    public static Task ReadAsync(OpenedDocument document, ReadingDraft draft, CancellationToken budget) =>
        AbandonableWork.Shared.RunAsync(within => Read(document.Content, draft, within), budget);

    private static bool Read(Stream content, ReadingDraft draft, CancellationToken budget)
    {
        try
        {
            using var workbook = SpreadsheetDocument.Open(new StoppableStream(content, budget), isEditable: false);
            if (workbook.WorkbookPart is not { Workbook.Sheets: { } sheets } main)
                throw new InvalidDataException("No workbook part.");

            var listed = sheets.Elements<Sheet>().ToList();
            draft.Count(listed.Count);
            var shared = SharedWords.Read(main.SharedStringTablePart?.GetStream(), draft.Limits.Letters, budget);
            IReadOnlyList<PageLayout> pages = [];
            foreach (var sheet in listed.TakeWhile(_ => !draft.IsFull))
            {
                var page = new SheetPage();
                Read(main, sheet, shared, draft, page, budget);
                pages = pages.Count > 0 ? pages : page.Compose();
            }

            foreach (var page in pages)
                draft.Add(page);
            return true;
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            budget.ThrowIfCancellationRequested();
            draft.Broken("document");
            return false;
        }
    }

    private static void Read(WorkbookPart main, Sheet sheet, SharedWords shared, ReadingDraft draft, SheetPage page, CancellationToken budget)
    {
        draft.Append($"{sheet.Name?.Value}\n");
        if (sheet.Id?.Value is { } id && main.TryGetPartById(id, out var part) && part is WorksheetPart)
            SheetRows.Read(part.GetStream(), shared, draft, page, budget);
    }
}
