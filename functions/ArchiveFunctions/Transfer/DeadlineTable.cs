using System.Globalization;
using Archive.Records;
using Archive.Transfer;
using ArchiveFunctions.Records;
using Azure;
using Azure.Data.Tables;

namespace ArchiveFunctions.Transfer;

/// <summary>A record's due day as the schedule shows it.</summary>
/// <param name="RecordId">The record.</param>
/// <param name="Agency">Its agency.</param>
/// <param name="State">Where its clock stands.</param>
/// <param name="Due">The last day in time; null while nobody can say.</param>
/// <param name="Policy">The policy it was set by.</param>
/// <param name="Reasons">The codes of what keeps it.</param>
/// <param name="TransferredOn">The day custody moved, Asia/Ho_Chi_Minh.</param>
public sealed record Deadline(string RecordId, AgencyCode Agency, ClockState State, DateOnly? Due, string Policy, IReadOnlyList<string> Reasons, DateOnly? TransferredOn);

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

    /// <summary>Brings the row of a record into line with its clock. One operation; one more where the due day moved.</summary>
    public async Task Follow(RecordId id, AgencyCode agency, TransferClock? before, TransferClock? now, CancellationToken stop)
    {
        if (now is not null)
            await table.UpsertEntityAsync(Row(id, agency, now), TableUpdateMode.Replace, stop);
        if (before is not null && (now is null || now.Due != before.Due))
            await table.DeleteEntityAsync(Month(before.Due), Key(agency, before.Due, id), ETag.All, stop);
    }

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

    /// <summary>Every deadline that falls within a month, of one agency or of all.</summary>
    public async IAsyncEnumerable<Deadline> In(DateOnly? month, AgencyCode? agency, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken stop)
    {
        var (partition, from, until) = (Month(month), agency is { } one ? $"{one}|" : "", agency is { } same ? $"{same}|~" : "~");
        await foreach (var row in table.QueryAsync<TableEntity>(row => row.PartitionKey == partition && row.RowKey.CompareTo(from) >= 0 && row.RowKey.CompareTo(until) < 0, cancellationToken: stop))
            yield return Read(row);
    }

    private static string Month(DateOnly? due) => due is { } day ? day.ToString("yyyy-MM", CultureInfo.InvariantCulture) : NoMonth;

    private static string Key(AgencyCode agency, DateOnly? due, RecordId id) => string.Create(CultureInfo.InvariantCulture, $"{agency}|{due?.Day ?? 0:D2}|{id}");

    private static TableEntity Row(RecordId id, AgencyCode agency, TransferClock clock) => new(Month(clock.Due), Key(agency, clock.Due, id))
    {
        ["State"] = clock.State.ToString(),
        ["Due"] = Iso(clock.Due),
        ["Policy"] = clock.Policy,
        ["Reasons"] = string.Join(',', clock.Reasons.Select(reason => reason.Code).Distinct()),
        ["TransferredOn"] = clock.TransferredAt is { } at ? Iso(Today.Of(at)) : null,
    };

    private static Deadline Read(TableEntity row)
    {
        var key = row.RowKey.Split('|');
        return new Deadline(
            key[2],
            AgencyCode.Parse(key[0]),
            Enum.Parse<ClockState>(row.GetString("State")),
            Day(row.GetString("Due")),
            row.GetString("Policy"),
            row.GetString("Reasons").Split(',', StringSplitOptions.RemoveEmptyEntries),
            Day(row.GetString("TransferredOn")));
    }

    private static string? Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateOnly? Day(string? iso) => iso is null ? null : DateOnly.ParseExact(iso, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
