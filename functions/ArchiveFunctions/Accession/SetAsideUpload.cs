using System.Text.Json;
using Archive.Accession;
using Archive.Records;
using ArchiveFunctions.Records;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace ArchiveFunctions.Accession;

/// <summary>
/// The blob trigger has failed on an upload five times. The upload stays in the inbox; its depositor sees that it waits, an operator reads why,
/// and reconciliation tries it again every hour.
/// </summary>
public sealed class SetAsideUpload(UploadTable uploads, TimeProvider clock, ILogger<SetAsideUpload> log)
{
    /// <summary>Writes the journal line and the finding.</summary>
    [Function(nameof(SetAsideUpload))]
    public async Task Run([QueueTrigger(StorageNames.FailedUploads, Connection = StorageNames.Archive)] string message, CancellationToken stop)
    {
        using var poison = JsonDocument.Parse(message);
        var blobName = poison.RootElement.GetProperty("BlobName").GetString() ?? throw new InvalidDataException("A poison message without a BlobName.");
        var (folder, name) = UploadName.Split(blobName);
        var row = await uploads.Find(folder, PackageFolder.Of(name) ?? name, stop);
        log.UploadSetAside(blobName);
        if (row.Upload.Status is not (UploadStatus.Awaiting or UploadStatus.Received))
            return;

        var now = clock.GetUtcNow();
        var waiting = row.Upload with { Status = UploadStatus.Received, SetAsideAt = now, Findings = [Finding.Of(FindingCodes.SetAside, row.Upload.Name)] };
        await uploads.Write(row, waiting.Journalled(new JournalEvent(EventTypes.Quarantine, now, row.Upload.Folder, Admission.Agent, EventOutcome.Failure, "attempts=5")), stop);
    }
}
