using Archive.Records;
using ArchiveFunctions.Description;
using ArchiveFunctions.Description.Plain;
using ArchiveFunctions.Records;
using Azure;
using Azure.Storage.Blobs.Models;

namespace ArchiveFunctions.ReadingRoom.Pages;

/// <summary>The words of records that are plain text, for their pages.</summary>
public sealed class PlainTexts(Contents contents, TimeProvider clock)
{
    /// <summary>Bytes of a text that a page shows; a longer one is downloaded.</summary>
    public const long Most = 200_000;

    /// <summary>Whether a page shows the record's words. Says nothing of who may read them.</summary>
    public static bool Shows(ArchiveRecord record) => record.Content.Format.MediaType == "text/plain" && record.Content.Size is > 0 and <= Most;

    /// <summary>The words, in Unicode whatever they were written in; null when the content is not where it should be, which a download reports.</summary>
    /// <exception cref="TimeoutException">The vault does not answer.</exception>
    public async Task<string?> Of(ArchiveRecord record, CancellationToken stop)
    {
        try
        {
            var range = new BlobDownloadOptions { Range = new HttpRange(0, Most) };
            var read = await Limit.Within(ending => contents.Of(record).DownloadContentAsync(range, ending), clock, stop);
            return LegacyText.ToUnicode(TextDecoding.Decode(read.Value.Content)).Text;
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            return null;
        }
    }
}
