using System.Globalization;
using System.Runtime.CompilerServices;
using Archive.Records;
using Archive.Transfer;
using ArchiveFunctions.Records;
using Azure.Data.Tables;

namespace ArchiveFunctions.Transfer;

/// <summary>A page of notices, newest first.</summary>
/// <param name="Notices">The notices.</param>
/// <param name="Continuation">Where the next page starts, or null.</param>
public sealed record NoticePage(IReadOnlyList<Notice> Notices, string? Continuation);

/// <summary>What agencies were told, one partition per agency, newest day first. Named by what they say, so that none stands there twice.</summary>
public sealed class NoticeTable(TableServiceClient tables)
{
    /// <summary>The partition of the last day summed up; no agency is called so.</summary>
    private const string Mark = "summed-up";

    private readonly TableClient table = tables.GetTableClient(StorageNames.Notices);

    /// <summary>Writes a notice.</summary>
    public Task Write(Notice notice, CancellationToken stop)
    {
        var row = new TableEntity(notice.Agency.Value, $"{Newest(notice.Day)}|{notice.Kind}|{notice.RecordId}");
        RowText.Write(row, new Body(notice.Due, notice.Reasons));
        return table.UpsertEntityAsync(row, TableUpdateMode.Replace, stop);
    }

    /// <summary>An agency's notices from a continuation on.</summary>
    public async Task<NoticePage> Of(AgencyCode agency, string? after, int size, CancellationToken stop)
    {
        var from = after ?? "";
        var page = new List<TableEntity>();
        await foreach (var row in table.QueryAsync<TableEntity>(row => row.PartitionKey == agency.Value && row.RowKey.CompareTo(from) > 0, size + 1, cancellationToken: stop))
        {
            page.Add(row);
            if (page.Count > size)
                break;
        }

        return new NoticePage([.. page.Take(size).Select(Read)], page.Count > size ? page[size - 1].RowKey : null);
    }

    /// <summary>Whether a text is a place in a list of notices.</summary>
    public static bool IsContinuation(string text) =>
        text.Split('|') is [{ Length: 8 } day, { Length: > 0 }, var id] && day.All(char.IsAsciiDigit) && RecordId.TryParse(id, out _);

    /// <summary>An agency's notices of one day.</summary>
    public async IAsyncEnumerable<Notice> On(DateOnly day, AgencyCode agency, [EnumeratorCancellation] CancellationToken stop)
    {
        var (from, until) = ($"{Newest(day)}|", $"{Newest(day)}|~");
        await foreach (var row in table.QueryAsync<TableEntity>(row => row.PartitionKey == agency.Value && row.RowKey.CompareTo(from) > 0 && row.RowKey.CompareTo(until) < 0, cancellationToken: stop))
            yield return Read(row);
    }

    /// <summary>The last day that has been summed up; null before the first.</summary>
    public async Task<DateOnly?> SummedUp(CancellationToken stop) =>
        (await table.GetEntityIfExistsAsync<TableEntity>(Mark, Mark, cancellationToken: stop)) is { HasValue: true, Value: { } row }
            ? DateOnly.ParseExact(row.GetString("Day"), "yyyy-MM-dd", CultureInfo.InvariantCulture)
            : null;

    /// <summary>Marks a day as summed up. Days may be done out of order; the latest stands.</summary>
    public async Task SumUp(DateOnly day, CancellationToken stop)
    {
        if (await SummedUp(stop) is not { } last || last < day)
            await table.UpsertEntityAsync(new TableEntity(Mark, Mark) { ["Day"] = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) }, TableUpdateMode.Replace, stop);
    }

    /// <summary>Eight digits that grow smaller as days go by.</summary>
    private static string Newest(DateOnly day) => (99_999_999 - int.Parse(day.ToString("yyyyMMdd", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)).ToString("D8", CultureInfo.InvariantCulture);

    private static Notice Read(TableEntity row)
    {
        var key = row.RowKey.Split('|');
        var day = DateOnly.ParseExact((99_999_999 - int.Parse(key[0], CultureInfo.InvariantCulture)).ToString("D8", CultureInfo.InvariantCulture), "yyyyMMdd", CultureInfo.InvariantCulture);
        var body = RowText.Read<Body>(row);
        return new Notice(AgencyCode.Parse(row.PartitionKey), day, key[1], key[2], body.Due, body.Reasons);
    }

    private sealed record Body(DateOnly Due, IReadOnlyList<Finding> Reasons);
}
