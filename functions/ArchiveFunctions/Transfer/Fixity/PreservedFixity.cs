using System.Security.Cryptography;
using Archive.Records;
using Archive.Transfer;
using ArchiveFunctions.Records;
using ArchiveFunctions.Transfer.Consignments;
using Azure;
using Azure.Storage.Blobs.Models;

namespace ArchiveFunctions.Transfer.Fixity;

/// <summary>
/// Reads preserved files again, as a stream. A service that cannot be reached, or does not know us, says nothing of a file: that is an exception, and
/// the message comes again.
/// </summary>
public sealed class PreservedFixity(PreservedPackages preserved, HistoricalStorage historical)
{
    /// <summary>How often bytes that break off are asked for, each time with a service that answers.</summary>
    private const int Tries = 2;

    /// <summary>Reads one file and compares.</summary>
    public async Task<FixityReading> Read(string check, string folder, PackedFile file, CancellationToken stop)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await using var content = (await preserved.File($"{folder}/{file.Path}").DownloadStreamingAsync(cancellationToken: stop)).Value.Content;
                return FixityReading.Of(check, file.Path, file.Sha256, Sha256Digest.Of(await SHA256.HashDataAsync(content, stop)).Value);
            }
            catch (RequestFailedException gone) when (gone.ErrorCode == BlobErrorCode.BlobNotFound)
            {
                return new FixityReading(check, file.Path, FixityOutcome.Missing, file.Sha256, null);
            }
            catch (RequestFailedException refused) when (refused.Status is 409 or 416)
            {
                // The service is there and says that these bytes are not to be had: archived, or not a blob that can be read.
                return new FixityReading(check, file.Path, FixityOutcome.Unreadable, file.Sha256, null);
            }
            catch (Exception broken) when (broken is IOException or RequestFailedException { Status: 0 or >= 500 })
            {
                await Answers(stop);
                if (attempt == Tries)
                    return new FixityReading(check, file.Path, FixityOutcome.Unreadable, file.Sha256, null);
            }
        }
    }

    /// <summary>Throws where the service is away, and then nothing is known of the file.</summary>
    private async Task Answers(CancellationToken stop) => await historical.Blobs.GetBlobContainerClient(StorageNames.Preserved).GetPropertiesAsync(cancellationToken: stop);
}
