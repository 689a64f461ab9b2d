using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace ArchiveFunctions.ReadingRoom.Deliveries.Pdf;

/// <summary>
/// The end of a PDF, to which a revision may be added (ISO 32000-1, 7.5.6): where its last cross-reference section stands, and of which kind it is.
/// </summary>
/// <param name="Section">The section's place in the file.</param>
/// <param name="IsStream">Whether it is a stream; a revision has one of the same kind.</param>
internal sealed partial record PdfTail(long Section, bool IsStream)
{
    private const int Last = 2048;

    /// <summary>Finds it; null where the end is damaged, and readers guess what belongs to the file.</summary>
    public static PdfTail? Find(Stream file, long size)
    {
        var length = (int)Math.Min(size, Last);
        var end = StartOf().Matches(Encoding.Latin1.GetString(Read(file, size - length, length)));
        if (end.Count == 0 || !long.TryParse(end[^1].Groups[1].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var place) || place >= size)
            return null;

        var there = Encoding.Latin1.GetString(Read(file, place, (int)Math.Min(size - place, 40)));
        return there.StartsWith("xref", StringComparison.Ordinal) ? new PdfTail(place, false) : ObjectBegins().IsMatch(there) ? new PdfTail(place, true) : null;
    }

    private static byte[] Read(Stream file, long from, int length)
    {
        var bytes = new byte[length];
        file.Position = from;
        file.ReadExactly(bytes);
        return bytes;
    }

    [GeneratedRegex(@"startxref\s+(\d{1,18})\s+%%EOF", RegexOptions.CultureInvariant)]
    private static partial Regex StartOf();

    [GeneratedRegex(@"^\d+\s+\d+\s+obj", RegexOptions.CultureInvariant)]
    private static partial Regex ObjectBegins();
}
