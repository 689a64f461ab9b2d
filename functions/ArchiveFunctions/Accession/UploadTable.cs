using System.Globalization;
using Archive.Accession;
using Archive.Records;
using ArchiveFunctions.Records;
using Azure;
using Azure.Data.Tables;

namespace ArchiveFunctions.Accession;

/// <summary>An upload's row and the ETag it was read under; no tag for a row that does not exist yet.</summary>
/// <param name="Upload">The row.</param>
/// <param name="Tag">Its ETag, or null.</param>
public sealed record UploadRow(Upload Upload, ETag? Tag);

/// <summary>Part of an agency's uploads, newest first.</summary>
/// <param name="Uploads">The uploads.</param>
/// <param name="Continuation">Where the next page starts, or null.</param>
public sealed record UploadPage(IReadOnlyList<Upload> Uploads, string? Continuation);

/// <summary>
/// What became of each upload: one partition per agency. Each upload has its row, named by its id, and a twin named by its arrival, newest
/// first, so that a list reads only what it shows; both are written in one transaction.
/// </summary>
public sealed class UploadTable(TableServiceClient tables, TimeProvider clock)
{
    /// <summary>Uploads in folders that are no agency's.</summary>
    public const string Strangers = "unregistered";

    private const string Twin = "at-";

    /// <summary>A document of a package that was refused has a second twin: by its first one it cannot be found by its time.</summary>
    private const string RefusedInPackage = "refused-";

    private readonly TableClient table = tables.GetTableClient(StorageNames.Uploads);

    /// <summary>The id of an upload.</summary>
    public static string IdOf(string folder, string name) =>
        AgencyCode.TryParse(folder, out var agency) ? RecordId.ForUpload(agency, name) : RecordId.ForStranger(folder, name);

    /// <summary>Whether a text can be an upload's id: anything else is not asked of the table.</summary>
    public static bool IsId(string text) => text.Length == 27 && text[0] == 'u' && text.All(char.IsAsciiLetterOrDigit);

    /// <summary>Whether a text can be a continuation of <see cref="List"/>.</summary>
    public static bool IsContinuation(string text) => text.Length == 47 && text[..19].All(char.IsAsciiDigit) && text[19] == '-' && IsId(text[20..]);

    /// <summary>The row of a blob, or a new one for a blob nobody announced. One point read.</summary>
    public async Task<UploadRow> Find(string folder, string name, CancellationToken stop)
    {
        var id = IdOf(folder, name);
        return await Read(folder, id, stop) ?? new UploadRow(Upload.Seen(id, folder, name, clock.GetUtcNow()), null);
    }

    /// <summary>The row of an upload by its id, or null.</summary>
    public async Task<UploadRow?> FindById(AgencyCode agency, string id, CancellationToken stop) => await Read(agency.Value, id, stop);

    /// <summary>Writes a row against the state it was read in; one transaction.</summary>
    /// <exception cref="RequestFailedException">409 or 412: another run has written it; read again and decide anew.</exception>
    public Task Write(UploadRow read, Upload next, CancellationToken stop)
    {
        var row = Row(next, next.Id);
        var write = read.Tag is { } tag
            ? new TableTransactionAction(TableTransactionActionType.UpdateReplace, row, tag)
            : new TableTransactionAction(TableTransactionActionType.Add, row);
        List<TableTransactionAction> writes = [write, new(TableTransactionActionType.UpsertReplace, Row(next, TwinOf(next)))];
        if (next is { Within: not null, Status: UploadStatus.Refused })
            writes.Add(new(TableTransactionActionType.UpsertReplace, Row(next, $"{Newest(next.FirstSeenAt, RefusedInPackage)}-{next.Id}")));
        return table.SubmitTransactionAsync(writes, stop);
    }

    /// <summary>An agency's uploads, newest first, of one status or of all.</summary>
    public async Task<UploadPage> List(AgencyCode agency, UploadStatus? status, string? continuation, int size, CancellationToken stop)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {agency.Value} and RowKey gt {Twin + continuation} and RowKey lt {"at."}");
        if (status is { } wanted)
            filter += TableClient.CreateQueryFilter($" and Status eq {wanted.ToString()}");

        var page = new List<TableEntity>();
        await foreach (var row in table.QueryAsync<TableEntity>(filter, size + 1, cancellationToken: stop))
        {
            page.Add(row);
            if (page.Count > size)
                break;
        }

        return new UploadPage([.. page.Take(size).Select(RowText.Read<Upload>)], page.Count > size ? page[size - 1].RowKey[Twin.Length..] : null);
    }

    /// <summary>Part of a package's documents, in its order; <paramref name="after"/> is the ordinal of the last one seen.</summary>
    public async Task<IReadOnlyList<Upload>> Documents(AgencyCode agency, string package, int after, int size, CancellationToken stop)
    {
        var (from, until) = (string.Create(CultureInfo.InvariantCulture, $"{InPackage(package)}{after:D7}"), InPackage(package) + "~");
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {agency.Value} and RowKey gt {from} and RowKey lt {until}");
        return await table.QueryAsync<TableEntity>(filter, size, cancellationToken: stop).Take(size).Select(RowText.Read<Upload>).ToListAsync(stop);
    }

    /// <summary>How many of a package's documents stand where. One request for a thousand of them.</summary>
    public async Task<IReadOnlyDictionary<UploadStatus, int>> Progress(AgencyCode agency, string package, CancellationToken stop)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {agency.Value} and RowKey gt {InPackage(package)} and RowKey lt {InPackage(package) + "~"}");
        var counted = new Dictionary<UploadStatus, int>();
        await foreach (var row in table.QueryAsync<TableEntity>(filter, select: ["Status"], cancellationToken: stop))
        {
            var status = Enum.Parse<UploadStatus>(row.GetString("Status"));
            counted[status] = counted.GetValueOrDefault(status) + 1;
        }

        return counted;
    }

    /// <summary>The finding codes of each refused upload that was first seen from one moment to before another, of documents in packages too: two ranges of the folder's.</summary>
    public IAsyncEnumerable<IReadOnlyList<string>> Refused(string folder, DateTimeOffset from, DateTimeOffset until, CancellationToken stop) =>
        Refused(Twin, folder, from, until, stop).Concat(Refused(RefusedInPackage, folder, from, until, stop));

    private IAsyncEnumerable<IReadOnlyList<string>> Refused(string twin, string folder, DateTimeOffset from, DateTimeOffset until, CancellationToken stop)
    {
        var (latest, earliest, refused) = (Newest(until, twin), Newest(from, twin) + "~", nameof(UploadStatus.Refused));
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {Partition(folder)} and RowKey gt {latest} and RowKey lt {earliest} and Status eq {refused}");
        return table.QueryAsync<TableEntity>(filter, cancellationToken: stop).Select(RowText.Read<Upload>)
            .Where(upload => upload.FirstSeenAt >= from && upload.FirstSeenAt < until)
            .Select(IReadOnlyList<string> (upload) => [.. upload.Findings.Where(finding => finding.Severity == Severity.Error).Select(finding => finding.Code).Distinct()]);
    }

    private static string Partition(string folder) => AgencyCode.TryParse(folder, out var agency) ? agency.Value : Strangers;

    /// <summary>Documents of a package are listed below it, in its order, and not among what the agency has sent: ten thousand of them would hide the rest.</summary>
    private static string TwinOf(Upload upload) => upload.Within is { } place
        ? string.Create(CultureInfo.InvariantCulture, $"{InPackage(place.Upload)}{place.Ordinal:D7}")
        : $"{Newest(upload.FirstSeenAt, Twin)}-{upload.Id}";

    private static string InPackage(string package) => $"in-{package}-";

    private static string Newest(DateTimeOffset seen, string twin) => string.Create(CultureInfo.InvariantCulture, $"{twin}{DateTimeOffset.MaxValue.Ticks - seen.UtcTicks:D19}");

    private static TableEntity Row(Upload upload, string key)
    {
        var row = new TableEntity(Partition(upload.Folder), key) { ["Status"] = upload.Status.ToString() };
        RowText.Write(row, upload);
        return row;
    }

    private async Task<UploadRow?> Read(string folder, string id, CancellationToken stop)
    {
        var row = await table.GetEntityIfExistsAsync<TableEntity>(Partition(folder), id, cancellationToken: stop);
        return row.HasValue ? new UploadRow(RowText.Read<Upload>(row.Value!), row.Value!.ETag) : null;
    }
}
