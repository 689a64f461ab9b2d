using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Archive.Records;
using ArchiveFunctions.Records;
using Azure.Storage.Sas;
using Benchmarks.Archives;
using Benchmarks.Documents;
using Benchmarks.Measuring;
using Microsoft.Extensions.DependencyInjection;

namespace Benchmarks.Readers;

/// <summary>What readers ask for most, over 64 connections, against an empty route of a bare server in the same process, in turns.</summary>
internal static class ReadersBenchmark
{
    private const int Connections = 64;
    private const int Records = 100;

    public static async Task<string> RunAsync(Extent extent, CancellationToken stop)
    {
        var (rounds, time) = extent == Extent.Full ? (9, TimeSpan.FromSeconds(4)) : (5, TimeSpan.FromSeconds(1));
        await using var archive = await ArchiveUnderTest.StartAsync(null, stop);
        await using var empty = await EmptyRoute.StartAsync(stop);
        using var load = new LoadLoop(Connections);

        var table = new Table(["asked for", "against", "req/s", "its req/s", .. SideBySide.Columns, "p50 ms", "p99 ms", "its p50", "its p99"]);
        foreach (var (name, target, against, yardstick) in await PairsAsync(archive, new Target([empty.Address]), stop))
        {
            var (ours, theirs) = (new List<Load>(), new List<Load>());
            async Task<double> Run(Target asked, List<Load> loads)
            {
                loads.Add(await load.RunAsync(asked, time, stop));
                return loads[^1].Rate;
            }

            var measured = await SideBySide.InTurnsAsync(rounds, () => Run(target, ours), () => Run(yardstick, theirs));
            table.Add([name, against, Figures.Brief(measured.Ours.Median()), Figures.Brief(measured.Yardstick.Median()), .. measured.Cells, .. Latencies(ours), .. Latencies(theirs)]);
        }

        return table.ToString();
    }

    /// <summary>Of all runs but the first, which warmed up.</summary>
    private static string[] Latencies(List<Load> loads)
    {
        List<double> counted = [.. loads.Skip(1).SelectMany(load => load.Latencies)];
        return [Figures.Brief(counted.Percentile(0.5)), Figures.Brief(counted.Percentile(0.99))];
    }

    /// <summary>What is asked of the archive, and what of something simpler.</summary>
    private static async Task<(string Name, Target Target, string Against, Target Yardstick)[]> PairsAsync(ArchiveUnderTest archive, Target empty, CancellationToken stop)
    {
        var agency = await FillAsync(archive, stop);
        using var client = new HttpClient { BaseAddress = archive.Host.Address };
        Uri At(string path) => new(archive.Host.Address, path);
        var ids = await IdsAsync(client, agency, stop);
        var records = new Target([.. ids.Select(id => At($"api/records/{id}"))]);
        var words = new[] { "q=luu%20tru", "q=ke%20hoach", "q=thanh%20pho" };
        var contents = new Target([.. ids.Select(id => At($"api/records/{id}/content"))]);
        return
        [
            ("a record", records, "empty route", empty),
            ("a record, with a token", records with { Authorization = await TokenAsync(client, agency, stop) }, "empty route", empty),
            ("a record's page", new([.. ids.Select(id => At($"reading-room/records/{id}"))]), "empty route", empty),
            ("a search (two words)", new([.. words.Select(asked => At($"api/records?{asked}"))]), "empty route", empty),
            ("the search page (two words)", new([.. words.Select(asked => At($"reading-room?{asked}"))]), "empty route", empty),
            ("the search page, browsing", new([At("reading-room")]), "empty route", empty),
            ("content of 10 KB", contents, "empty route", empty),
            ("content of 10 KB", contents, "its blob at the storage service", new(await BlobsAsync(archive, ids, stop))),
        ];
    }

    /// <summary>Fills the archive with public records.</summary>
    private static async Task<AgencyCode> FillAsync(ArchiveUnderTest archive, CancellationToken stop)
    {
        var agency = await archive.NewAgencyAsync(stop);
        var documents = Enumerable.Range(0, Records).Select(number => Deposit.Of($"{number}.pdf", SmallPdf.Of(number))).ToList();
        await archive.PutAsync(agency, documents.Select(document => document.Sidecar()), Connections, stop);
        await archive.WhenIdleAsync(stop);
        await archive.PutAsync(agency, documents, Connections, stop);
        await archive.WhenFoundAsync(agency, Records, stop);
        await archive.WhenIdleAsync(stop);
        return agency;
    }

    /// <summary>Addresses under which the storage service itself gives the same bytes for the next hour.</summary>
    private static async Task<Uri[]> BlobsAsync(ArchiveUnderTest archive, List<string> ids, CancellationToken stop)
    {
        var (vault, records) = (archive.Host.Services.GetRequiredService<Vault>(), archive.Host.Services.GetRequiredService<RecordTable>());
        var addresses = new List<Uri>();
        foreach (var id in ids)
        {
            var held = await records.Find(RecordId.Parse(id), stop) ?? throw new InvalidDataException($"Record {id} was found and is not held.");
            addresses.Add(vault.Content(held.Record).GenerateSasUri(BlobSasPermissions.Read, TimeProvider.System.GetUtcNow().AddHours(1)));
        }

        return [.. addresses];
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
