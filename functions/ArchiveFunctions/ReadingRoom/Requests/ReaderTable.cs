using Archive.ReadingRoom.Requests;
using ArchiveFunctions.Records;
using Azure;
using Azure.Data.Tables;

namespace ArchiveFunctions.ReadingRoom.Requests;

/// <summary>The accounts of readers, a row each, under names that tell nobody who they are.</summary>
public sealed class ReaderTable(TableServiceClient tables)
{
    private const string Account = "account";
    private readonly TableClient table = tables.GetTableClient(StorageNames.Readers);

    /// <summary>A reader's account, or null.</summary>
    public async Task<ReaderAccount?> Find(string reader, CancellationToken stop) =>
        await Row(reader, stop) is { } row ? RowText.Read<ReaderAccount>(row) : null;

    /// <summary>
    /// Saves an account that was made from a version, none being 0; returns what is held then. Null when it has been changed since, and nothing is
    /// written. Saved twice as it stands, it is saved once.
    /// </summary>
    public async Task<ReaderAccount?> Save(ReaderAccount account, int madeFrom, CancellationToken stop)
    {
        var next = account with { Version = madeFrom + 1 };
        var row = new TableEntity(account.Reader, Account);
        RowText.Write(row, next);
        var held = await Row(account.Reader, stop);
        if (held is not null && RowText.Read<ReaderAccount>(held) is var known && (known == next || known.Version != madeFrom))
            return known == next ? known : null;

        try
        {
            await (held is null ? table.AddEntityAsync(row, stop) : table.UpdateEntityAsync(row, held.ETag, TableUpdateMode.Replace, stop));
            return next;
        }
        catch (RequestFailedException overtaken) when (overtaken.Status is 409 or 412)
        {
            return null;
        }
    }

    private async Task<TableEntity?> Row(string reader, CancellationToken stop) =>
        await table.GetEntityIfExistsAsync<TableEntity>(reader, Account, cancellationToken: stop) is { HasValue: true, Value: { } row } ? row : null;
}
