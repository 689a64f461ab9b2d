using Archive;
using ArchiveFunctions.Records;
using Microsoft.Azure.Functions.Worker;

namespace ArchiveFunctions.Accession;

/// <summary>Reconciliation has found an upload whose event or run was lost: it is taken in as any other.</summary>
public sealed class ReceiveOverlookedUpload(Intake intake)
{
    /// <summary>Takes the upload in and announces the record it became, if it became one.</summary>
    [Function(nameof(ReceiveOverlookedUpload))]
    [ServiceBusOutput(Queues.RecordAdmitted, Connection = StorageNames.ServiceBus)]
    public Task<RecordAdmitted?> Run(
        [ServiceBusTrigger(Queues.UploadOverlooked, Connection = StorageNames.ServiceBus)] UploadOverlooked overlooked,
        CancellationToken stop) => intake.Take(overlooked.Blob, stop);
}
