using Archive.Records;
using ArchiveFunctions.Catalogue;
using ArchiveFunctions.Records;
using Azure;
using Azure.Search.Documents;
using Azure.Search.Documents.Indexes;
using Azure.Search.Documents.Models;
using Azure.Storage.Blobs;
using Benchmarks.Measuring;
using EmbeddedHost.Hosting;
using EmbeddedHost.Search;
using EmbeddedHost.Storage;
using EmbeddedHost.Triggers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Benchmarks.Archives;

/// <summary>A whole archive in this process, on free ports and an empty folder. Its warnings go to the standard error.</summary>
internal sealed class ArchiveUnderTest : IAsyncDisposable
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly TemporaryFolder folder;
    private readonly SearchClient index;
    private int agencies;

    private ArchiveUnderTest(EmbeddedArchive host, TemporaryFolder folder)
    {
        (Host, this.folder) = (host, folder);
        Storage = new BlobServiceClient(host.Storage.ConnectionString(StorageAccounts.Archive), new BlobClientOptions { Retry = { NetworkTimeout = TimeSpan.FromMinutes(10) } });
        var transport = host.Services.GetRequiredService<LuceneSearchTransport>();
        index = new SearchIndexClient(new Uri("https://embedded.invalid"), new AzureKeyCredential("embedded"), new SearchClientOptions { Transport = transport })
            .GetSearchClient(CatalogueDefinition.Name);
    }

    /// <summary>The archive.</summary>
    public EmbeddedArchive Host { get; }

    /// <summary>The storage it works on, through a client of ours that nobody counts.</summary>
    public BlobServiceClient Storage { get; }

    /// <summary>Starts an empty archive.</summary>
    public static async Task<ArchiveUnderTest> StartAsync(Action<IServiceCollection>? adjust, CancellationToken stop)
    {
        var folder = new TemporaryFolder();
        try
        {
            var options = new HostOptions { Port = 0, StoragePort = 0, Data = folder.Path, Samples = false, Progress = Console.Error, Logging = Warnings };
            return new ArchiveUnderTest(await EmbeddedArchive.StartAsync(options, adjust, stop), folder);
        }
        catch (Exception)
        {
            folder.Dispose();
            throw;
        }
    }

    /// <summary>A registered agency nobody else uses, so that the same bytes are a new record.</summary>
    public async Task<AgencyCode> NewAgencyAsync(CancellationToken stop)
    {
        var code = AgencyCode.Parse($"H26.99.{Interlocked.Increment(ref agencies):D3}");
        await Host.Services.GetRequiredService<AgencyRegister>().Register([new Agency(code, $"Cơ quan {code}", $"Agency {code}")], stop);
        return code;
    }

    /// <summary>Puts blobs into an agency's folder of the inbox, over so many connections.</summary>
    public Task PutAsync(AgencyCode agency, IEnumerable<Deposit> deposits, int connections, CancellationToken stop)
    {
        var inbox = Storage.GetBlobContainerClient(StorageNames.Inbox);
        return Parallel.ForEachAsync(deposits, new ParallelOptions { MaxDegreeOfParallelism = connections, CancellationToken = stop }, async (deposit, token) =>
        {
            await using var content = deposit.Open();
            await inbox.GetBlobClient($"{agency}/{deposit.Name}").UploadAsync(content, token);
        });
    }

    /// <summary>Returns when so many records of an agency are found by searching.</summary>
    /// <exception cref="TimeoutException">Nothing new was found for minutes.</exception>
    public async Task WhenFoundAsync(AgencyCode agency, int count, CancellationToken stop)
    {
        var (found, since) = (0L, TimeProvider.System.GetTimestamp());
        using var ticks = new PeriodicTimer(Look);
        while (found < count)
        {
            await ticks.WaitForNextTickAsync(stop);
            var now = await CountAsync(agency, stop);
            if (now > found)
                (found, since) = (now, TimeProvider.System.GetTimestamp());
            if (TimeProvider.System.GetElapsedTime(since) > Patience)
                throw new TimeoutException($"Only {found} of {count} records of {agency} are found.");
        }
    }

    /// <summary>Returns when nothing is left to do.</summary>
    public Task WhenIdleAsync(CancellationToken stop) => Host.Services.GetRequiredService<FunctionRuntime>().WhenIdleAsync(stop);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        folder.Dispose();
    }

    private async Task<long> CountAsync(AgencyCode agency, CancellationToken stop)
    {
        var options = new SearchOptions { Filter = $"agency eq '{agency}'", Size = 0, IncludeTotalCount = true };
        SearchResults<SearchDocument> results = await index.SearchAsync<SearchDocument>("*", options, stop);
        return results.TotalCount ?? 0;
    }

    private static void Warnings(ILoggingBuilder logging)
    {
        HostLogging.ToStandardError(logging);
        logging.SetMinimumLevel(LogLevel.Warning);
    }
}
