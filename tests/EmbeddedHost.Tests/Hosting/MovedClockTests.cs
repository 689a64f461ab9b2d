using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using EmbeddedHost.Hosting;
using EmbeddedHost.Storage;
using EmbeddedHost.Triggers;
using Microsoft.Extensions.DependencyInjection;

namespace EmbeddedHost.Tests.Hosting;

/// <summary>With <c>--clock</c> the host and its storage service live in another year, and everything works as today.</summary>
public sealed class MovedClockTests : IAsyncLifetime
{
    private const string Agency = "H26.02";
    private readonly TemporaryFolder data = new();
    private EmbeddedArchive archive = null!;
    private HttpClient client = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await Start("2029-11-22");

    public async ValueTask DisposeAsync()
    {
        await End();
        data.Dispose();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("2021-03-04")]
    public async Task A_sidecar_and_its_document_go_through_slots_and_bear_the_moved_time(string? anew)
    {
        if (anew is not null)
        {
            await End();
            await Start(anew);
        }

        var year = int.Parse((anew ?? "2029").AsSpan(0, 4), CultureInfo.InvariantCulture);
        var token = (await (await client.PostAsJsonAsync("dev/token", new { roles = new[] { "officer" }, agency = Agency, name = "Lan" }, Stop)).Content.ReadFromJsonAsync<JsonElement>(Stop)).GetProperty("access_token").GetString();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);

        // The sidecar first: by a clock beside the storage service's it would count as abandoned at once.
        var inbox = new BlobServiceClient(archive.Storage.ConnectionString(StorageAccounts.Archive)).GetBlobContainerClient("inbox");
        await inbox.GetBlobClient($"{Agency}/a.txt.metadata.json").UploadAsync(BinaryData.FromString("{\"subject\":\"Waits for its document\"}"), Stop);
        await archive.SettlesAsync(Stop);
        await inbox.GetBlobClient($"{Agency}/a.txt").UploadAsync(BinaryData.FromString("The document of a sidecar"), Stop);

        var slot = await (await client.PostAsJsonAsync($"api/agencies/{Agency}/uploads", new { fileName = "b.txt" }, Stop)).Content.ReadFromJsonAsync<JsonElement>(Stop);
        Assert.Equal(year, slot.GetProperty("expires").GetDateTimeOffset().Year);
        using var put = new HttpRequestMessage(HttpMethod.Put, slot.GetProperty("url").GetString()) { Content = new StringContent("Put into a slot of another year", Encoding.UTF8) };
        put.Headers.Add("x-ms-blob-type", "BlockBlob");
        using var sender = new HttpClient();
        using var stored = await sender.SendAsync(put, Stop);
        Assert.True(stored.IsSuccessStatusCode, await stored.Content.ReadAsStringAsync(Stop));
        await archive.SettlesAsync(Stop);

        Assert.Equal("admitted", await Status($"uploads/{slot.GetProperty("uploadId").GetString()}"));
        Assert.Equal("admitted", await Status($"uploads?blob={Agency}/a.txt.metadata.json"));
        var rows = await new TableClient(archive.Storage.ConnectionString(StorageAccounts.Archive), "Records").QueryAsync<TableEntity>(row => row.RowKey == "record", cancellationToken: Stop).ToListAsync(Stop);
        Assert.Equal([year, year], rows.Select(row => row.Timestamp!.Value.Year));
        Assert.Equal(year, archive.Services.GetRequiredService<TimeProvider>().GetUtcNow().Year);

        async Task<string?> Status(string route) => (await client.GetFromJsonAsync<JsonElement>($"api/agencies/{Agency}/{route}", Stop)).GetProperty("status").GetString();
    }

    private async Task Start(string day)
    {
        archive = await EmbeddedArchive.StartAsync(ArchiveInProcess.OptionsFor(data.Path) with { Clock = ClockStart.Parse(day) }, null, Stop);
        client = new HttpClient { BaseAddress = archive.Address };
        await archive.WhenReadyAsync(Stop);
    }

    private async Task End()
    {
        client.Dispose();
        await archive.DisposeAsync();
    }
}

internal static class ArchiveWords
{
    /// <summary>Everything uploaded so far has its outcome.</summary>
    public static Task SettlesAsync(this EmbeddedArchive archive, CancellationToken stop) => archive.Services.GetRequiredService<FunctionRuntime>().WhenIdleAsync(stop);
}
