using System.Net;
using System.Text.Json;
using Archive;
using Archive.ReadingRoom.Deliveries;
using Archive.ReadingRoom.Requests;
using Archive.Records;
using ArchiveFunctions.ReadingRoom.Deliveries;
using ArchiveFunctions.ReadingRoom.Requests;
using ArchiveFunctions.Records;
using ArchiveFunctions.Tests.Stories;
using EmbeddedHost.Triggers;
using Microsoft.Extensions.DependencyInjection;

namespace ArchiveFunctions.Tests.ReadingRoom.Deliveries;

/// <summary>An archive whose days pass as the story says, with requests that have been approved.</summary>
public class LendingArchive : PunctualArchive
{
    private int requests;

    public DateOnly Today => DateOnly.FromDateTime(Get<TimeProvider>().GetUtcNow().ToOffset(TimeSpan.FromHours(7)).DateTime);

    /// <summary>A reader; the same letter is the same person. (The development issuer tells people apart by what they are and where they work.)</summary>
    public Task<HttpClient> Reader(char letter) => Client($"H26.9{letter - 'a'}", "reader");

    /// <summary>An approved request of a reader, not yet answered.</summary>
    public async Task<CopyRequest> Approved(HttpClient reader, CopyProduct product, params IEnumerable<RecordId> records)
    {
        var (who, now) = (RecordId.ForReader(Subject(reader)), Get<TimeProvider>().GetUtcNow());
        var request = new CopyRequest
        {
            Id = RecordId.ForRequest(who, $"form {Interlocked.Increment(ref requests)}"),
            Reader = who,
            ReaderName = "Nguyễn Văn Đọc",
            PersonalId = "001099012345",
            RecordIds = [.. records.Select(record => record.Value)],
            Product = product,
            Purpose = "01",
            PurposeContent = "Tìm hiểu lịch sử phố phường",
            Copies = 2,
            Status = RequestStatus.Preparing,
            AskedAt = now,
            Decision = new RequestDecision(true, "archivist", now, "Đủ điều kiện", true),
            UseUntil = Today.AddDays(15),
        };
        Assert.Null(await Get<RequestTable>().Create(request, CancellationToken.None));
        return request;
    }

    /// <summary>The message that it was approved comes.</summary>
    public Task Hears(CopyRequest request) =>
        ActivatorUtilities.CreateInstance<PrepareDelivery>(Host.Services).Run(new RequestApproved(request.Id, request.Version), CancellationToken.None);

    /// <summary>A request, approved and answered; what was made for its first record.</summary>
    public async Task<Delivery> Gives(HttpClient reader, CopyProduct product, params RecordId[] records)
    {
        var request = await Approved(reader, product, records);
        await Hears(request);
        return (await Of(request, records[0]))!;
    }

    public async Task<Delivery?> Of(CopyRequest request, RecordId record) =>
        (await Get<DeliveryTable>().Find(RecordId.ForDelivery(request.Id, record), CancellationToken.None))?.Delivery;

    public async Task<RequestStatus> StatusOf(string request) => (await Get<RequestTable>().Find(request, CancellationToken.None))!.Request.Status;

    /// <summary>The bytes that lie in the container for a delivery.</summary>
    public async Task<List<string>> Lying(Delivery delivery) =>
        await Get<Azure.Storage.Blobs.BlobServiceClient>().GetBlobContainerClient(StorageNames.Deliveries).GetBlobsAsync().Select(blob => blob.Name).Where(name => name.StartsWith(delivery.Id, StringComparison.Ordinal)).ToListAsync();

    /// <summary>The night of a day that many days on.</summary>
    public async Task Sleeps(int days)
    {
        await Passes(TimeSpan.FromDays(days));
        await Get<FunctionRuntime>().RunAsync(nameof(ExpireDeliveries));
    }

    public static async Task<HttpStatusCode> Status(HttpClient caller, Delivery delivery, string part = "")
    {
        using var answer = await caller.GetAsync(new Uri($"reading-room/deliveries/{delivery.Id}{part}", UriKind.Relative));
        return answer.StatusCode;
    }

    private static string Subject(HttpClient client)
    {
        var payload = client.DefaultRequestHeaders.Authorization!.Parameter!.Split('.')[1];
        return JsonSerializer.Deserialize<JsonElement>(System.Buffers.Text.Base64Url.DecodeFromChars(payload)).GetProperty("sub").GetString()!;
    }
}
