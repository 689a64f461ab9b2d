using System.Diagnostics;
using Archive.Description.Formats;
using ArchiveFunctions.Description;
using Benchmarks.Documents;
using Benchmarks.Measuring;

namespace Benchmarks.Extraction;

/// <summary>Text, layout and signatures of PDFs read in this process, warm, against pdftotext, which gives the text alone, with its start.</summary>
internal static class ExtractionBenchmark
{
    private const int LongReport = 50;

    public static async Task<string> RunAsync(Extent extent, CancellationToken stop)
    {
        using var folder = new TemporaryFolder();
        var report = Path.Combine(folder.Path, "report.pdf");
        await File.WriteAllBytesAsync(report, LongPdf.Of(LongReport), stop);
        var samples = Directory.EnumerateFiles(Repository.At("tests/samples/records"), "*.pdf", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToList();

        var table = new Table(["documents", "pages", "archive", "pdftotext", .. SideBySide.Columns]);
        var rounds = extent == Extent.Full ? 15 : 7;
        var compared = await PdfToText.IsInstalledAsync(stop);
        foreach (var (name, files) in new[] { ($"{samples.Count} sample records", samples), ("a long report", [report]) })
            table.Add(await MeasureAsync(name, files, rounds, compared, stop));
        return compared ? table.ToString() : $"{table}\nNot compared: pdftotext (poppler-utils) is not installed.\n";
    }

    private static async Task<string[]> MeasureAsync(string name, IReadOnlyList<string> files, int rounds, bool compared, CancellationToken stop)
    {
        var pages = await ReadAsync(files, stop);
        async Task<double> Archive() => await RateAsync(() => ReadAsync(files, stop));
        async Task<double> Yardstick() => compared ? await RateAsync(() => PdfToText.ReadAsync(files, stop)) : double.NaN;

        var measured = await SideBySide.InTurnsAsync(rounds, Archive, Yardstick);
        string Rate(IReadOnlyList<double> rates) => $"{Figures.Brief(rates.Median() * pages)} pages/s";
        return compared
            ? [name, $"{pages}", Rate(measured.Ours), Rate(measured.Yardstick), .. measured.Cells]
            : [name, $"{pages}", Rate(measured.Ours), "not installed", "-", "-", $"{rounds}"];
    }

    private static async Task<double> RateAsync(Func<Task> work)
    {
        var began = Stopwatch.GetTimestamp();
        await work();
        return 1 / Stopwatch.GetElapsedTime(began).TotalSeconds;
    }

    /// <summary>Reads documents one after the other as the archive does, and counts their pages.</summary>
    private static async Task<int> ReadAsync(IEnumerable<string> files, CancellationToken stop)
    {
        var reader = new DocumentReader(TimeProvider.System, LegacyText.ToUnicode);
        var pages = 0;
        foreach (var file in files)
        {
            var bytes = await File.ReadAllBytesAsync(file, stop);
            var format = FormatIdentification.Identify(bytes.AsSpan(0, Math.Min(bytes.Length, 64 << 10)), bytes.AsSpan(Math.Max(0, bytes.Length - (64 << 10))), file);
            var reading = await reader.ReadAsync(new MemoryStream(bytes, writable: false), bytes.Length, format, stop);
            pages += reading.PageCount ?? throw new InvalidDataException($"{file} has no pages.");
        }

        return pages;
    }
}
