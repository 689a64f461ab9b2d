using Archive.Description;

namespace ArchiveFunctions.Description.Pdf;

/// <summary>
/// Finds and verifies the digital signatures of a PDF. They are looked for in the raw bytes: what a signature signs is a range of bytes, so its
/// dictionary always stands in the clear, and a file too broken or too large for the library is searched as well. Nothing is fetched: whether
/// the bytes are those that were signed is verified, whether the signer is to be trusted is for a person to judge.
/// </summary>
public static class PdfSignatures
{
    private const int Window = 1 << 20;
    private const int Most = 64;

    private static readonly byte[] Mark = "/ByteRange"u8.ToArray();

    /// <summary>
    /// Verifies every signature, in the order they stand in the file; at most 64. A malformed one is reported as not intact with its problem.
    /// </summary>
    /// <param name="seekable">The file.</param>
    /// <param name="size">In bytes.</param>
    /// <param name="stop">Ends the reading.</param>
    public static async Task<IReadOnlyList<SignatureReading>> ReadAsync(Stream seekable, long size, CancellationToken stop)
    {
        var readings = new List<SignatureReading>();
        var seen = new HashSet<SignatureDictionary>();
        foreach (var place in await PlacesAsync(seekable, size, stop))
        {
            if (await SignatureDictionary.ReadAsync(seekable, size, place, stop) is { } dictionary && seen.Add(dictionary))
                readings.Add(await SignatureVerification.VerifyAsync(seekable, size, dictionary, stop));
        }

        return readings;
    }

    private static async Task<List<long>> PlacesAsync(Stream stream, long size, CancellationToken stop)
    {
        var places = new List<long>();
        for (long start = 0; start < size && places.Count < Most; start += Window)
        {
            var bytes = await stream.ReadAtAsync(start, (int)Math.Min(size - start, Window + Mark.Length - 1), stop);
            for (var at = Next(bytes, 0); at >= 0 && places.Count < Most; at = Next(bytes, at + 1))
                places.Add(start + at);
        }

        return places;
    }

    private static int Next(byte[] bytes, int from)
    {
        var at = bytes.AsSpan(from).IndexOf(Mark);
        return at < 0 ? -1 : from + at;
    }
}
