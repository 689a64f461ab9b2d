using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Archive.Records;
using Archive.Transfer;
using ArchiveFunctions.Transfer.Consignments;
using Benchmarks.Archives;
using Benchmarks.Documents;
using Benchmarks.Measuring;
using EmbeddedHost.Triggers;
using Microsoft.Extensions.DependencyInjection;

namespace Benchmarks.Transfers;

/// <summary>
/// Whole dossiers on their way into the historical archive, from the night that finds them due until custody has moved: one of many small
/// documents, one with a large film. The archive runs in this process, so its memory is this process's.
/// </summary>
internal static class TransferBenchmark
{
    private const int Connections = 16;

    public static async Task<string> RunAsync(Extent extent, CancellationToken stop)
    {
        if (!OperatingSystem.IsLinux())
            return "Left out: the memory a process has held is read from /proc, which Linux has.\n";

        var (many, film) = extent == Extent.Full ? (10_000, 5L << 30) : (200, 256L << 20);
        var table = new Table("dossier", "size", "held before", "peak RSS", "transferred in", "of which a MB or a record takes");
        await using var archive = await ArchiveUnderTest.StartAsync(null, stop);
        await MeasureAsync(archive, table, [.. Enumerable.Range(0, many).Select(number => Deposit.Of($"{number}.pdf", SmallPdf.Of(number)))], stop);
        await MeasureAsync(archive, table, [new Deposit("phim.mp4", () => new Film(number: 1, film)), Deposit.Of("a.pdf", SmallPdf.Of(many))], stop);
        return table.ToString();
    }

    private static async Task MeasureAsync(ArchiveUnderTest archive, Table table, IReadOnlyList<Deposit> dossier, CancellationToken stop)
    {
        var agency = await archive.NewAgencyAsync(stop);
        await archive.PutAsync(agency, dossier.Select(deposit => Describe(deposit, agency)), Connections, stop);
        await archive.PutAsync(agency, dossier, Connections, stop);
        await archive.WhenFoundAsync(agency, dossier.Count, stop);
        await archive.WhenIdleAsync(stop);

        ResidentMemory.ForgetPeak();
        var before = ResidentMemory.Megabytes();
        var began = Stopwatch.GetTimestamp();
        await NightAsync(archive, stop);
        var time = Stopwatch.GetElapsedTime(began);
        var peak = ResidentMemory.PeakMegabytes();

        await CheckAsync(archive, agency, dossier.Count, stop);
        var megabytes = dossier.Sum(deposit => Length(deposit)) >> 20;
        var each = dossier.Count > 2 ? $"{Figures.Brief(time.TotalMilliseconds / dossier.Count)} ms a record" : $"{Figures.Brief(time.TotalMilliseconds / megabytes)} ms a MB";
        table.Add(
            $"{dossier.Count.ToString("N0", CultureInfo.InvariantCulture)} documents", $"{megabytes.ToString("N0", CultureInfo.InvariantCulture)} MB",
            $"{before} MB", $"{peak} MB", string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0} s"), each);
    }

    /// <summary>The sweep finds them overdue, what waits is put together, and everything announced is done.</summary>
    private static async Task NightAsync(ArchiveUnderTest archive, CancellationToken stop)
    {
        var runtime = archive.Host.Services.GetRequiredService<FunctionRuntime>();
        foreach (var timer in new[] { "SweepDeadlines", "FormConsignments" })
        {
            await runtime.RunAsync(timer, stop);
            await archive.WhenIdleAsync(stop);
        }
    }

    /// <exception cref="InvalidOperationException">It was not one consignment, or not all of it went.</exception>
    private static async Task CheckAsync(ArchiveUnderTest archive, AgencyCode agency, int records, CancellationToken stop)
    {
        var consignments = archive.Host.Services.GetRequiredService<ConsignmentTable>();
        var all = await consignments.Of(agency, stop).ToListAsync(stop);
        if (all is not [{ State: ConsignmentState.Done } done] || (await consignments.Packed(done.Id, stop)).Count != records)
            throw new InvalidOperationException($"{agency} has the consignments {string.Join(", ", all.Select(one => one.State))}, wanted is one of {records} records, done.");
    }

    private static long Length(Deposit deposit)
    {
        using var content = deposit.Open();
        return content.Length;
    }

    /// <summary>A description that lacks nothing a transfer needs, of a year that makes the record overdue when it arrives.</summary>
    private static Deposit Describe(Deposit deposit, AgencyCode agency) => Deposit.Of($"{deposit.Name}.metadata.json", JsonSerializer.SerializeToUtf8Bytes(new
    {
        maintenance = "01", issuedDate = "15/03/2015", mode = "01", typeName = "03", organName = "Sở Nội vụ", subject = $"Về việc nộp lưu tài liệu {deposit.Name}",
        language = "01", numberOfPage = "3", fileCode = $"{agency}.2015.01",
    }));
}
