using Archive.Records;

namespace Archive.Packages.Reading;

/// <summary>What a package may cost to open.</summary>
/// <param name="Entries">
/// Entries of an archive file, folders among them: ten for each of the ten thousand documents a package may have (content, description, signature,
/// representations). They are counted before a list of them is made.
/// </param>
/// <param name="DirectoryBytes">How long a ZIP's own list of its entries may be: some 300 bytes for each of them.</param>
/// <param name="UnpackedBytes">What everything unpacks to: twice the largest upload, since scans and films hardly pack.</param>
/// <param name="Ratio">Unpacked to packed size, looked at from <paramref name="RatioFrom"/> unpacked bytes: sparse tables pack very well.</param>
/// <param name="RatioFrom">From how many unpacked bytes the ratio counts.</param>
public sealed record PackageLimits(
    int Entries = 100_000,
    int DirectoryBytes = 32 << 20,
    long UnpackedBytes = 100L << 30,
    int Ratio = 250,
    long RatioFrom = 32 << 20)
{
    /// <summary>The limits of the archive.</summary>
    public static readonly PackageLimits Default = new();

    /// <exception cref="PackageBrokenException">It unpacks to too much.</exception>
    internal void Judge(ulong unpacked, long packed)
    {
        if (unpacked > (ulong)UnpackedBytes || (unpacked > (ulong)RatioFrom && unpacked / (ulong)Math.Max(1, packed) > (ulong)Ratio))
            throw new PackageBrokenException(FindingCodes.DecompressionBomb, "", $"{unpacked} bytes from {packed}");
    }
}
