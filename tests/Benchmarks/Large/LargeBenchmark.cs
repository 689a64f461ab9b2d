using System.Diagnostics;
using System.Globalization;
using ArchiveFunctions.Records;
using Azure.Storage;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Benchmarks.Archives;
using Benchmarks.Documents;
using Benchmarks.Measuring;

namespace Benchmarks.Large;

/// <summary>One upload of 5 GB, put in blocks straight into the inbox of an archive that runs in a process of its own: what that process needs.</summary>
internal static class LargeBenchmark
{
    private const string Agency = "H26.02";
    private const string Name = "phim-tai-lieu.mp4";
    private const long Size = 5L << 30;
    private const int Block = 16 << 20;

    public static async Task<string> RunAsync(Extent extent, CancellationToken stop)
    {
        if (extent != Extent.Full)
            return "Left out: it moves 5 GB. Ask for it with --full.\n";
        if (!OperatingSystem.IsLinux())
            return "Left out: the memory a process has held is read from /proc, which Linux has.\n";

        using var folder = new TemporaryFolder();
        await using var host = await HostProcess.StartAsync(folder.Path, stop);
        var atRest = host.PeakMegabytes();
        var began = Stopwatch.GetTimestamp();
        await PutAsync(host.Storage, stop);
        var put = Stopwatch.GetElapsedTime(began);
        await host.WhenFoundAsync(Agency, 1, stop);
        var found = Stopwatch.GetElapsedTime(began);
        return Show(atRest, host.PeakMegabytes(), put, found);
    }

    private static async Task PutAsync(string connection, CancellationToken stop)
    {
        var storage = new BlobServiceClient(connection, new BlobClientOptions { Retry = { NetworkTimeout = TimeSpan.FromMinutes(10) } });
        await using var film = new Film(number: 1, Size);
        var transfer = new StorageTransferOptions { InitialTransferSize = Block, MaximumTransferSize = Block, MaximumConcurrency = 4 };
        await storage.GetBlobContainerClient(StorageNames.Inbox).GetBlobClient($"{Agency}/{Name}").UploadAsync(film, new BlobUploadOptions { TransferOptions = transfer }, stop);
    }

    private static string Show(long atRest, long peak, TimeSpan put, TimeSpan found)
    {
        var table = new Table("upload", "peak RSS", "peak before it", "put by the depositor", "from then until found", "the two times' ratio");
        var after = found - put;
        table.Add(
            "5 GB film", $"{peak} MB", $"{atRest} MB", string.Create(CultureInfo.InvariantCulture, $"{put.TotalSeconds:0} s"),
            string.Create(CultureInfo.InvariantCulture, $"{after.TotalSeconds:0} s"), Figures.Brief(after / put));
        return table.ToString();
    }
}
