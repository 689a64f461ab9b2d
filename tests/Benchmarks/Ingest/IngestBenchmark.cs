using System.Diagnostics;
using System.Globalization;
using Benchmarks.Archives;
using Benchmarks.Documents;
using Benchmarks.Measuring;

namespace Benchmarks.Ingest;

/// <summary>
/// Uploads over 32 connections, from the first byte until every record is described and found, against the fewest calls that could keep the
/// same bytes, on the same storage, in turns.
/// </summary>
internal static class IngestBenchmark
{
    private const int Connections = 32;
    private const long Megabyte = 1 << 20;

    /// <summary>Until some 400 documents have been read the runtime spends more on compiling than the archive on reading.</summary>
    private const int WarmUps = 2;

    public static async Task<string> RunAsync(Extent extent, CancellationToken stop)
    {
        var (small, smallRounds, films, filmRounds) = extent == Extent.Full ? (1_000, 5, 20, 5) : (200, 5, 6, 4);
        await using var archive = await ArchiveUnderTest.StartAsync(null, stop);
        var bare = new BareMinimum(archive.Storage, Connections);
        await bare.EnsureAsync(stop);

        var table = new Table(["uploads", "archive", "bare minimum", .. SideBySide.Columns]);
        var pdfs = Enumerable.Range(0, small).Select(number => Deposit.Of($"{number}.pdf", SmallPdf.Of(number))).ToList();
        Add(table, $"{small:N0} PDFs of {Size(pdfs)} KB", "records/s", small, await CompareAsync(archive, bare, pdfs, smallRounds, stop));
        var reels = Enumerable.Range(0, films).Select(number => new Deposit($"{number}.mp4", () => new Film(number, 64 * Megabyte))).ToList();
        Add(table, $"{films} films of 64 MB", "MB/s", films * 64, await CompareAsync(archive, bare, reels, filmRounds, stop));
        return table.ToString();
    }

    private static Task<SideBySide> CompareAsync(ArchiveUnderTest archive, BareMinimum bare, IReadOnlyList<Deposit> deposits, int rounds, CancellationToken stop) =>
        SideBySide.InTurnsAsync(rounds, () => ArchiveAsync(archive, deposits, stop), () => BareAsync(bare, deposits, stop), WarmUps);

    /// <summary>All uploads per second. What is left to do when all are found is done before the other side has its turn.</summary>
    private static async Task<double> ArchiveAsync(ArchiveUnderTest archive, IReadOnlyList<Deposit> deposits, CancellationToken stop)
    {
        var agency = await archive.NewAgencyAsync(stop);
        var began = Stopwatch.GetTimestamp();
        await archive.PutAsync(agency, deposits, Connections, stop);
        await archive.WhenFoundAsync(agency, deposits.Count, stop);
        var rate = 1 / Stopwatch.GetElapsedTime(began).TotalSeconds;
        await archive.WhenIdleAsync(stop);
        return rate;
    }

    private static async Task<double> BareAsync(BareMinimum bare, IReadOnlyList<Deposit> deposits, CancellationToken stop)
    {
        var began = Stopwatch.GetTimestamp();
        await bare.RunAsync(deposits, stop);
        return 1 / Stopwatch.GetElapsedTime(began).TotalSeconds;
    }

    private static void Add(Table table, string uploads, string unit, int units, SideBySide measured) => table.Add(
        [uploads, $"{Figures.Brief(measured.Ours.Median() * units)} {unit}", $"{Figures.Brief(measured.Yardstick.Median() * units)} {unit}", .. measured.Cells]);

    private static string Size(List<Deposit> deposits) =>
        Math.Round(deposits.ConvertAll(deposit => deposit.Open().Length / 1024.0).Median()).ToString(CultureInfo.InvariantCulture);
}
