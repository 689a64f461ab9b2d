using System.Globalization;
using System.Runtime.CompilerServices;
using Archive;
using Archive.Records;
using ArchiveFunctions.Records;
using Azure;
using Azure.Data.Tables;

namespace ArchiveFunctions.Transfer.Fixity;

/// <summary>
/// Which consignment's package is to be read again on which day, one partition per day. Looking for what is due reads the partitions up to today, and
/// they hold only what has not been checked yet.
/// </summary>
public sealed class FixityAgenda(TableServiceClient tables)
{
    private readonly TableClient table = tables.GetTableClient(StorageNames.FixityChecks);

    /// <summary>Puts a consignment on a day. Done twice, it stands there once.</summary>
    public Task Put(DateOnly day, AgencyCode agency, string consignment, CancellationToken stop) =>
        table.UpsertEntityAsync(new TableEntity(Partition(day), Key(agency, consignment)), TableUpdateMode.Replace, stop);

    /// <summary>Strikes a consignment off a day; not being there is as good.</summary>
    public Task Strike(DateOnly day, AgencyCode agency, string consignment, CancellationToken stop) =>
        table.DeleteEntityAsync(Partition(day), Key(agency, consignment), ETag.All, stop);

    /// <summary>Everything to be checked by the end of a day, the oldest first.</summary>
    public async IAsyncEnumerable<FixityCheckFellDue> Until(DateOnly day, [EnumeratorCancellation] CancellationToken stop)
    {
        var last = Partition(day);
        await foreach (var row in table.QueryAsync<TableEntity>(row => row.PartitionKey.CompareTo(last) <= 0, select: ["PartitionKey", "RowKey"], cancellationToken: stop))
        {
            var key = row.RowKey.Split('|');
            yield return new FixityCheckFellDue(key[0], key[1], DateOnly.ParseExact(row.PartitionKey, "yyyy-MM-dd", CultureInfo.InvariantCulture), 0, 0);
        }
    }

    private static string Key(AgencyCode agency, string consignment) => $"{agency}|{consignment}";

    private static string Partition(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
