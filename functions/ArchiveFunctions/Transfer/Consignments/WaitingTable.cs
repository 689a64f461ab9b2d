using System.Globalization;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using Archive.Records;
using Archive.Transfer;
using ArchiveFunctions.Records;
using Azure;
using Azure.Data.Tables;

namespace ArchiveFunctions.Transfer.Consignments;

/// <summary>Records of one agency, and of one dossier or of none, that wait to go together.</summary>
/// <param name="Agency">The agency.</param>
/// <param name="FileCode">The dossier; null for loose records.</param>
/// <param name="Records">At most <see cref="Consignment.Most"/>, in a stable order.</param>
/// <param name="First">When the first of them came, UTC.</param>
/// <param name="Last">When the last came, UTC.</param>
public sealed record WaitingGroup(AgencyCode Agency, string? FileCode, IReadOnlyList<ConsignedRecord> Records, DateTimeOffset First, DateTimeOffset Last);

/// <summary>Records whose time has come, one partition per agency, those of a dossier side by side. Empty most of the time.</summary>
public sealed class WaitingTable(TableServiceClient tables, TimeProvider clock)
{
    private readonly TableClient table = tables.GetTableClient(StorageNames.Waiting);

    /// <summary>Puts a record among those that wait. Done twice, it waits once, and since the first time: the sweep names it until it is claimed.</summary>
    public async Task Put(ArchiveRecord record, CancellationToken stop)
    {
        var row = Row(record);
        try
        {
            await table.AddEntityAsync(row, stop);
        }
        catch (RequestFailedException waiting) when (waiting.Status == 409)
        {
            row.Remove("Since");
            await table.UpdateEntityAsync(row, ETag.All, TableUpdateMode.Merge, stop);
        }
    }

    /// <summary>Puts an agency's records among those that wait, a hundred to an operation.</summary>
    public async Task Put(AgencyCode agency, IEnumerable<ArchiveRecord> records, CancellationToken stop)
    {
        foreach (var part in records.Where(record => record.Agency == agency).Chunk(100))
            await table.SubmitTransactionAsync(part.Select(record => new TableTransactionAction(TableTransactionActionType.UpsertReplace, Row(record))), stop);
    }

    /// <summary>Everything that waits, in groups that may go together.</summary>
    public async IAsyncEnumerable<WaitingGroup> Groups([EnumeratorCancellation] CancellationToken stop)
    {
        var rows = new List<TableEntity>();
        await foreach (var row in table.QueryAsync<TableEntity>(cancellationToken: stop))
        {
            if (rows.Count > 0 && (rows[0].PartitionKey != row.PartitionKey || rows[0].GetString("FileCode") != row.GetString("FileCode") || rows.Count == Consignment.Most))
            {
                yield return Group(rows);
                rows.Clear();
            }

            rows.Add(row);
        }

        if (rows.Count > 0)
            yield return Group(rows);
    }

    /// <summary>Takes a group out, a hundred rows at a time: it has its consignment.</summary>
    public async Task Remove(WaitingGroup group, CancellationToken stop)
    {
        foreach (var part in group.Records.Chunk(100))
        {
            try
            {
                await table.SubmitTransactionAsync(part.Select(record => new TableTransactionAction(TableTransactionActionType.Delete, Keyed(record), ETag.All)), stop);
            }
            catch (TableTransactionFailedException gone) when (gone.Status == 404)
            {
                // An earlier run was killed half way: what is left is taken out one by one.
                foreach (var record in part)
                    await table.DeleteEntityAsync(group.Agency.Value, Key(group.FileCode, record.RecordId), ETag.All, stop);
            }
        }

        TableEntity Keyed(ConsignedRecord record) => new(group.Agency.Value, Key(group.FileCode, record.RecordId));
    }

    private TableEntity Row(ArchiveRecord record)
    {
        var fileCode = CustodyMoves.DossierOf(record);
        return new TableEntity(record.Agency.Value, Key(fileCode, record.Id.Value)) { ["FileCode"] = fileCode, ["Version"] = record.Version, ["Since"] = clock.GetUtcNow() };
    }

    private static WaitingGroup Group(List<TableEntity> rows) => new(
        AgencyCode.Parse(rows[0].PartitionKey),
        rows[0].GetString("FileCode"),
        [.. rows.Select(row => new ConsignedRecord(row.RowKey.Split('|')[1], row.GetInt32("Version") ?? 0))],
        rows.Min(Since),
        rows.Max(Since));

    /// <summary>A row written before rows said so has waited long enough.</summary>
    private static DateTimeOffset Since(TableEntity row) => row.GetDateTimeOffset("Since") ?? DateTimeOffset.UnixEpoch;

    /// <summary>Codes are kept verbatim and may hold letters that keys may not, so the key has a digest of them. Loose records come first.</summary>
    private static string Key(string? fileCode, string record) => string.Create(
        CultureInfo.InvariantCulture, $"{(fileCode is null ? "-" : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(fileCode)).AsSpan(0, 16)))}|{record}");
}
