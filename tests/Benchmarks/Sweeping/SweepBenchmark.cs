using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using Archive.Records;
using ArchiveFunctions.Records;
using ArchiveFunctions.Transfer;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Benchmarks.Archives;
using Benchmarks.Measuring;
using EmbeddedHost.Storage;

namespace Benchmarks.Sweeping;

/// <summary>
/// The nightly sweep with the same thousand records due and more and more held. What is held stands on the agenda for later days. Beside it, one
/// range query over a table of that size that finds a thousand rows: how much slower the emulator itself gets.
/// </summary>
internal static class SweepBenchmark
{
    private const int DueRecords = 1000;
    private const int Rounds = 5;
    private static readonly AgencyCode Agency = AgencyCode.Parse("H26.99");
    private static readonly DateOnly Tonight = new(2030, 1, 1);

    public static async Task<string> RunAsync(Extent extent, CancellationToken stop)
    {
        await using var archive = await ArchiveUnderTest.StartAsync(null, stop);
        var counter = new RequestCounter();
        var options = new TableClientOptions();
        options.AddPolicy(counter, HttpPipelinePosition.PerRetry);
        var tables = new TableServiceClient(archive.Host.Storage.ConnectionString(StorageAccounts.Archive), options);
        var agenda = tables.GetTableClient(StorageNames.Agenda);
        await FillAsync(agenda, Tonight, 0, DueRecords, stop);

        var table = new Table("held", "found", "requests of a sweep", "median ms", "a range query of 1,000 rows, ms", "sweep to query");
        var held = 0;
        foreach (var size in extent == Extent.Full ? new[] { 10_000, 100_000, 300_000 } : [1_000, 10_000, 30_000])
        {
            for (; held < size; held += DueRecords)
                await FillAsync(agenda, Tonight.AddDays(1 + (held / DueRecords)), DueRecords + held, DueRecords, stop);

            var (sweeps, queries, requests, found) = (new List<double>(), new List<double>(), 0, 0);
            for (var round = 0; round <= Rounds; round++)
            {
                counter.Reset();
                var began = Stopwatch.GetTimestamp();
                found = await new AgendaTable(tables).Until(Tonight, stop).CountAsync(stop);
                var sweep = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
                requests = counter.Count;
                began = Stopwatch.GetTimestamp();
                await RangeAsync(agenda, stop);
                var query = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
                if (round > 0)
                    (sweeps, queries) = ([.. sweeps, sweep], [.. queries, query]);
            }

            table.Add(
                size.ToString("N0", CultureInfo.InvariantCulture), $"{found}", $"{requests}", Figures.Brief(sweeps.Median()), Figures.Brief(queries.Median()), Figures.Brief(sweeps.Median() / queries.Median()));
        }

        return table.ToString();
    }

    private static async Task RangeAsync(TableClient agenda, CancellationToken stop)
    {
        var day = Tonight.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        await foreach (var page in agenda.QueryAsync<TableEntity>(row => row.PartitionKey == day, 1000, cancellationToken: stop).AsPages())
            ArgumentNullException.ThrowIfNull(page);
    }

    private static async Task FillAsync(TableClient agenda, DateOnly day, int from, int count, CancellationToken stop)
    {
        var rows = Enumerable.Range(from, count)
            .Select(number => RecordId.ForContent(Agency, Sha256Digest.Of(SHA256.HashData(BitConverter.GetBytes(number)))))
            .Select(id => new TableTransactionAction(TableTransactionActionType.UpsertReplace, new TableEntity(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), id.Value)));
        foreach (var part in rows.Chunk(100))
            await agenda.SubmitTransactionAsync(part, stop);
    }

    /// <summary>Counts requests.</summary>
    private sealed class RequestCounter : HttpPipelineSynchronousPolicy
    {
        private int count;

        public int Count => count;

        public void Reset() => count = 0;

        public override void OnSendingRequest(HttpMessage message) => Interlocked.Increment(ref count);
    }
}
