using Archive.ReadingRoom.Deliveries;
using ArchiveFunctions.Description;
using ArchiveFunctions.Description.Pdf;
using UglyToad.PdfPig;

namespace ArchiveFunctions.ReadingRoom.Deliveries.Pdf;

/// <summary>What is put on a copy.</summary>
/// <param name="Foot">The lines centred in the bottom margin of every page, with their sizes.</param>
/// <param name="IsCopy">Whether the first page says "BẢN SAO" at its top right.</param>
/// <param name="Signer">Who signs it; the words are then what the signature looks like (TT 05/2025 Đ41).</param>
/// <param name="At">When it is made.</param>
internal sealed record Marks(IReadOnlyList<(string Words, double Size)> Foot, bool IsCopy, CopySigner? Signer, DateTimeOffset At);

/// <summary>
/// Puts the archive's marks on a copy of a PDF (TT 05/2025 Đ37, Đ40, Đ41), as a revision behind the original's own bytes. What keeps it from being
/// marked is an outcome: a file that needs a password, or whose structure readers have to guess.
/// </summary>
internal static class PdfMarking
{
    /// <summary>Writes the marked copy; returns what kept it from being one, or null.</summary>
    /// <param name="original">The file.</param>
    /// <param name="marks">The marks.</param>
    /// <param name="copy">Where the copy goes; what stands there when there is an obstacle means nothing.</param>
    /// <param name="budget">Ends it.</param>
    public static Task<CopyObstacle?> Mark(Stream original, Marks marks, Stream copy, CancellationToken budget) =>
        AbandonableWork.Shared.RunAsync(within => Try(original, marks, copy, within), budget);

    /// <summary>The library throws what it likes at broken bytes; everything but storage and time means that they are broken.</summary>
    private static CopyObstacle? Try(Stream original, Marks marks, Stream copy, CancellationToken budget)
    {
        try
        {
            if (PdfTail.Find(original, original.Length) is not { } tail)
                return CopyObstacle.Unsound;
            original.Position = 0;
            using var document = PdfOpening.Open(original, new DecodedBytes(budget), budget);
            if (document.IsEncrypted)
                return CopyObstacle.Protected;
            return PdfRevision.HasRoom(document) ? Write(document, original, tail, marks, copy, budget) : CopyObstacle.Unsound;
        }
        catch (Exception problem) when (problem is not OperationCanceledException and not IOException)
        {
            budget.ThrowIfCancellationRequested();
            return PdfOpening.WantsPassword(problem) ? CopyObstacle.Protected : CopyObstacle.Unsound;
        }
    }

    private static CopyObstacle? Write(PdfDocument document, Stream original, PdfTail tail, Marks marks, Stream copy, CancellationToken budget)
    {
        var pages = PageTree.Of(document, budget).ToList();
        if (pages.Count == 0 || pages.Count != document.NumberOfPages)
            return CopyObstacle.Unsound;

        original.Position = 0;
        original.CopyTo(copy);
        var revision = new PdfRevision(document, tail, copy);
        var page = new MarkedPages(document, revision, marks);
        var field = marks.Signer is { } signer ? new SignatureField(document, revision, signer) : null;
        foreach (var (index, one) in pages.Index())
        {
            budget.ThrowIfCancellationRequested();
            revision.Write(one.Reference, index == 0 && field is not null ? field.PutOn(page.Of(one, false)) : page.Of(one, index == 0 && marks.IsCopy));
        }

        field?.Write(page.Corner, pages[0], page.CornerPlace(pages[0].Geometry), MarkedPages.CopyWords, marks.At);
        revision.Close();
        field?.Fill(copy);
        return CountIn(copy, budget) == pages.Count ? null : CopyObstacle.Unsound;
    }

    /// <summary>Reads back what was written: a copy that cannot be opened is none.</summary>
    private static int CountIn(Stream copy, CancellationToken budget)
    {
        copy.Position = 0;
        using var document = PdfOpening.Open(new UncloseableStream(copy), new DecodedBytes(budget), budget);
        return document.NumberOfPages;
    }
}
