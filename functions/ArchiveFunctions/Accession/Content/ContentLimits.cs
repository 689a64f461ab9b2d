using Archive.Accession;

namespace ArchiveFunctions.Accession.Content;

/// <summary>What one file may cost to check.</summary>
/// <param name="Time">Wall-clock time for the whole check.</param>
/// <param name="Entries">Entries of a container.</param>
/// <param name="UnpackedBytes">Bytes a container unpacks to, those nested in it included.</param>
/// <param name="Ratio">Unpacked to packed size, looked at from 32 MB unpacked: sparse tables pack very well.</param>
/// <param name="Depth">Containers in containers, the outermost counted.</param>
/// <param name="Pixels">Pixels of an image: an A0 map at 600 dpi has 550 million.</param>
/// <param name="PdfObjects">Objects of a PDF that are looked through.</param>
public sealed record ContentLimits(
    TimeSpan Time,
    int Entries = 10_000,
    long UnpackedBytes = 1L << 30,
    int Ratio = 250,
    int Depth = 3,
    long Pixels = 600_000_000,
    int PdfObjects = 1_000_000)
{
    /// <summary>The limits of the service where its administrator has set no others.</summary>
    public static readonly ContentLimits Default = new(new AdmissionPolicy().TimeBudget);
}
