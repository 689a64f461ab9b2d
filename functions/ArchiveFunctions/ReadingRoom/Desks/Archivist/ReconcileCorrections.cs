using Archive;
using Archive.Catalogue;
using ArchiveFunctions.Catalogue;
using ArchiveFunctions.Records;
using Microsoft.Azure.Functions.Worker;

namespace ArchiveFunctions.ReadingRoom.Desks.Archivist;

/// <summary>
/// Announces corrections again that readers do not find yet: their run ended before it could, or the message is late. One that is found, or of
/// a record nobody may find, is done. It only finds and announces.
/// </summary>
public sealed class ReconcileCorrections(CorrectionTable corrections, RecordTable records, CatalogueIndex index, TimeProvider clock)
{
    /// <summary>Longer than a correction usually takes to be found.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>Runs every ten minutes.</summary>
    [Function(nameof(ReconcileCorrections))]
    [ServiceBusOutput(Queues.RecordChanged, Connection = StorageNames.ServiceBus)]
    public async Task<RecordChanged[]> Run([TimerTrigger("0 4/10 * * * *")] TimerInfo timer, CancellationToken stop)
    {
        var changed = new List<RecordChanged>();
        await foreach (var correction in corrections.Before(clock.GetUtcNow() - Patience, stop))
        {
            var record = (await records.Find(correction.Id, stop))?.Record;
            if (record is null || CatalogueEntry.Of(record, "") is null || await index.VersionOf(record.Id, stop) >= record.Version)
                await corrections.Remove(correction, stop);
            else
                changed.Add(new RecordChanged(record.Id.Value, record.Version));
        }

        return [.. changed];
    }
}
