using System.Security.Cryptography;
using System.Text;
using Archive.Catalogue;
using Archive.ReadingRoom;
using Archive.ReadingRoom.Searches;
using ArchiveFunctions.Records;
using Azure;
using Azure.Data.Tables;

namespace ArchiveFunctions.ReadingRoom.Searches;

/// <summary>
/// What readers keep, one partition per reader: nobody's request ever names another's. Partitions go by a digest of the token's subject, which may
/// hold letters that no key takes. Two requests of one moment may keep one search more than the most; nothing depends on it.
/// </summary>
public sealed class SavedSearchTable(TableServiceClient tables)
{
    private readonly TableClient table = tables.GetTableClient(StorageNames.SavedSearches);

    /// <summary>All a reader keeps, by name.</summary>
    public async Task<IReadOnlyList<SavedSearch>> Of(Caller reader, CancellationToken stop)
    {
        var partition = Partition(reader);
        var kept = await table.QueryAsync<TableEntity>(row => row.PartitionKey == partition, cancellationToken: stop).Select(Read).ToListAsync(stop);
        return [.. kept.OrderBy(search => search.Name, StringComparer.InvariantCultureIgnoreCase).ThenBy(search => search.Id, StringComparer.Ordinal)];
    }

    /// <summary>One of a reader's, or null.</summary>
    public async Task<SavedSearch?> Find(Caller reader, string id, CancellationToken stop) =>
        id.All(char.IsAsciiHexDigit) && await table.GetEntityIfExistsAsync<TableEntity>(Partition(reader), id, cancellationToken: stop) is { HasValue: true, Value: { } row } ? Read(row) : null;

    /// <summary>Keeps a search; one that is kept already is written again as it is said now.</summary>
    public Task Keep(Caller reader, SavedSearch search, CancellationToken stop)
    {
        var row = new TableEntity(Partition(reader), search.Id) { ["Name"] = search.Name, ["KeptAt"] = search.KeptAt, ["LookedAt"] = search.LookedAt };
        RowText.Write(row, search.Asked);
        return table.UpsertEntityAsync(row, TableUpdateMode.Replace, stop);
    }

    /// <summary>Gives a search another name. Changes that alone, whatever is written beside it at the same time; the later name stands.</summary>
    public Task Rename(Caller reader, string id, string name, CancellationToken stop) => Merge(new TableEntity(Partition(reader), id) { ["Name"] = name }, stop);

    /// <summary>Notes when the reader looked. Changes that alone.</summary>
    public Task Look(Caller reader, string id, DateTimeOffset at, CancellationToken stop) => Merge(new TableEntity(Partition(reader), id) { ["LookedAt"] = at }, stop);

    /// <summary>Keeps a search no longer; one that is not there is as good.</summary>
    public Task Forget(Caller reader, string id, CancellationToken stop) => table.DeleteEntityAsync(Partition(reader), id, ETag.All, stop);

    private async Task Merge(TableEntity change, CancellationToken stop)
    {
        try
        {
            await table.UpdateEntityAsync(change, ETag.All, TableUpdateMode.Merge, stop);
        }
        catch (RequestFailedException forgotten) when (forgotten.Status == 404)
        {
            // By another window of the reader's, a moment ago; that is the later wish.
        }
    }

    private static string Partition(Caller reader) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(reader.Subject)));

    private static SavedSearch Read(TableEntity row) =>
        new(row.RowKey, row.GetString("Name"), RowText.Read<CatalogueRequest>(row), row.GetDateTimeOffset("KeptAt")!.Value, row.GetDateTimeOffset("LookedAt")!.Value);
}
