using System.Diagnostics;
using System.Globalization;
using Benchmarks.Archives;
using Benchmarks.Documents;
using Benchmarks.Measuring;

namespace Benchmarks.Operations;

/// <summary>Counts what the archive asks of its services for small uploads straight into the inbox; the depositor's own PUT is not counted.</summary>
internal static class OperationsBenchmark
{
    private const int Records = 200;
    private const int Connections = 32;

    /// <summary>A share this small of the records may have met a repeated request.</summary>
    private const double Tolerance = 0.05;

    public static async Task<string> RunAsync(Extent extent, CancellationToken stop)
    {
        var counter = new OperationCounter();
        await using var archive = await ArchiveUnderTest.StartAsync(counter.Join, stop);
        var documents = Enumerable.Range(0, Records).Select(number => Deposit.Of($"{number}.pdf", SmallPdf.Of(number))).ToList();
        var alone = await CountAsync(archive, counter, [documents], stop);
        var described = await CountAsync(archive, counter, [documents.ConvertAll(document => document.Sidecar()), documents], stop);
        return $"{Compare(alone)}\n{Sums("document alone", alone)}{Sums("with a sidecar, put before it", described)}\n{Extra(described)}\n{Shared(alone)}";
    }

    private static async Task<Counted> CountAsync(ArchiveUnderTest archive, OperationCounter counter, IEnumerable<List<Deposit>> waves, CancellationToken stop)
    {
        var agency = await archive.NewAgencyAsync(stop);
        await counter.WithoutCountingAsync(() => archive.WhenIdleAsync(stop));
        counter.Reset();
        var began = Stopwatch.GetTimestamp();
        foreach (var wave in waves)
        {
            await archive.PutAsync(agency, wave, Connections, stop);
            await counter.WithoutCountingAsync(() => archive.WhenIdleAsync(stop));
        }

        var counted = new Counted(counter.Times, Stopwatch.GetElapsedTime(began));
        await archive.WhenFoundAsync(agency, Records, stop);
        return counted;
    }

    /// <summary>Each promised row with what was counted, then what was counted and is not promised.</summary>
    private static string Compare(Counted alone)
    {
        var promised = PromisedOperations.Read();
        var table = new Table("operation", "request", "median ms", "per record", "README", "");
        foreach (var what in promised.Concat(alone.Own.Select(counted => counted.Key.What)).Distinct())
        {
            var request = string.Join(", ", alone.Own.Where(counted => counted.Key.What == what).Select(counted => $"{counted.Key.Service} {counted.Key.Method}"));
            var (measured, said) = (alone.PerRecord(what), promised.Count(row => row == what));
            table.Add(what, request, alone.Median(what), Two(measured), $"{said}", Math.Abs(measured - said) > Tolerance ? "differs" : "");
        }

        return table.ToString();
    }

    private static string Sums(string upload, Counted counted) => string.Create(
        CultureInfo.InvariantCulture,
        $"{upload}: {counted.Own.Sum(own => own.Value.Count) / (double)Records:0.00} operations of its own per record, {counted.Common.Sum(common => common.Value.Count) / (double)Records:0.00} shared ones ({Records} records in {counted.Took.TotalSeconds:0.0} s)\n");

    /// <summary>Everything counted with a sidecar, for there is no promise to compare it with.</summary>
    private static string Extra(Counted described)
    {
        var table = new Table("operation, with a sidecar", "request", "per record");
        foreach (var (operation, times) in described.Own.OrderByDescending(own => own.Value.Count).ThenBy(own => own.Key.What, StringComparer.Ordinal))
            table.Add(operation.What, $"{operation.Service} {operation.Method}", Two(times.Count / (double)Records));
        return table.ToString();
    }

    private static string Shared(Counted alone)
    {
        var table = new Table("shared operation", "request", "median ms", "in all", "per record");
        foreach (var (operation, times) in alone.Common.OrderByDescending(common => common.Value.Count).ThenBy(common => common.Key.What, StringComparer.Ordinal))
            table.Add(operation.What, $"{operation.Service} {operation.Method}", Figures.Brief(times.Median()), $"{times.Count}", Two(times.Count / (double)Records));
        return table.ToString();
    }

    private static string Two(double figure) => figure.ToString("0.00", CultureInfo.InvariantCulture);

    private sealed record Counted(IReadOnlyDictionary<Operation, IReadOnlyCollection<double>> Operations, TimeSpan Took)
    {
        public IEnumerable<KeyValuePair<Operation, IReadOnlyCollection<double>>> Own => Operations.Where(counted => !counted.Key.IsShared);

        public IEnumerable<KeyValuePair<Operation, IReadOnlyCollection<double>>> Common => Operations.Where(counted => counted.Key.IsShared);

        public double PerRecord(string what) => Times(what).Count / (double)Records;

        public string Median(string what) => Times(what) is { Count: > 0 } times ? Figures.Brief(times.Median()) : "-";

        private List<double> Times(string what) => [.. Own.Where(counted => counted.Key.What == what).SelectMany(counted => counted.Value)];
    }
}
