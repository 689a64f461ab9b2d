using Archive.Records;
using ArchiveFunctions.Records;
using Azure;
using Azure.Data.Tables;

namespace ArchiveFunctions.ReadingRoom.Desks.Archivist;

/// <summary>A record that was described anew and may not be found so yet.</summary>
/// <param name="Id">The record.</param>
/// <param name="Tag">Of its row, so that a later correction's row is not taken out with it.</param>
public sealed record Correction(RecordId Id, ETag Tag);

/// <summary>
/// Records an archivist described anew, until readers find them so. A row is written before the record's: a run that ends between that and its
/// announcement leaves it behind, and <see cref="ReconcileCorrections"/> announces again. Empty most of the time.
/// </summary>
public sealed class CorrectionTable(TableServiceClient tables)
{
    private const string Partition = "correction";
    private readonly TableClient table = tables.GetTableClient(StorageNames.Corrections);

    /// <summary>Puts a record there.</summary>
    public Task Put(RecordId id, CancellationToken stop) => table.UpsertEntityAsync(new TableEntity(Partition, id.Value), TableUpdateMode.Replace, stop);

    /// <summary>Those put there before a moment.</summary>
    public IAsyncEnumerable<Correction> Before(DateTimeOffset moment, CancellationToken stop) =>
        table.QueryAsync<TableEntity>(row => row.PartitionKey == Partition && row.Timestamp < moment, cancellationToken: stop).Select(row => new Correction(RecordId.Parse(row.RowKey), row.ETag));

    /// <summary>Takes one out, unless it was corrected again meanwhile.</summary>
    public async Task Remove(Correction found, CancellationToken stop)
    {
        try
        {
            await table.DeleteEntityAsync(Partition, found.Id.Value, found.Tag, stop);
        }
        catch (RequestFailedException changed) when (changed.Status is 404 or 412)
        {
            // Another run took it out, or it is another correction's.
        }
    }
}
