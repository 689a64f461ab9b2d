using System.Globalization;
using System.Runtime.CompilerServices;
using Archive.Records;
using ArchiveFunctions.Records;
using Azure;
using Azure.Data.Tables;

namespace ArchiveFunctions.Transfer;

/// <summary>
/// What is to be done on which day, one partition per day. A sweep reads the partitions up to today, and they hold only what has not been
/// done yet: its cost depends on what is due, never on what is held.
/// </summary>
public sealed class AgendaTable(TableServiceClient tables)
{
    private readonly TableClient table = tables.GetTableClient(StorageNames.Agenda);

    /// <summary>Puts a record on a day, with its due day. Done twice, it stands there once.</summary>
    public Task Put(DateOnly day, RecordId id, DateOnly? due, CancellationToken stop) =>
        table.UpsertEntityAsync(new TableEntity(Partition(day), id.Value) { ["Due"] = due is { } known ? Partition(known) : null }, TableUpdateMode.Replace, stop);

    /// <summary>Strikes a record off a day; not being there is as good.</summary>
    public Task Strike(DateOnly day, RecordId id, CancellationToken stop) => table.DeleteEntityAsync(Partition(day), id.Value, ETag.All, stop);

    /// <summary>Everything to be done by the end of a day, the oldest first.</summary>
    public async IAsyncEnumerable<(RecordId Id, DateOnly Day, DateOnly? Due)> Until(DateOnly day, [EnumeratorCancellation] CancellationToken stop)
    {
        var last = Partition(day);
        await foreach (var row in table.QueryAsync<TableEntity>(row => row.PartitionKey.CompareTo(last) <= 0, select: ["PartitionKey", "RowKey", "Due"], cancellationToken: stop))
            yield return (RecordId.Parse(row.RowKey), Day(row.PartitionKey), row.GetString("Due") is { } due ? Day(due) : null);
    }

    private static DateOnly Day(string iso) => DateOnly.ParseExact(iso, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Partition(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
