using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Archive.Records;
using Archive.Transfer;
using ArchiveFunctions.Records;
using ArchiveFunctions.Transfer;
using ArchiveFunctions.Transfer.Consignments;
using Benchmarks.Archives;
using Benchmarks.Documents;
using Benchmarks.Measuring;
using EmbeddedHost.Triggers;
using Microsoft.Extensions.DependencyInjection;

namespace Benchmarks.Transfers;

/// <summary>
/// Whole dossiers on their way into the historical archive, from the night that finds them due until custody has moved: one of many small
/// documents, one with a large film. The archive runs in this process, so its memory is this process's. The film and one document come in by the
/// inbox; the other documents are written beside that one as it was written, because taking them in is measured elsewhere.
/// </summary>
internal static class TransferBenchmark
{
    private const int Connections = 16;
    private static readonly string[] Night = ["SweepDeadlines", "FormConsignments"];

    public static async Task<string> RunAsync(Extent extent, CancellationToken stop)
    {
        if (!OperatingSystem.IsLinux())
            return "Left out: the memory a process has held is read from /proc, which Linux has.\n";

        // The night comes when the benchmark says so, and not in the middle of it.
        foreach (var timer in Night)
            Environment.SetEnvironmentVariable($"AzureWebJobs.{timer}.Disabled", "true");
        var (many, film) = extent == Extent.Full ? (10_000, 5L << 30) : (200, 256L << 20);
        var table = new Table("dossier", "size", "held before", "peak RSS", "transferred in", "each");
        await using var archive = await ArchiveUnderTest.StartAsync(null, stop);
        await ManyAsync(archive, table, many, stop);
        await LargeAsync(archive, table, film, stop);
        return table.ToString();
    }

    private static async Task ManyAsync(ArchiveUnderTest archive, Table table, int count, CancellationToken stop)
    {
        var first = SmallPdf.Of(0);
        var agency = await TakeInAsync(archive, [Deposit.Of("0.pdf", first)], stop);
        var bytes = await MultiplyAsync(archive, RecordId.ForContent(agency, DigestOf(first)), count, stop);
        var row = await MeasureAsync(archive, agency, count, stop);
        table.Add([$"{count.ToString("N0", CultureInfo.InvariantCulture)} documents", Megabytes(bytes), .. row.Cells, $"{Figures.Brief(row.Time.TotalMilliseconds / count)} ms a record"]);
    }

    private static async Task LargeAsync(ArchiveUnderTest archive, Table table, long size, CancellationToken stop)
    {
        var agency = await TakeInAsync(archive, [new Deposit("phim.mp4", () => new Film(number: 1, size)), Deposit.Of("a.pdf", SmallPdf.Of(1))], stop);
        var row = await MeasureAsync(archive, agency, 2, stop);
        table.Add(["a film and a document", Megabytes(size), .. row.Cells, $"{Figures.Brief(row.Time.TotalMilliseconds / (size >> 20))} ms a MB"]);
    }

    private static async Task<AgencyCode> TakeInAsync(ArchiveUnderTest archive, IReadOnlyList<Deposit> dossier, CancellationToken stop)
    {
        var agency = await archive.NewAgencyAsync(stop);
        await archive.PutAsync(agency, dossier.Select(deposit => Describe(deposit, agency)), Connections, stop);
        await archive.PutAsync(agency, dossier, Connections, stop);
        await archive.WhenFoundAsync(agency, dossier.Count, stop);
        await archive.WhenIdleAsync(stop);
        return agency;
    }

    /// <summary>More records like one that came in, each with bytes of its own; returns the bytes of all.</summary>
    private static async Task<long> MultiplyAsync(ArchiveUnderTest archive, RecordId like, int count, CancellationToken stop)
    {
        var services = archive.Host.Services;
        var (records, vault, clocks) = (services.GetRequiredService<RecordTable>(), services.GetRequiredService<Vault>(), services.GetRequiredService<ClockKeeper>());
        var model = (await records.Find(like, stop))!.Record;
        var journal = (await records.Journal(like, null, 100, stop)).Events;
        var bytes = model.Content.Size;
        await Parallel.ForEachAsync(Enumerable.Range(1, count - 1), new ParallelOptions { MaxDegreeOfParallelism = Connections, CancellationToken = stop }, async (number, writing) =>
        {
            var pdf = SmallPdf.Of(number);
            var digest = DigestOf(pdf);
            var content = model.Content with { Digest = digest, Size = pdf.Length, OriginalName = $"{number}.pdf" };
            var record = model with { Id = RecordId.ForContent(model.Agency, digest), Content = content };
            await vault.Content(record).UploadAsync(BinaryData.FromBytes(pdf), overwrite: true, writing);
            await records.Create(record, journal, statement: null, writing);
            await clocks.Follow(record, null, writing);
            Interlocked.Add(ref bytes, pdf.Length);
        });
        return bytes;
    }

    private static async Task<(string[] Cells, TimeSpan Time)> MeasureAsync(ArchiveUnderTest archive, AgencyCode agency, int records, CancellationToken stop)
    {
        ResidentMemory.ForgetPeak();
        var before = ResidentMemory.Megabytes();
        var began = Stopwatch.GetTimestamp();
        var runtime = archive.Host.Services.GetRequiredService<FunctionRuntime>();
        foreach (var timer in Night)
        {
            await runtime.RunAsync(timer, stop);
            await archive.WhenIdleAsync(stop);
        }

        var time = Stopwatch.GetElapsedTime(began);
        var peak = ResidentMemory.PeakMegabytes();
        await CheckAsync(archive, agency, records, stop);
        return ([$"{before} MB", $"{peak} MB", string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0} s")], time);
    }

    /// <exception cref="InvalidOperationException">It was not one consignment, or not all of it went.</exception>
    private static async Task CheckAsync(ArchiveUnderTest archive, AgencyCode agency, int records, CancellationToken stop)
    {
        var consignments = archive.Host.Services.GetRequiredService<ConsignmentTable>();
        var all = await consignments.Of(agency, stop).ToListAsync(stop);
        if (all is not [{ State: ConsignmentState.Done } done] || (await consignments.Packed(done.Id, stop)).Count != records)
            throw new InvalidOperationException($"{agency} has the consignments {string.Join(", ", all.Select(one => one.State))}, wanted is one of {records} records, done.");
    }

    private static Sha256Digest DigestOf(byte[] bytes) => Sha256Digest.Of(SHA256.HashData(bytes));

    private static string Megabytes(long bytes) => $"{(bytes >> 20).ToString("N0", CultureInfo.InvariantCulture)} MB";

    /// <summary>A description that lacks nothing a transfer needs, of a year that makes the record overdue when it arrives.</summary>
    private static Deposit Describe(Deposit deposit, AgencyCode agency) => Deposit.Of($"{deposit.Name}.metadata.json", JsonSerializer.SerializeToUtf8Bytes(new
    {
        maintenance = "01", issuedDate = "15/03/2015", mode = "01", typeName = "03", organName = "Sở Nội vụ", subject = $"Về việc nộp lưu tài liệu {deposit.Name}",
        language = "01", numberOfPage = "3", fileCode = $"{agency}.2015.01",
    }));
}
