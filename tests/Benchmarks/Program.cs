using Benchmarks;
using Benchmarks.Dossiers;
using Benchmarks.Extraction;
using Benchmarks.Ingest;
using Benchmarks.Large;
using Benchmarks.Operations;
using Benchmarks.Packages;
using Benchmarks.Queries;
using Benchmarks.Readers;
using Benchmarks.Sweeping;
using Benchmarks.Transfers;
using EmbeddedHost.Hosting;

// The table of contents. Each prints its own table; how to read them is in README.md.
Benchmark[] contents =
[
    new("ingest", "Taking uploads in, against the fewest storage calls that could do it", IngestBenchmark.RunAsync),
    new("operations", "Storage, queue and search operations of one record", OperationsBenchmark.RunAsync),
    new("extraction", "Text out of PDFs, against pdftotext", ExtractionBenchmark.RunAsync),
    new("readers", "Reading over HTTP, against an empty route", ReadersBenchmark.RunAsync),
    new("queries", "Searching the catalogue, against the least a call to its index costs", QueriesBenchmark.RunAsync),
    new("sweep", "The nightly sweep with the same records due and more and more held", SweepBenchmark.RunAsync),
    new("transfer", "Whole dossiers into the historical archive: the memory it takes", TransferBenchmark.RunAsync),
    new("packages", "Checking bags, against sha256sum over the same files", PackagesBenchmark.RunAsync),
    new("dossier", "One package of many documents through the whole intake, against the same documents one by one", DossierBenchmark.RunAsync),
    new("large", "One large upload: the memory it takes", LargeBenchmark.RunAsync),
];

using var signals = new StopSignals();
return await new BenchmarkRun(contents, Console.Out, Console.Error).RunAsync(args, signals.Stop);
