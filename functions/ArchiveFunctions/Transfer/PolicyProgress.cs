using ArchiveFunctions.Records;
using Azure.Data.Tables;

namespace ArchiveFunctions.Transfer;

/// <summary>By which policy the clocks of each range of records were last set throughout. A range never marked has the city's plan.</summary>
public sealed class PolicyProgress(TableServiceClient tables)
{
    /// <summary>The ranges: the second letter of record ids, spread evenly.</summary>
    public const string Ranges = "0123456789abcdefghjkmnpqrstvwxyz";

    private const string Partition = "applied";
    private readonly TableClient table = tables.GetTableClient(StorageNames.Policies);

    /// <summary>Marks a range as done.</summary>
    public Task Mark(char range, string policy, CancellationToken stop) =>
        table.UpsertEntityAsync(new TableEntity(Partition, range.ToString()) { ["Policy"] = policy }, TableUpdateMode.Replace, stop);

    /// <summary>The policy of each range that was ever marked.</summary>
    public async Task<IReadOnlyDictionary<char, string>> Marks(CancellationToken stop) =>
        await table.QueryAsync<TableEntity>(row => row.PartitionKey == Partition, cancellationToken: stop).ToDictionaryAsync(row => row.RowKey[0], row => row.GetString("Policy"), cancellationToken: stop);
}
