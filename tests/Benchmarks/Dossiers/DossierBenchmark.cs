using System.Diagnostics;
using System.Globalization;
using ArchiveFunctions.Records;
using Azure.Storage.Blobs;
using Benchmarks.Archives;
using Benchmarks.Documents;
using Benchmarks.Measuring;

namespace Benchmarks.Dossiers;

/// <summary>
/// One package of many documents through the whole intake, from its first byte until every document is found, beside the same documents sent one by one with
/// a description each; and what the process that does it holds.
/// </summary>
internal static class DossierBenchmark
{
    private const string Packaged = "H26.02";
    private const string Loose = "H26.02.03";
    private const int Connections = 32;
    private const int WarmUp = 50;

    public static async Task<string> RunAsync(Extent extent, CancellationToken stop)
    {
        if (!OperatingSystem.IsLinux())
            return "Left out: the memory a process has held is read from /proc, which Linux has.\n";

        var table = new Table("documents", "package", "in one package", "one by one", "ratio", "held before", "peak RSS");
        foreach (var count in extent == Extent.Full ? new[] { 1_000, 10_000 } : [200])
            table.Add([.. await MeasureAsync(count, stop)]);
        return table.ToString();
    }

    private static async Task<IReadOnlyList<string>> MeasureAsync(int count, CancellationToken stop)
    {
        using var folder = new TemporaryFolder();
        var package = Path.Combine(folder.Path, "ho-so.zip");
        await MadeSubmission.AsZipAsync(package, count, stop);
        await using var host = await HostProcess.StartAsync(Path.Combine(folder.Path, "data"), stop);
        var inbox = new BlobServiceClient(host.Storage).GetBlobContainerClient(StorageNames.Inbox);

        // The first documents of a process cost several times as much as the others.
        await SendAsync(inbox, "H26.05", [.. Enumerable.Range(-WarmUp, WarmUp).Select(number => Deposit.Of($"{-number}.pdf", SmallPdf.Of(number)))], stop);
        await host.WhenFoundAsync("H26.05", WarmUp, stop);
        var held = host.PeakMegabytes();

        var began = Stopwatch.GetTimestamp();
        await inbox.GetBlobClient($"{Packaged}/ho-so.zip").UploadAsync(package, stop);
        await host.WhenFoundAsync(Packaged, count, stop);
        var (together, peak) = (count / Stopwatch.GetElapsedTime(began).TotalSeconds, host.PeakMegabytes());

        began = Stopwatch.GetTimestamp();
        await SendAsync(inbox, Loose, Enumerable.Range(1, count).Select(number => Deposit.Of($"{number}.pdf", SmallPdf.Of(number))).SelectMany(pdf => new[] { pdf.Sidecar(), pdf }), stop);
        await host.WhenFoundAsync(Loose, count, stop);
        var apart = count / Stopwatch.GetElapsedTime(began).TotalSeconds;
        return
        [
            count.ToString("N0", CultureInfo.InvariantCulture), $"{new FileInfo(package).Length >> 20} MB", $"{Figures.Brief(together)} /s", $"{Figures.Brief(apart)} /s", Figures.Brief(together / apart), $"{held} MB", $"{peak} MB",
        ];
    }

    private static Task SendAsync(BlobContainerClient inbox, string agency, IEnumerable<Deposit> deposits, CancellationToken stop) =>
        Parallel.ForEachAsync(deposits, new ParallelOptions { MaxDegreeOfParallelism = Connections, CancellationToken = stop }, async (deposit, sending) =>
        {
            await using var content = deposit.Open();
            await inbox.GetBlobClient($"{agency}/{deposit.Name}").UploadAsync(content, sending);
        });
}
