using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Archive.Records;
using Benchmarks.Archives;
using Benchmarks.Documents;
using Benchmarks.Measuring;

namespace Benchmarks.Readers;

/// <summary>What readers ask for most, over 32 connections, against an empty route of a bare server in the same process, in turns.</summary>
internal static class ReadersBenchmark
{
    private const int Connections = 32;
    private const int Records = 200;

    public static async Task<string> RunAsync(Extent extent, CancellationToken stop)
    {
        var (rounds, time) = extent == Extent.Full ? (9, TimeSpan.FromSeconds(4)) : (5, TimeSpan.FromSeconds(1.5));
        await using var archive = await ArchiveUnderTest.StartAsync(null, stop);
        await using var empty = await EmptyRoute.StartAsync(stop);
        using var load = new LoadLoop(Connections);
        var yardstick = new Target([empty.Address]);

        var table = new Table(["asked for", "req/s", "empty req/s", .. SideBySide.Columns, "p50 ms", "p99 ms", "empty p50", "empty p99"]);
        foreach (var (name, target) in await TargetsAsync(archive, stop))
        {
            var (ours, theirs) = (new List<double>(), new List<double>());
            var measured = await SideBySide.InTurnsAsync(rounds, () => load.RunAsync(target, time, ours, stop), () => load.RunAsync(yardstick, time, theirs, stop));
            table.Add([name, Figures.Brief(measured.Ours.Median()), Figures.Brief(measured.Yardstick.Median()), .. measured.Cells, .. Latencies(ours), .. Latencies(theirs)]);
        }

        return table.ToString();
    }

    private static string[] Latencies(List<double> milliseconds) => [Figures.Brief(milliseconds.Percentile(0.5)), Figures.Brief(milliseconds.Percentile(0.99))];

    /// <summary>Fills the archive with public records, and says what is asked of it.</summary>
    private static async Task<(string Name, Target Target)[]> TargetsAsync(ArchiveUnderTest archive, CancellationToken stop)
    {
        var agency = await archive.NewAgencyAsync(stop);
        var documents = Enumerable.Range(0, Records).Select(number => Deposit.Of($"{number}.pdf", SmallPdf.Of(number))).ToList();
        await archive.PutAsync(agency, documents.Select(document => document.Sidecar()), Connections, stop);
        await archive.WhenIdleAsync(stop);
        await archive.PutAsync(agency, documents, Connections, stop);
        await archive.WhenFoundAsync(agency, Records, stop);
        await archive.WhenIdleAsync(stop);

        using var client = new HttpClient { BaseAddress = archive.Host.Address };
        Uri At(string path) => new(archive.Host.Address, path);
        var ids = await IdsAsync(client, agency, stop);
        var officer = await TokenAsync(client, agency, stop);
        return
        [
            ("a record", new([.. ids.Select(id => At($"api/records/{id}"))])),
            ("a record, with a token", new([.. ids.Select(id => At($"api/records/{id}"))], officer)),
            ("a search (two words)", new([At("api/records?q=luu%20tru"), At("api/records?q=ke%20hoach"), At("api/records?q=thanh%20pho")])),
            ("content of 10 KB", new([.. ids.Select(id => At($"api/records/{id}/content"))])),
        ];
    }

    private static async Task<List<string>> IdsAsync(HttpClient client, AgencyCode agency, CancellationToken stop)
    {
        var page = await client.GetFromJsonAsync<JsonElement>($"api/records?agency={agency}&size=100", stop);
        return [.. page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetString()!)];
    }

    private static async Task<AuthenticationHeaderValue> TokenAsync(HttpClient client, AgencyCode agency, CancellationToken stop)
    {
        using var answer = await client.PostAsJsonAsync("dev/token", new { roles = new[] { "officer" }, agency = agency.Value, name = "Reader" }, stop);
        return new("Bearer", (await answer.Content.ReadFromJsonAsync<JsonElement>(stop)).GetProperty("access_token").GetString());
    }
}
