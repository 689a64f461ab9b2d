using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Archive.Records;
using ArchiveFunctions.Records;
using Azure;
using Azure.Data.Tables;

namespace ArchiveFunctions.Accession;

/// <summary>The dossiers packages brought: one partition each, with a row for the dossier and one for each of its documents, in order.</summary>
public sealed class DossierRegister(TableServiceClient tables)
{
    private const string Whole = "dossier";
    private const string Said = "said-";
    private const string Member = "member-";
    private const int MostInTransaction = 100;

    /// <summary>Of packages taken apart at once one has come further each time; more of them than this are redelivered.</summary>
    private const int Tries = 16;

    private readonly TableClient table = tables.GetTableClient(StorageNames.Dossiers);

    /// <summary>
    /// Notes a dossier and its documents; a package that comes again replaces what was said place by place, and adds what is new, a supplement only adds
    /// (<see cref="DossierOrder"/>). The dossier's own row is written last: it stands for all of them. What was said of it before is kept beside it, with its time.
    /// </summary>
    public async Task Note(Dossier dossier, IReadOnlyList<DossierMember> members, bool supplements, CancellationToken stop)
    {
        var partition = Partition(dossier.Agency, dossier.FileCode);

        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await Arrange(partition, members, supplements, stop);
                break;
            }
            catch (RequestFailedException overtaken) when (overtaken.Status is 404 or 409 or 412 && attempt < Tries)
            {
                // Another package has written one of the rows since they were read: what is there then is arranged anew.
                continue;
            }
        }

        await table.SubmitTransactionAsync(
        [
            new(TableTransactionActionType.UpsertReplace, Row(partition, KeyOf(dossier.NotedAt), dossier)),
            new(TableTransactionActionType.UpsertReplace, Row(partition, Whole, dossier)),
        ], stop);
    }

    private async Task Arrange(string partition, IReadOnlyList<DossierMember> members, bool supplements, CancellationToken stop)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {Member} and RowKey lt {Member + "~"}");
        var rows = await table.QueryAsync<TableEntity>(filter, cancellationToken: stop).ToDictionaryAsync(row => row.RowKey, cancellationToken: stop);
        var held = rows.Values.Select(RowText.Read<DossierMember>).ToList();
        foreach (var portion in DossierOrder.Of(held, members, supplements).Chunk(MostInTransaction))
            await table.SubmitTransactionAsync(portion.Select(write => Action(partition, write, rows.GetValueOrDefault(KeyOf(write.Place)))), stop);
    }

    private static TableTransactionAction Action(string partition, DossierWrite write, TableEntity? there) => (write.Member, there) switch
    {
        (null, _) => new(TableTransactionActionType.Delete, there!, there!.ETag),
        (var member, null) => new(TableTransactionActionType.Add, Row(partition, KeyOf(write.Place), member)),
        var (member, _) => new(TableTransactionActionType.UpdateReplace, Row(partition, KeyOf(write.Place), member), there.ETag),
    };

    /// <summary>
    /// The dossier as it was described at a time, or null where it was not yet. A package that is written again later is the same package: what has been said
    /// of its dossier since is not in it.
    /// </summary>
    public async Task<Dossier?> AsOf(AgencyCode agency, string fileCode, DateTimeOffset time, CancellationToken stop)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {Partition(agency, fileCode)} and RowKey ge {KeyOf(time)} and RowKey lt {Said + "~"}");
        return await table.QueryAsync<TableEntity>(filter, maxPerPage: 1, cancellationToken: stop).Select(RowText.Read<Dossier>).FirstOrDefaultAsync(stop);
    }

    /// <summary>The dossier, or null. One point read.</summary>
    public async Task<Dossier?> Find(AgencyCode agency, string fileCode, CancellationToken stop)
    {
        var row = await table.GetEntityIfExistsAsync<TableEntity>(Partition(agency, fileCode), Whole, cancellationToken: stop);
        return row.HasValue ? RowText.Read<Dossier>(row.Value!) : null;
    }

    /// <summary>Its documents, in order, after one place. A document of every package that has told of the dossier.</summary>
    public async Task<IReadOnlyList<DossierMember>> Members(AgencyCode agency, string fileCode, int after, int size, CancellationToken stop)
    {
        var from = string.Create(CultureInfo.InvariantCulture, $"{Member}{after:D7}~");
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {Partition(agency, fileCode)} and RowKey gt {from} and RowKey lt {Member + "~"}");
        return await table.QueryAsync<TableEntity>(filter, size, cancellationToken: stop).Take(size).Select(RowText.Read<DossierMember>).ToListAsync(stop);
    }

    /// <summary>
    /// Notes which record a holey file's document is, once that is known. What a package has said of the place in the meantime stands: it is looked for
    /// again when it is shown.
    /// </summary>
    public async Task Resolve(AgencyCode agency, string fileCode, DossierMember found, CancellationToken stop)
    {
        var (partition, key) = (Partition(agency, fileCode), KeyOf(found.Place));
        var row = await table.GetEntityIfExistsAsync<TableEntity>(partition, key, cancellationToken: stop);
        if (!row.HasValue || RowText.Read<DossierMember>(row.Value!) != found with { RecordId = null })
            return;

        try
        {
            await table.UpdateEntityAsync(Row(partition, key, found), row.Value!.ETag, TableUpdateMode.Replace, stop);
        }
        catch (RequestFailedException changed) when (changed.Status is 404 or 412)
        {
            // Another reader has noted it, or the package came again.
            return;
        }
    }

    /// <summary>A code may have any letters; a key may not.</summary>
    private static string Partition(AgencyCode agency, string fileCode) => $"{agency.Value}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(fileCode)))}";

    /// <summary>The latest first.</summary>
    private static string KeyOf(DateTimeOffset noted) => string.Create(CultureInfo.InvariantCulture, $"{Said}{DateTimeOffset.MaxValue.Ticks - noted.UtcTicks:D19}");

    private static string KeyOf(int place) => string.Create(CultureInfo.InvariantCulture, $"{Member}{place:D7}");

    private static TableEntity Row<T>(string partition, string key, T value)
    {
        var row = new TableEntity(partition, key);
        RowText.Write(row, value);
        return row;
    }
}
