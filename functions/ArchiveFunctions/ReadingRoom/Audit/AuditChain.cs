using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Archive.ReadingRoom.Audit;
using ArchiveFunctions.Records;
using Azure;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace ArchiveFunctions.ReadingRoom.Audit;

/// <summary>A day and whether it is as it was closed.</summary>
/// <param name="Day">The day.</param>
/// <param name="Verdict">What the comparison came to.</param>
/// <param name="Entries">How many entries it holds now.</param>
public sealed record SealCheck(DateOnly Day, SealVerdict Verdict, int Entries);

/// <summary>
/// The seals of the audit's days, each a blob of the historical account, which is write-once and under another administration than the table: who can
/// change the table's rows cannot change what was sealed over them.
/// </summary>
public sealed class AuditChain(HistoricalStorage historical, AuditBook book)
{
    private readonly BlobContainerClient seals = historical.Blobs.GetBlobContainerClient(StorageNames.Seals);

    /// <summary>The last day sealed, or null; one listing for thirteen years of them.</summary>
    public async Task<DateOnly?> Last(CancellationToken stop) =>
        await seals.GetBlobsAsync(cancellationToken: stop).LastOrDefaultAsync(stop) is { } last ? DateOnly.ParseExact(last.Name[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture) : null;

    /// <summary>Closes a day. One that is closed stays as it was.</summary>
    public async Task Close(DateOnly day, CancellationToken stop)
    {
        var seal = await Compute(day, (await Find(day.AddDays(-1), stop))?.Sha256 ?? "", stop);
        try
        {
            await seals.GetBlobClient(Name(day)).UploadAsync(
                BinaryData.FromObjectAsJson(seal, JsonSerializerOptions.Web),
                new BlobUploadOptions { Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All }, HttpHeaders = new BlobHttpHeaders { ContentType = "application/json" } },
                stop);
        }
        catch (RequestFailedException closed) when (WriteOnce.IsTaken(closed))
        {
            // By an earlier run, or a write of ours whose answer was lost.
        }
    }

    /// <summary>Compares every day of a month, from the first day of the chain to the last, with its seal.</summary>
    public async IAsyncEnumerable<SealCheck> Check(DateOnly month, [EnumeratorCancellation] CancellationToken stop)
    {
        var (first, last) = (await seals.GetBlobsAsync(cancellationToken: stop).FirstOrDefaultAsync(stop), await Last(stop));
        if (first is null || last is null)
            yield break;

        var from = DateOnly.ParseExact(first.Name[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture);
        var before = await Find(month.AddDays(-1), stop);
        for (var day = from > month ? from : month; day <= last && day < month.AddMonths(1); day = day.AddDays(1))
        {
            var held = await Find(day, stop);
            var now = await Compute(day, held?.Previous ?? "", stop);
            yield return new SealCheck(day, AuditSeal.Judge(held, before, now), now.Entries);
            before = held;
        }
    }

    private async Task<AuditSeal?> Find(DateOnly day, CancellationToken stop)
    {
        try
        {
            return (await seals.GetBlobClient(Name(day)).DownloadContentAsync(stop)).Value.Content.ToObjectFromJson<AuditSeal>(JsonSerializerOptions.Web);
        }
        catch (RequestFailedException missing) when (missing.ErrorCode == BlobErrorCode.BlobNotFound)
        {
            return null;
        }
    }

    private async Task<AuditSeal> Compute(DateOnly day, string previous, CancellationToken stop)
    {
        using var maker = new SealMaker(day, previous);
        await foreach (var row in book.Rows(day, null, null, null, stop))
            maker.Add(new AuditKey(row.PartitionKey, row.RowKey), Properties(row));
        return maker.Seal();
    }

    private static IEnumerable<KeyValuePair<string, string>> Properties(TableEntity row) =>
        row.Where(one => one.Key is not ("odata.etag" or "PartitionKey" or "RowKey" or "Timestamp")).Select(one => KeyValuePair.Create(one.Key, FormattableString.Invariant($"{one.Value}")));

    private static string Name(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{day:yyyy-MM-dd}.json");
}
