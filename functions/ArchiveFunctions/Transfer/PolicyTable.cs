using Archive.Transfer;
using ArchiveFunctions.Records;
using Azure.Data.Tables;

namespace ArchiveFunctions.Transfer;

/// <summary>
/// Every transfer policy there ever was: they are added, never changed, so that a date set under an old one stays explainable. Kept for a
/// minute, like the agencies. Before the first is written down, the city's plan holds.
/// </summary>
public sealed class PolicyTable(TableServiceClient tables, TimeProvider clock)
{
    private const string Partition = "transfer";
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(1);
    private readonly TableClient table = tables.GetTableClient(StorageNames.Policies);
    private volatile Reading? latest;

    /// <summary>All policies, the city's plan among them.</summary>
    public async Task<IReadOnlyList<TransferPolicy>> All(CancellationToken stop)
    {
        if (latest is { } read && clock.GetElapsedTime(read.At) < Lifetime)
            return read.Policies;

        var policies = new List<TransferPolicy> { TransferPolicy.Hanoi };
        await foreach (var row in table.QueryAsync<TableEntity>(row => row.PartitionKey == Partition, cancellationToken: stop))
            policies.Add(RowText.Read<TransferPolicy>(row));
        latest = new Reading(clock.GetTimestamp(), policies);
        return policies;
    }

    /// <summary>The policy in force on a day.</summary>
    public async Task<TransferPolicy> InForce(DateOnly day, CancellationToken stop) =>
        TransferPolicy.InForce(await All(stop), day) ?? throw new InvalidDataException($"No transfer policy is in force on {day:yyyy-MM-dd}.");

    /// <summary>The policy a date was set by.</summary>
    public async Task<TransferPolicy> Named(string id, CancellationToken stop) =>
        (await All(stop)).FirstOrDefault(policy => policy.Id == id) ?? throw new InvalidDataException($"No transfer policy is called '{id}'.");

    /// <summary>Adds a policy. False when one of its name is there already.</summary>
    public async Task<bool> Add(TransferPolicy policy, CancellationToken stop)
    {
        if ((await All(stop)).Any(known => known.Id == policy.Id))
            return false;

        var row = new TableEntity(Partition, policy.Id);
        RowText.Write(row, policy);
        try
        {
            await table.AddEntityAsync(row, stop);
        }
        catch (Azure.RequestFailedException taken) when (taken.Status == 409)
        {
            return false;
        }

        latest = null;
        return true;
    }

    private sealed record Reading(long At, IReadOnlyList<TransferPolicy> Policies);
}
