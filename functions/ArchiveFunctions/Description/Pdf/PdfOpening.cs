using UglyToad.PdfPig;
using UglyToad.PdfPig.Exceptions;

namespace ArchiveFunctions.Description.Pdf;

/// <summary>Opens PDFs the one way this archive opens them: leniently, with bounded filters, and so that the budget can end it.</summary>
internal static class PdfOpening
{
    /// <summary>Larger files are not taken into memory.</summary>
    public const int LargestInMemory = 64 << 20;

    /// <summary>Opens a document; throws whatever the library throws at bytes it cannot read.</summary>
    /// <param name="content">The file.</param>
    /// <param name="decoded">Counts what the document's streams unpack to.</param>
    /// <param name="budget">Ends the reading.</param>
    public static PdfDocument Open(Stream content, DecodedBytes decoded, CancellationToken budget) => PdfDocument.Open(
        new StoppableStream(content, budget),
        new ParsingOptions { UseLenientParsing = true, SkipMissingFonts = true, FilterProvider = new BoundedFilters(decoded) });

    /// <summary>Whether an exception says that a password is wanted.</summary>
    public static bool WantsPassword(Exception problem) => problem is PdfDocumentEncryptedException;
}
