using System.Globalization;
using Archive.Description;
using Archive.Records;
using ArchiveFunctions.Accession.Content;
using ArchiveFunctions.Description.Images;
using ArchiveFunctions.Description.Office;
using ArchiveFunctions.Description.Pdf;
using ArchiveFunctions.Description.Plain;

namespace ArchiveFunctions.Description;

/// <summary>
/// Reads what a document says: its text, the places of the words on its leading pages, its signatures. Total: a broken or endless document
/// gives what could be read and findings that say so; an exception means that the storage failed or the caller stopped.
/// </summary>
/// <param name="clock">Measures the time budget.</param>
/// <param name="convertLegacy">Recognises text in an encoding from before Unicode (TCVN3, VNI) and converts it.</param>
/// <param name="limits">What one document may cost.</param>
public sealed class DocumentReader(TimeProvider clock, Func<string, (string Text, bool Converted)> convertLegacy, ReadingLimits? limits = null)
{
    private readonly ReadingLimits limits = limits ?? ReadingLimits.Default;

    /// <summary>Reads a document.</summary>
    /// <param name="seekable">Its content. The reader may still be reading it when the time is spent: dispose it, do not use it again.</param>
    /// <param name="size">In bytes.</param>
    /// <param name="format">What it is, as the content check found.</param>
    /// <param name="stop">Ends the reading with <see cref="OperationCanceledException"/>.</param>
    public async Task<DocumentReading> ReadAsync(Stream seekable, long size, FormatIdentity format, CancellationToken stop)
    {
        using var budget = new Budget(limits.Time, clock, stop);
        var draft = new ReadingDraft(limits);
        IReadOnlyList<SignatureReading> signatures = [];
        try
        {
            if (format.Family == FormatFamily.Pdf)
                signatures = await PdfSignatures.ReadAsync(seekable, size, budget.Token);

            await FillAsync(new(seekable, size, format), draft, budget.Token);
        }
        catch (OperationCanceledException) when (budget.Spent)
        {
            draft.Note(Finding.Of(FindingCodes.ReadingTookTooLong, "document", ((long)limits.Time.TotalSeconds).ToString(CultureInfo.InvariantCulture)));
        }
        catch (Exception problem) when (Damage.Explains(problem))
        {
            draft.Broken(problem.GetType().Name);
        }

        foreach (var finding in Judge(signatures))
            draft.Note(finding);
        return draft.Close(signatures, ExpectsText(format.Family), convertLegacy);
    }

    private static Task FillAsync(OpenedDocument document, ReadingDraft draft, CancellationToken budget) => document.Format.Family switch
    {
        FormatFamily.Pdf => PdfReading.ReadAsync(document, draft, budget),
        FormatFamily.WordDocument => WordReading.ReadAsync(document, draft, budget),
        FormatFamily.Spreadsheet => SheetReading.ReadAsync(document, draft, budget),
        FormatFamily.Text or FormatFamily.Markup => TextReading.ReadAsync(document, draft, budget),
        FormatFamily.Image => ImageReading.ReadAsync(document, draft, budget),
        _ => Task.CompletedTask,
    };

    /// <summary>Sound and film say nothing on pages; everything else should.</summary>
    private static bool ExpectsText(FormatFamily family) => family is not (FormatFamily.Audio or FormatFamily.Video);

    /// <summary>
    /// Each broken signature is named. Of several, only the last can cover the whole file, because each one is added to what was signed
    /// before: bytes behind the last one are what nobody signed.
    /// </summary>
    private static IEnumerable<Finding> Judge(IReadOnlyList<SignatureReading> signatures)
    {
        foreach (var signature in signatures.Where(signature => !signature.Intact))
            yield return Finding.Of(FindingCodes.SignatureBroken, "signature", signature.Signer, signature.Problem ?? "");

        if (signatures.Any(signature => signature.Intact) && !signatures.Any(signature => signature.CoversWholeFile))
            yield return Finding.Of(FindingCodes.SignatureBroken, "signature", signatures[^1].Signer, "the file was extended after the last signature");
    }
}
