using Archive.Description;
using Archive.Records;
using ArchiveFunctions.Description;
using ArchiveFunctions.Description.Pdf;

namespace ArchiveFunctions.Accession.Content;

/// <summary>
/// Whether a PDF opens, is unlocked and carries no program. Up to 64 MB the library opens it and every object is looked at; of a larger one
/// only both ends are, which shows that it is whole and unlocked and anything active that stands there in the clear.
/// </summary>
internal sealed class PdfInspection(ContentLimits limits)
{
    /// <summary>The verdict on a PDF.</summary>
    public async Task<ContentVerdict> InspectAsync(CheckedFile file, FormatIdentity format, CancellationToken budget)
    {
        await using var stream = await file.Open(budget);
        var ends = await stream.ReadAtAsync(Math.Max(0, file.Size - (64 << 10)), (int)Math.Min(file.Size, 64 << 10), budget);
        if (ends.AsSpan().LastIndexOf("%%EOF"u8) < 0)
            return file.Damaged(format, "no end mark");
        if (await stream.ReadWholeAsync(file.Size, PdfOpening.LargestInMemory, budget) is not { } bytes)
            return Outside(file, format, ends);

        return await AbandonableWork.Shared.RunAsync(within => Inside(file, format, bytes, within), budget);
    }

    private static ContentVerdict Outside(CheckedFile file, FormatIdentity format, ReadOnlySpan<byte> ends)
    {
        if (ends.IndexOf("/Encrypt"u8) >= 0)
            return file.With(format, FindingCodes.Encrypted, format.Name);

        var active = PdfActions.InTheClear(file.Head.Span) ?? PdfActions.InTheClear(ends);
        return active is null ? CheckedFile.Sound(format) : file.With(format, FindingCodes.ActiveContent, active);
    }

    /// <summary>The library throws what it likes at hostile bytes, so everything but the end of the budget means that it cannot open them.</summary>
    private ContentVerdict Inside(CheckedFile file, FormatIdentity format, byte[] bytes, CancellationToken budget)
    {
        try
        {
            using var document = PdfOpening.Open(new MemoryStream(bytes, writable: false), new DecodedBytes(budget), budget);
            if (document.IsEncrypted)
                return file.With(format, FindingCodes.Encrypted, format.Name);
            if (document.NumberOfPages < 1)
                return file.Damaged(format, "no pages");

            var active = new PdfActions(document.Structure, limits.PdfObjects).Find(budget);
            return active.Count == 0 ? CheckedFile.Sound(format) : new(format, [.. active.Select(what => Finding.Of(FindingCodes.ActiveContent, file.Name, what))]);
        }
        catch (DecodedTooMuchException)
        {
            return file.With(format, FindingCodes.DecompressionBomb, "PDF streams");
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            // A bomb or the end of the budget may come wrapped in one of the library's own exceptions.
            budget.ThrowIfCancellationRequested();
            return PdfOpening.WantsPassword(problem) ? file.With(format, FindingCodes.Encrypted, format.Name) : file.Damaged(format, problem.GetType().Name);
        }
    }
}
