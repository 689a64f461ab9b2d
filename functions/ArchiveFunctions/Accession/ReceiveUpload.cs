using Archive;
using ArchiveFunctions.Records;
using Azure.Storage.Blobs;
using Microsoft.Azure.Functions.Worker;

namespace ArchiveFunctions.Accession;

/// <summary>
/// A blob has landed in the inbox. Event Grid may say so twice, late, or of a newer state than the event's, so the run goes by the blob as it
/// is now and repeats its earlier outcome where it had one. The path has one token only: Azure matches tokens greedily, so that of
/// <c>{agency}/{name}</c> the agency would swallow all folders but the last.
/// </summary>
public sealed class ReceiveUpload(Intake intake)
{
    /// <summary>Takes the upload in and announces the record it became, if it became one.</summary>
    [Function(nameof(ReceiveUpload))]
    [ServiceBusOutput(Queues.RecordAdmitted, Connection = StorageNames.ServiceBus)]
    public Task<RecordAdmitted?> Run(
        [BlobTrigger(StorageNames.Inbox + "/{name}", Connection = StorageNames.Archive, Source = BlobTriggerSource.EventGrid)] BlobClient upload,
        CancellationToken stop) => intake.Take(upload.Name, stop);
}
