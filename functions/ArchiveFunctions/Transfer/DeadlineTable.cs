using System.Globalization;
using System.Runtime.CompilerServices;
using Archive.Records;
using Archive.Transfer;
using ArchiveFunctions.Records;
using Azure;
using Azure.Data.Tables;

namespace ArchiveFunctions.Transfer;

/// <summary>A page of an agency's schedule.</summary>
/// <param name="Deadlines">By due day.</param>
/// <param name="Continuation">Where the next page starts, or null.</param>
public sealed record DeadlinePage(IReadOnlyList<Deadline> Deadlines, string? Continuation);

/// <summary>
/// Every due day, one partition per month it falls in, and within it by agency and day: a month, an agency's month, or a day is one range, however
/// much is held. The clock in the record is the truth; a row here follows it.
/// </summary>
public sealed class DeadlineTable(TableServiceClient tables)
{
    /// <summary>The partition of records whose due day nobody can say yet.</summary>
    private const string NoMonth = "undetermined";

    private readonly TableClient table = tables.GetTableClient(StorageNames.Deadlines);

    /// <summary>Writes the row of a record's clock: one operation; one more for a record with a longer term, which stands as exempt where it was due before.</summary>
    public Task Put(RecordId id, AgencyCode agency, TransferClock clock, CancellationToken stop) =>
        Task.WhenAll(Rows(id, agency, clock).Select(row => table.UpsertEntityAsync(row, TableUpdateMode.Replace, stop)));

    /// <summary>Removes the rows of a clock that stand where the one after it has none.</summary>
    public Task Clear(RecordId id, AgencyCode agency, ClockPlace? before, ClockPlace? now, CancellationToken stop) =>
        Task.WhenAll((before?.Rows ?? []).Except(now?.Rows ?? []).Select(due => Remove(id, agency, due, stop)));

    /// <summary>Writes the rows of records whose due day nobody can say, a hundred to an operation: they are the many of which little was said.</summary>
    public async Task WriteUndetermined(IEnumerable<ArchiveRecord> records, CancellationToken stop)
    {
        var rows = records.Where(record => record.Transfer is { State: ClockState.Undetermined }).SelectMany(record => Rows(record.Id, record.Agency, record.Transfer!));
        foreach (var part in rows.Chunk(100))
            await table.SubmitTransactionAsync(part.Select(row => new TableTransactionAction(TableTransactionActionType.UpsertReplace, row)), stop);
    }

    /// <summary>Takes a record's row out of a month, or from among the undetermined; not being there is as good.</summary>
    public Task Remove(RecordId id, AgencyCode agency, DateOnly? due, CancellationToken stop) => table.DeleteEntityAsync(Month(due), Key(agency, due, id), ETag.All, stop);

    /// <summary>An agency's deadlines of one month, or its undetermined ones (null), by day.</summary>
    public async Task<DeadlinePage> Of(AgencyCode agency, DateOnly? month, string? after, int size, CancellationToken stop)
    {
        var (partition, from, until) = (Month(month), after ?? $"{agency}|", $"{agency}|~");
        var rows = table.QueryAsync<TableEntity>(row => row.PartitionKey == partition && row.RowKey.CompareTo(from) > 0 && row.RowKey.CompareTo(until) < 0, size + 1, cancellationToken: stop);
        var page = new List<TableEntity>();
        await foreach (var row in rows)
        {
            page.Add(row);
            if (page.Count > size)
                break;
        }

        return new DeadlinePage([.. page.Take(size).Select(Read)], page.Count > size ? page[size - 1].RowKey : null);
    }

    /// <summary>Whether a text is a place in this agency's schedule: a place in another's would show rows between the two.</summary>
    public static bool IsContinuation(AgencyCode agency, string text) =>
        text.Split('|') is [var code, { Length: 2 } day, var id] && code == agency.Value && day.All(char.IsAsciiDigit) && RecordId.TryParse(id, out _);

    /// <summary>The months in which something falls due, from one to another, each by its first day. One small request for each that exists, whatever they hold.</summary>
    public async IAsyncEnumerable<DateOnly> Months(DateOnly from, DateOnly until, [EnumeratorCancellation] CancellationToken stop)
    {
        var (last, end) = (Month(from), Month(until) + "~");
        for (var beyond = false; ; beyond = true)
        {
            var rows = beyond
                ? table.QueryAsync<TableEntity>(row => row.PartitionKey.CompareTo(last) > 0 && row.PartitionKey.CompareTo(end) < 0, 1, ["PartitionKey"], stop)
                : table.QueryAsync<TableEntity>(row => row.PartitionKey.CompareTo(last) >= 0 && row.PartitionKey.CompareTo(end) < 0, 1, ["PartitionKey"], stop);
            if (await rows.FirstOrDefaultAsync(stop) is not { } row)
                yield break;
            last = row.PartitionKey;
            yield return DateOnly.ParseExact(last + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture);
        }
    }

    /// <summary>An agency's deadlines of one month that are open, or were transferred on or after a day.</summary>
    public async IAsyncEnumerable<Deadline> Unfinished(DateOnly month, AgencyCode agency, DateOnly since, [EnumeratorCancellation] CancellationToken stop)
    {
        var (partition, from, until, day) = (Month(month), $"{agency}|", $"{agency}|~", Iso(since)!);
        var (transferred, exempt) = (nameof(ClockState.Transferred), nameof(ClockState.Exempt));
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {from} and RowKey lt {until} and ((State ne {transferred} and State ne {exempt}) or TransferredOn ge {day})");
        await foreach (var row in table.QueryAsync<TableEntity>(filter, cancellationToken: stop))
            yield return Read(row);
    }

    /// <summary>Each record of a month that is overdue, with its agency.</summary>
    public IAsyncEnumerable<(AgencyCode Agency, RecordId Record)> Overdue(DateOnly month, CancellationToken stop)
    {
        var (partition, state) = (Month(month), nameof(ClockState.Overdue));
        return table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {partition} and State eq {state}"), select: ["RowKey"], cancellationToken: stop)
            .Select(row => (AgencyCode.Parse(row.RowKey.Split('|')[0]), RecordId.Parse(row.RowKey.Split('|')[2])));
    }

    /// <summary>An agency's overdue records of one month, by day.</summary>
    public async Task<DeadlinePage> Overdue(DateOnly month, AgencyCode agency, string? after, int size, CancellationToken stop)
    {
        var (partition, from, until, state) = (Month(month), after ?? $"{agency}|", $"{agency}|~", nameof(ClockState.Overdue));
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey gt {from} and RowKey lt {until} and State eq {state}");
        var page = await table.QueryAsync<TableEntity>(filter, size + 1, cancellationToken: stop).Take(size + 1).ToListAsync(stop);
        return new DeadlinePage([.. page.Take(size).Select(Read)], page.Count > size ? page[size - 1].RowKey : null);
    }

    /// <summary>Every deadline that falls within a month, of one agency or of all.</summary>
    public async IAsyncEnumerable<Deadline> In(DateOnly? month, AgencyCode? agency, [EnumeratorCancellation] CancellationToken stop)
    {
        var (partition, from, until) = (Month(month), agency is { } one ? $"{one}|" : "", agency is { } same ? $"{same}|~" : "~");
        await foreach (var row in table.QueryAsync<TableEntity>(row => row.PartitionKey == partition && row.RowKey.CompareTo(from) >= 0 && row.RowKey.CompareTo(until) < 0, cancellationToken: stop))
            yield return Read(row);
    }

    private static string Month(DateOnly? due) => due is { } day ? day.ToString("yyyy-MM", CultureInfo.InvariantCulture) : NoMonth;

    private static string Key(AgencyCode agency, DateOnly? due, RecordId id) => string.Create(CultureInfo.InvariantCulture, $"{agency}|{due?.Day ?? 0:D2}|{id}");

    /// <summary>An excuse counts where the record would be due without it; where its longer term ends it is due like any other.</summary>
    private static IEnumerable<TableEntity> Rows(RecordId id, AgencyCode agency, TransferClock clock)
    {
        var exempt = clock.State == ClockState.Exempt;
        IEnumerable<Excuse> past = clock.Deferred is null ? clock.Excuses.Where(excuse => exempt || excuse.Revoked is not null) : [];
        yield return Row(id, agency, clock, past);
        if (clock.Deferred is { } deferred)
            yield return Row(id, agency, new TransferClock { State = ClockState.Exempt, Policy = clock.Policy, Due = deferred }, clock.Excuses);
    }

    private static TableEntity Row(RecordId id, AgencyCode agency, TransferClock clock, IEnumerable<Excuse> excuses)
    {
        var row = new TableEntity(Month(clock.Due), Key(agency, clock.Due, id))
        {
            ["State"] = clock.State.ToString(),
            ["Due"] = Iso(clock.Due),
            ["Policy"] = clock.Policy,
            ["TransferredOn"] = clock.TransferredAt is { } at ? Iso(Today.Of(at)) : null,
            ["Excuses"] = string.Join(';', excuses.Select(excuse => $"{excuse.Code}|{Iso(excuse.From)}|{Iso(excuse.Revoked)}")) is { Length: > 0 } said ? said : null,
        };
        RowText.Write(row, clock.Reasons);
        return row;
    }

    private static Deadline Read(TableEntity row)
    {
        var key = row.RowKey.Split('|');
        return new Deadline(
            key[2],
            AgencyCode.Parse(key[0]),
            Enum.Parse<ClockState>(row.GetString("State")),
            Day(row.GetString("Due")),
            row.GetString("Policy"),
            RowText.Read<IReadOnlyList<Finding>>(row),
            Day(row.GetString("TransferredOn")),
            [.. (row.GetString("Excuses") ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries).Select(said => said.Split('|')).Select(said => new Excuse(said[0], Day(said[1])!.Value, Day(said[2])))]);
    }

    private static string? Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateOnly? Day(string? iso) => string.IsNullOrEmpty(iso) ? null : DateOnly.ParseExact(iso, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
