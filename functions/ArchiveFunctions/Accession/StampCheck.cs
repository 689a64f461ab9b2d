using Archive.Description;
using ArchiveFunctions.Description;

namespace ArchiveFunctions.Accession;

/// <summary>Looks for a secrecy stamp on the first page, before anything is kept: secret content has no place on a networked system (TT 02/2019, art. 8).</summary>
public sealed class StampCheck(TimeProvider clock)
{
    private static readonly ReadingLimits FirstPage = new(TimeSpan.FromSeconds(30), Pages: 1, Layouts: 1, Letters: 20_000);
    private readonly DocumentReader reader = new(clock, LegacyText.ToUnicode, FirstPage);

    /// <summary>
    /// The stamp, or null for none and for formats that have no pages of text. Null too for a page that cannot be read in time: whoever
    /// describes the record looks again.
    /// </summary>
    public async Task<string?> Find(Func<CancellationToken, Task<Stream>> open, long size, FormatIdentity format, CancellationToken stop)
    {
        if (!PageReading.MayBeStamped(format.Family))
            return null;

        await using var content = await open(stop);
        var reading = await reader.ReadAsync(content, size, format, stop);
        return PageReading.SecretStamp(reading.Pages);
    }
}
