using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Azure.Storage.Blobs;
using EmbeddedHost.Hosting;
using EmbeddedHost.Storage;

namespace EmbeddedHost.Tests.Hosting;

/// <summary>A thousand uploads at 32 connections, while the functions process is killed three times; the storage service lives on.</summary>
public sealed class KilledOnTheWayTests : IDisposable
{
    private const int Uploads = 1000;
    private const string Agency = "H26.02";
    private readonly TemporaryFolder data = new();
    private readonly int port = LoopbackPorts.FreeRun(1);
    private readonly int storage = LoopbackPorts.FreeRun(3);

    public KilledOnTheWayTests() => Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no signals to stop a process with.");

    public void Dispose() => data.Dispose();

    [Fact]
    public async Task Every_upload_is_admitted_exactly_once_and_found_though_the_process_is_killed_three_times()
    {
        var host = await Start();
        try
        {
            var uploading = UploadAll();
            for (var kill = 1; kill <= 3; kill++)
            {
                var kept = kill * Uploads / 5;
                await Eventually.HoldsAsync(async () => await Count("vault") >= kept, $"{kept} records kept");
                host.Kill();
                await host.DisposeAsync();
                host = await Start();
            }

            await uploading;
            using var officer = await Officer();
            await AllAreFound(officer);
            await EachIsAdmittedOnce(officer);
            Assert.Equal(0, await Count("inbox"));
            Assert.Equal(Uploads, await Count("vault"));
        }
        finally
        {
            host.Terminate();
            await host.ExitCodeAsync();
            await host.DisposeAsync();
        }
    }

    private async Task<HostProcess> Start()
    {
        var host = HostProcess.Start("--port", $"{port}", "--storage-port", $"{storage}", "--data", data.Path, "--no-samples");
        await host.SaysAsync("Ready: ");
        return host;
    }

    private Task UploadAll() => Parallel.ForEachAsync(
        Enumerable.Range(0, Uploads),
        new ParallelOptions { MaxDegreeOfParallelism = 32 },
        async (number, stop) => await Container("inbox").GetBlobClient($"{Agency}/{Name(number)}").UploadAsync(BinaryData.FromBytes(Pdf(number)), stop));

    private async Task AllAreFound(HttpClient officer)
    {
        // An index lease held by a killed process ends by itself within a minute.
        using var deadline = new CancellationTokenSource(TimeSpan.FromMinutes(5));
        using var ticks = new PeriodicTimer(TimeSpan.FromSeconds(1));
        long found;
        while ((found = await Found(officer)) < Uploads)
        {
            Assert.False(deadline.IsCancellationRequested, $"{found} of {Uploads} found");
            await ticks.WaitForNextTickAsync();
        }

        Assert.Equal(Uploads, found);
    }

    private static async Task EachIsAdmittedOnce(HttpClient officer)
    {
        var (records, continuation) = (new List<string>(), "");
        do
        {
            var page = await officer.GetFromJsonAsync<JsonElement>($"api/agencies/{Agency}/uploads?size=100&continuation={continuation}");
            foreach (var upload in page.GetProperty("items").EnumerateArray())
            {
                Assert.Equal("admitted", upload.GetProperty("status").GetString());
                records.Add(Assert.Single(upload.GetProperty("recordIds").EnumerateArray()).GetString()!);
            }

            continuation = page.TryGetProperty("continuation", out var next) ? next.GetString() : null;
        }
        while (continuation is not null);

        Assert.Equal(Uploads, records.Distinct().Count());
        var history = await officer.GetFromJsonAsync<JsonElement>($"api/records/{records[0]}/history");
        Assert.Single(history.GetProperty("items").EnumerateArray(), line => line.GetProperty("type").GetString() == "ingestion");
    }

    private static async Task<long> Found(HttpClient officer)
    {
        using var answer = await officer.GetAsync($"api/records?agency={Agency}&q=vanban&size=1");
        return answer.IsSuccessStatusCode ? (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("count").GetInt64() : -1;
    }

    private async Task<HttpClient> Officer()
    {
        var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
        using var answer = await client.PostAsJsonAsync("dev/token", new { roles = new[] { "officer" }, agency = Agency, name = "Hoa" });
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("access_token").GetString());
        return client;
    }

    private async Task<int> Count(string container) => await Container(container).GetBlobsAsync().CountAsync();

    private BlobContainerClient Container(string name) => new(StorageAccounts.ConnectionString(new StoragePorts(storage), StorageAccounts.Archive), name);

    private static string Name(int number) => string.Create(CultureInfo.InvariantCulture, $"văn bản {number:D4}.pdf");

    /// <summary>The smallest PDF with a line of text, with its cross-reference table counted out.</summary>
    private static byte[] Pdf(int number)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"BT /F1 12 Tf 60 760 Td (vanban so {number:D4}) Tj ET");
        string[] objects =
        [
            "<</Type/Catalog/Pages 2 0 R>>",
            "<</Type/Pages/Kids[3 0 R]/Count 1>>",
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
            $"<</Length {text.Length}>>\nstream\n{text}\nendstream",
            "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        ];
        var pdf = new StringBuilder("%PDF-1.4\n");
        var table = new StringBuilder($"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n");
        foreach (var (index, body) in objects.Index())
        {
            table.Append(CultureInfo.InvariantCulture, $"{pdf.Length:D10} 00000 n \n");
            pdf.Append(CultureInfo.InvariantCulture, $"{index + 1} 0 obj\n{body}\nendobj\n");
        }

        var start = pdf.Length;
        pdf.Append(table).Append(CultureInfo.InvariantCulture, $"trailer\n<</Size {objects.Length + 1}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF\n");
        return Encoding.ASCII.GetBytes(pdf.ToString());
    }
}
