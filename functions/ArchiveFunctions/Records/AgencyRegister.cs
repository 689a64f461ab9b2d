using Archive.Records;
using Azure.Data.Tables;

namespace ArchiveFunctions.Records;

/// <summary>
/// The agencies that may deposit. Read whole and kept for a minute: hundreds of rows asked for with every upload, and a new agency may
/// wait that long.
/// </summary>
public sealed class AgencyRegister(TableServiceClient tables, TimeProvider clock)
{
    private const string Partition = "agency";
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(1);
    private readonly TableClient table = tables.GetTableClient(StorageNames.Agencies);
    private volatile Reading? latest;

    /// <summary>The agency of an inbox folder or route, in either order of its code; null for a stranger.</summary>
    public async Task<Agency?> Find(string code, CancellationToken stop) =>
        AgencyCode.TryParse(code, out var parsed) && (await All(stop)).TryGetValue(parsed, out var agency) ? agency : null;

    /// <summary>All registered agencies by their code.</summary>
    public async Task<IReadOnlyDictionary<AgencyCode, Agency>> All(CancellationToken stop)
    {
        if (latest is { } read && clock.GetElapsedTime(read.At) < Lifetime)
            return read.Agencies;

        var agencies = new Dictionary<AgencyCode, Agency>();
        await foreach (var row in table.QueryAsync<TableEntity>(row => row.PartitionKey == Partition, cancellationToken: stop))
            agencies[AgencyCode.Parse(row.RowKey)] = Read(row);
        latest = new Reading(clock.GetTimestamp(), agencies);
        return agencies;
    }

    /// <summary>Registers agencies, or changes what is said of them.</summary>
    public async Task Register(IEnumerable<Agency> agencies, CancellationToken stop)
    {
        foreach (var batch in agencies.Select(Row).Chunk(100))
            await table.SubmitTransactionAsync(batch.Select(row => new TableTransactionAction(TableTransactionActionType.UpsertReplace, row)), stop);
        latest = null;
    }

    private static TableEntity Row(Agency agency) => new(Partition, agency.Code.Value)
    {
        ["Name"] = agency.Name,
        ["EnglishName"] = agency.EnglishName,
    };

    private static Agency Read(TableEntity row) =>
        new(AgencyCode.Parse(row.RowKey), row.GetString("Name"), row.GetString("EnglishName"));

    private sealed record Reading(long At, IReadOnlyDictionary<AgencyCode, Agency> Agencies);
}
