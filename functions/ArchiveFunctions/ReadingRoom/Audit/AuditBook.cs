using Archive.ReadingRoom.Audit;
using ArchiveFunctions.Records;
using Azure;
using Azure.Data.Tables;

namespace ArchiveFunctions.ReadingRoom.Audit;

/// <summary>A page of a day's entries, act by act and each in the order of time.</summary>
/// <param name="Entries">The entries.</param>
/// <param name="Continuation">Where the next page starts, or null.</param>
public sealed record AuditPage(IReadOnlyList<AuditEntry> Entries, string? Continuation);

/// <summary>How often an act was done on a day.</summary>
/// <param name="Act">The act.</param>
/// <param name="Count">How often, counted up to <see cref="AuditBook.MostCounted"/>.</param>
public sealed record AuditCount(AuditAct Act, int Count);

/// <summary>Reads the audit: a day is one range of the table, an act of a day one partition.</summary>
public sealed class AuditBook(TableServiceClient tables)
{
    /// <summary>No more are counted of one act and day; there may be more.</summary>
    public const int MostCounted = 10_000;

    private readonly TableClient table = tables.GetTableClient(StorageNames.Audit);

    /// <summary>A day's entries, of one act or of all, from a continuation on.</summary>
    public async Task<AuditPage> Page(DateOnly day, AuditAct? act, string? after, int size, CancellationToken stop)
    {
        var page = await Rows(day, act, after, size + 1, stop).Take(size + 1).ToListAsync(stop);
        return new AuditPage([.. page.Take(size).Select(AuditRow.Read)], page.Count > size ? Place(page[size - 1]) : null);
    }

    /// <summary>All of a day's entries, of one act or of all.</summary>
    public IAsyncEnumerable<AuditEntry> All(DateOnly day, AuditAct? act, CancellationToken stop) => Rows(day, act, null, null, stop).Select(AuditRow.Read);

    /// <summary>The acts of a day, those that were not done left out.</summary>
    public async Task<IReadOnlyList<AuditCount>> Counts(DateOnly day, CancellationToken stop)
    {
        var counts = await Task.WhenAll(AuditActs.All.Select(async act => new AuditCount(act, await Count(AuditKey.PartitionOf(day, act), stop))));
        return [.. counts.Where(count => count.Count > 0)];
    }

    /// <summary>The first day of the audit; null before anything was noted.</summary>
    public async Task<DateOnly?> First(CancellationToken stop) =>
        await table.QueryAsync<TableEntity>(maxPerPage: 1, select: [nameof(TableEntity.PartitionKey)], cancellationToken: stop).FirstOrDefaultAsync(stop) is { } row ? AuditKey.DayOf(row.PartitionKey) : null;

    /// <summary>Whether a text is a place in a list of entries.</summary>
    public static bool IsContinuation(string text) => text.Split('|') is [var act, { Length: > 13 and < 60 } row] && AuditActs.Find(act) is not null && row.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-');

    /// <summary>The rows of a day in the order of their keys.</summary>
    internal IAsyncEnumerable<TableEntity> Rows(DateOnly day, AuditAct? act, string? after, int? perPage, CancellationToken stop)
    {
        var (from, until) = act is { } one ? (AuditKey.PartitionOf(day, one), AuditKey.PartitionOf(day, one) + "~") : (AuditKey.From(day), AuditKey.Until(day));
        if (after is null)
            return Query($"PartitionKey ge '{from}' and PartitionKey lt '{until}'", perPage, stop);

        // One query of both would be an "or", for which the service reads the whole table.
        var (partition, row) = (AuditKey.From(day) + after.Split('|')[0], after.Split('|')[1]);
        return Query($"PartitionKey eq '{partition}' and RowKey gt '{row}'", perPage, stop).Concat(Query($"PartitionKey gt '{partition}' and PartitionKey lt '{until}'", perPage, stop));
    }

    private AsyncPageable<TableEntity> Query(string filter, int? perPage, CancellationToken stop) => table.QueryAsync<TableEntity>(filter, perPage, cancellationToken: stop);

    private ValueTask<int> Count(string partition, CancellationToken stop) =>
        table.QueryAsync<TableEntity>($"PartitionKey eq '{partition}'", select: [nameof(TableEntity.RowKey)], cancellationToken: stop).Take(MostCounted).CountAsync(stop);

    private static string Place(TableEntity row) => $"{row.PartitionKey.Split('|')[1]}|{row.RowKey}";
}
