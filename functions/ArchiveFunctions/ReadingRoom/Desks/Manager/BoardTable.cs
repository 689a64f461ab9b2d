using System.Globalization;
using Archive.ReadingRoom.Board;
using ArchiveFunctions.Records;
using Azure.Data.Tables;

namespace ArchiveFunctions.ReadingRoom.Desks.Manager;

/// <summary>The board's counts, beside the frozen figures: a row for each month, and one of what is overdue. Written by <see cref="CountBoard"/> alone.</summary>
public sealed class BoardTable(TableServiceClient tables)
{
    private const string Ingest = "board-ingest";
    private const string Overdue = "board-overdue";
    private readonly TableClient table = tables.GetTableClient(StorageNames.Figures);

    /// <summary>Every month counted, the oldest first: twelve small rows a year.</summary>
    public IAsyncEnumerable<IngestMonth> Months(CancellationToken stop) =>
        table.QueryAsync<TableEntity>(row => row.PartitionKey == Ingest, cancellationToken: stop).Select(RowText.Read<IngestMonth>);

    /// <summary>Writes a month. Counted twice, the later count stands.</summary>
    public Task Write(IngestMonth month, CancellationToken stop) => Write(Ingest, month.Month.ToString("yyyy-MM", CultureInfo.InvariantCulture), month, stop);

    /// <summary>What was overdue when it was counted last; null before the first time.</summary>
    public async Task<OverdueCount?> OverdueCount(CancellationToken stop)
    {
        var row = await table.GetEntityIfExistsAsync<TableEntity>(Overdue, Overdue, cancellationToken: stop);
        return row.HasValue ? RowText.Read<OverdueCount>(row.Value!) : null;
    }

    /// <summary>Writes what is overdue.</summary>
    public Task Write(OverdueCount count, CancellationToken stop) => Write(Overdue, Overdue, count, stop);

    private Task Write<T>(string partition, string key, T body, CancellationToken stop)
    {
        var row = new TableEntity(partition, key);
        RowText.Write(row, body);
        return table.UpsertEntityAsync(row, TableUpdateMode.Replace, stop);
    }
}
