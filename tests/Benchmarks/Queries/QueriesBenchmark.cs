using System.Diagnostics;
using System.Globalization;
using Archive.Catalogue;
using Archive.ReadingRoom;
using Archive.Records;
using ArchiveFunctions.Catalogue;
using Azure;
using Azure.Search.Documents;
using Azure.Search.Documents.Indexes;
using Benchmarks.Documents;
using Benchmarks.Measuring;
using EmbeddedHost.Search;

namespace Benchmarks.Queries;

/// <summary>
/// Queries as readers put them, through the app's own index adapter and the real search client, one at a time and the kinds in turn. The
/// yardstick is the least a call can cost: asking the same client how many documents there are.
/// </summary>
internal static class QueriesBenchmark
{
    private const int Batch = 1_000;
    private const int WarmUp = 30;

    private static readonly (string Name, Func<Vocabulary, CatalogueRequest> Ask)[] Kinds =
    [
        ("one word, no accents", words => new() { Q = Vietnamese.Fold(words.Word(1.5)) }),
        ("two words, accents", words => new() { Q = $"{words.Word(2)} {words.Word(2)}" }),
        ("a phrase", words => new() { Q = $"\"{words.Word()} {words.Word()}\"" }),
        ("number and notation", words => new() { Q = $"{words.Number(3_000)}/{SyntheticCatalogue.Notation(words)}" }),
        ("a word, filtered", words => new() { Q = words.Word(2), Agency = $"H26.{words.Number(40).PadLeft(2, '0')}", Type = "02", From = "2010", To = "2020" }),
        ("the newest", _ => new()),
    ];

    public static async Task<string> RunAsync(Extent extent, CancellationToken stop)
    {
        var text = "";
        foreach (var (entries, queries) in extent == Extent.Full ? new[] { (10_000, 300), (100_000, 300) } : [(10_000, 200)])
            text += await MeasureAsync(entries, queries, stop);
        return text;
    }

    private static async Task<string> MeasureAsync(int entries, int queries, CancellationToken stop)
    {
        using var folder = new TemporaryFolder();
        using var transport = new LuceneSearchTransport(folder.Path);
        var service = new SearchIndexClient(new Uri("https://embedded.invalid"), new AzureKeyCredential("embedded"), new SearchClientOptions { Transport = transport });
        var index = new CatalogueIndex(service);
        var filled = await FillAsync(index, entries, stop);
        var timed = await AskAsync(index, service.GetSearchClient(CatalogueDefinition.Name), queries, stop);
        return string.Create(CultureInfo.InvariantCulture, $"{entries:N0} entries, written in {filled.TotalSeconds:0} s ({entries / filled.TotalSeconds:N0}/s)\n\n{Show(timed)}\n");
    }

    private static async Task<TimeSpan> FillAsync(CatalogueIndex index, int entries, CancellationToken stop)
    {
        await index.EnsureAsync(stop);
        var took = TimeSpan.Zero;
        foreach (var numbers in Enumerable.Range(0, entries).Chunk(Batch))
        {
            var changes = Array.ConvertAll(numbers, SyntheticCatalogue.Change);
            var began = Stopwatch.GetTimestamp();
            await index.Write(changes, stop);
            took += Stopwatch.GetElapsedTime(began);
        }

        return took;
    }

    /// <summary>The yardstick's time stands before the kinds' in each turn.</summary>
    private static async Task<List<double[]>> AskAsync(CatalogueIndex index, SearchClient client, int queries, CancellationToken stop)
    {
        var words = new Vocabulary(seed: 0);
        var turns = new List<double[]>();
        for (var turn = -WarmUp; turn < queries; turn++)
        {
            List<double> times = [await TimeAsync(() => client.GetDocumentCountAsync(stop))];
            foreach (var (name, ask) in Kinds)
            {
                var query = CatalogueQuery.Of(ask(words), Caller.Anonymous) is CatalogueReading.Accepted accepted
                    ? accepted.Query
                    : throw new InvalidOperationException($"'{name}' is no query.");
                times.Add(await TimeAsync(() => index.Search(query, stop)));
            }

            if (turn >= 0)
                turns.Add([.. times]);
        }

        return turns;
    }

    private static async Task<double> TimeAsync(Func<Task> call)
    {
        var began = Stopwatch.GetTimestamp();
        await call();
        return Stopwatch.GetElapsedTime(began).TotalMilliseconds;
    }

    private static string Show(List<double[]> turns)
    {
        var table = new Table("query", "p50 ms", "p99 ms", "p50 to an empty call's", "n");
        List<double> Times(int kind) => turns.ConvertAll(turn => turn[kind]);
        var least = Times(0).Percentile(0.5);
        foreach (var (kind, name) in Kinds.Select(kind => kind.Name).Prepend("(how many documents)").Index())
            table.Add(name, Figures.Brief(Times(kind).Percentile(0.5)), Figures.Brief(Times(kind).Percentile(0.99)), Figures.Brief(Times(kind).Percentile(0.5) / least), $"{turns.Count}");
        return table.ToString();
    }
}
