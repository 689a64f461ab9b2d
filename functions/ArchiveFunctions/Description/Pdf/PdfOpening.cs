using UglyToad.PdfPig;
using UglyToad.PdfPig.Exceptions;

namespace ArchiveFunctions.Description.Pdf;

/// <summary>Opens PDFs the one way this archive opens them: leniently, with bounded filters, and so that the budget can end it.</summary>
internal static class PdfOpening
{
    /// <summary>Larger files are not handed to the library, which wants them in memory.</summary>
    public const int LargestInMemory = 64 << 20;

    private const long DecodedLimit = 512L << 20;

    /// <summary>Opens a document; throws whatever the library throws at bytes it cannot read.</summary>
    public static PdfDocument Open(byte[] bytes, CancellationToken budget) => PdfDocument.Open(
        new StoppableBytes(bytes, budget),
        new ParsingOptions { UseLenientParsing = true, SkipMissingFonts = true, FilterProvider = new BoundedFilters(DecodedLimit, budget) });

    /// <summary>Whether an exception says that a password is wanted.</summary>
    public static bool WantsPassword(Exception problem) => problem is PdfDocumentEncryptedException;
}
