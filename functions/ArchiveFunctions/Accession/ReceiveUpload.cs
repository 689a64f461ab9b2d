using Archive;
using ArchiveFunctions.Records;
using Azure.Storage.Blobs;
using Microsoft.Azure.Functions.Worker;

namespace ArchiveFunctions.Accession;

/// <summary>
/// A blob has landed in the inbox. Event Grid may say so twice, late, or of a newer state than the event's, so the run goes by the blob as it
/// is now and repeats its earlier outcome where it had one.
/// </summary>
public sealed class ReceiveUpload(Intake intake)
{
    /// <summary>Takes the upload in and announces the record it became, if it became one.</summary>
    [Function(nameof(ReceiveUpload))]
    [ServiceBusOutput(Queues.RecordAdmitted, Connection = StorageNames.ServiceBus)]
    public Task<RecordAdmitted?> Run(
        [BlobTrigger(StorageNames.Inbox + "/{agency}/{name}", Connection = StorageNames.Archive, Source = BlobTriggerSource.EventGrid)] BlobClient upload,
        string agency,
        string name,
        CancellationToken stop) => intake.Take(agency, name, stop);
}
