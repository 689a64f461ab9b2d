using System.Globalization;
using Archive.ReadingRoom;
using Archive.Records;
using ArchiveFunctions.Records;
using Azure;
using Azure.Data.Tables;

namespace ArchiveFunctions.ReadingRoom.Disclosing;

/// <summary>
/// Every decision on what agencies disclose: added, never changed. What is in force is kept for ten seconds; whoever reads a record asks for it
/// before looking for the record, so that neither the time nor the requests it takes tell whether there is one.
/// </summary>
public sealed class DisclosureTable(TableServiceClient tables, TimeProvider clock)
{
    /// <summary>How late a decision of another instance may be seen.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(10);

    private const string Partition = "disclosure";
    private readonly TableClient table = tables.GetTableClient(StorageNames.Policies);
    private Reading? latest;

    /// <summary>What is disclosed today. Callers who ask at the same time wait for one read.</summary>
    public async ValueTask<Disclosures> Today(CancellationToken stop)
    {
        var (day, reading) = (Transfer.Today.Of(clock.GetUtcNow()), Volatile.Read(ref latest));
        if (reading is null || reading.Day != day || clock.GetElapsedTime(reading.Began) >= Lifetime)
        {
            var renewed = new Reading(day, clock.GetTimestamp(), new Lazy<Task<Disclosures>>(() => Load(day)));
            reading = Interlocked.CompareExchange(ref latest, renewed, reading) is { } other && !ReferenceEquals(other, reading) ? other : renewed;
        }

        try
        {
            return await reading.InForce.Value.WaitAsync(stop);
        }
        catch (Exception) when (reading.InForce.Value.IsFaulted || reading.InForce.Value.IsCanceled)
        {
            Interlocked.CompareExchange(ref latest, null, reading);
            throw;
        }
    }

    /// <summary>An agency's decisions, the first to come into force first.</summary>
    public async Task<IReadOnlyList<DisclosurePolicy>> Of(AgencyCode agency, CancellationToken stop) =>
        [.. (await All($"{agency}|", $"{agency}}}", stop)).OrderBy(policy => (policy.InForceFrom, policy.Number))];

    /// <summary>Adds a decision as the last said for its day. Said twice in a row, it is there once, and false is answered.</summary>
    public async Task<(DisclosurePolicy Policy, bool IsNew)> Add(DisclosurePolicy said, CancellationToken stop)
    {
        while (true)
        {
            var last = (await Of(said.Agency, stop)).LastOrDefault(policy => policy.InForceFrom == said.InForceFrom);
            if (last is not null && (last.Shows, last.LegalBasis) == (said.Shows, said.LegalBasis))
                return (last, false);

            var policy = said with { Number = (last?.Number ?? 0) + 1 };
            var row = new TableEntity(Partition, string.Create(CultureInfo.InvariantCulture, $"{policy.Agency}|{policy.InForceFrom:yyyy-MM-dd}|{policy.Number:D4}"));
            RowText.Write(row, policy);
            try
            {
                await table.AddEntityAsync(row, stop);
                Volatile.Write(ref latest, null);
                return (policy, true);
            }
            catch (RequestFailedException taken) when (taken.Status == 409)
            {
                // Another decision for this day was said meanwhile: this one comes after it.
            }
        }
    }

    /// <summary>Not cancelled with the caller who happened to come first; it has a limit of its own.</summary>
    private async Task<Disclosures> Load(DateOnly day) =>
        Disclosures.On(await Limit.Within(stop => All("", "~", stop), clock, CancellationToken.None), day);

    private async Task<IReadOnlyList<DisclosurePolicy>> All(string from, string before, CancellationToken stop) =>
        await table.QueryAsync<TableEntity>(row => row.PartitionKey == Partition && row.RowKey.CompareTo(from) >= 0 && row.RowKey.CompareTo(before) < 0, cancellationToken: stop)
            .Select(RowText.Read<DisclosurePolicy>).ToListAsync(stop);

    private sealed record Reading(DateOnly Day, long Began, Lazy<Task<Disclosures>> InForce);
}
