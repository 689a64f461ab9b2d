using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using Archive.Records;
using Archive.Transfer;
using ArchiveFunctions.Records;
using Azure.Storage.Blobs;
using EmbeddedHost.Hosting;
using EmbeddedHost.Triggers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ArchiveFunctions.Tests.Stories;

/// <summary>
/// A whole archive on free ports and an empty folder, shared by the stories; each story has an agency of its own, so that none sees another's
/// records. State is built by doing.
/// </summary>
public class RunningArchive : IAsyncLifetime
{
    private static int agencies;
    private readonly string data = Directory.CreateTempSubdirectory("stories").FullName;

    public EmbeddedArchive Host { get; private set; } = null!;

    /// <summary>Warnings and errors of the running archive: a story that provokes none must leave none.</summary>
    public ConcurrentQueue<string> Complaints { get; } = new();

    public BlobContainerClient Inbox => Get<BlobServiceClient>().GetBlobContainerClient(StorageNames.Inbox);

    public T Get<T>()
        where T : notnull => Host.Services.GetRequiredService<T>();

    public async ValueTask InitializeAsync()
    {
        var options = new HostOptions { Port = 0, StoragePort = 0, Data = data, Samples = false, Logging = log => log.ClearProviders().AddProvider(new Complaining(Complaints)) };
        Host = await EmbeddedArchive.StartAsync(
            options,
            services =>
            {
                services.AddSingleton(Settling);
                Adjust(services);
            },
            CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        Directory.Delete(data, recursive: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>A registered agency nobody else uses.</summary>
    public async Task<Depositor> NewAgency()
    {
        var code = AgencyCode.Parse(string.Create(CultureInfo.InvariantCulture, $"H26.99.{Interlocked.Increment(ref agencies):D3}"));
        await Get<AgencyRegister>().Register([new Agency(code, $"Cơ quan {code}", $"Agency {code}")], CancellationToken.None);
        return new Depositor(this, code);
    }

    /// <summary>An HTTP client of somebody with these roles; of nobody without any.</summary>
    public async Task<HttpClient> Client(string? agency, params string[] roles)
    {
        var client = new HttpClient { BaseAddress = Host.Address };
        if (roles.Length == 0)
            return client;

        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await Token(client, agency, $"{string.Join('+', roles)} {agency}", roles));
        return client;
    }

    /// <summary>A token of somebody by name.</summary>
    public async Task<string> TokenOf(string name, params string[] roles)
    {
        using var client = new HttpClient { BaseAddress = Host.Address };
        return await Token(client, null, name, roles);
    }

    private static async Task<string> Token(HttpClient client, string? agency, string name, string[] roles)
    {
        using var answer = await client.PostAsJsonAsync("dev/token", new { roles, agency, name });
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("access_token").GetString()!;
    }

    /// <summary>Everything uploaded and announced so far has its outcome and is findable.</summary>
    public async Task Settles()
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        await Get<FunctionRuntime>().WhenIdleAsync(deadline.Token);
    }

    /// <summary>What lies in quarantine for a folder.</summary>
    public async Task<List<string>> InQuarantine(string folder) => await Under(StorageNames.Quarantine, $"{folder}/");

    /// <summary>What of an agency still lies in the inbox.</summary>
    public async Task<List<string>> InInbox(Depositor agency) => await Under(StorageNames.Inbox, $"{agency.Code}/");

    private async Task<List<string>> Under(string container, string prefix) =>
        await Get<BlobServiceClient>().GetBlobContainerClient(container).GetBlobsAsync().Select(blob => blob.Name).Where(name => name.StartsWith(prefix, StringComparison.Ordinal)).ToListAsync();

    /// <summary>Stories do not wait for more to come, but for the one about it.</summary>
    protected virtual Settling Settling => Settling.AtOnce;

    protected virtual void Adjust(IServiceCollection services)
    {
    }

    private sealed class Complaining(ConcurrentQueue<string> complaints) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
                complaints.Enqueue($"{eventId.Id} {formatter(state, exception)} {exception}");
        }

        public void Dispose()
        {
        }
    }
}

/// <summary>An agency and what it does.</summary>
public sealed class Depositor(RunningArchive archive, AgencyCode code)
{
    public AgencyCode Code => code;

    /// <summary>Puts a blob straight into the agency's folder, as any storage client can.</summary>
    public Task Puts(string name, byte[] content) => archive.Inbox.GetBlobClient($"{code}/{name}").UploadAsync(BinaryData.FromBytes(content), overwrite: true);

    /// <summary>Puts a JSON sidecar beside a document.</summary>
    public Task Describes(string document, object metadata) => Puts($"{document}.metadata.json", JsonSerializer.SerializeToUtf8Bytes(metadata));

    /// <summary>What became of an upload, as its officer sees it.</summary>
    public async Task<JsonElement> OutcomeOf(string name)
    {
        using var client = await Officer();
        return await client.GetFromJsonAsync<JsonElement>($"api/agencies/{code}/uploads?blob={Uri.EscapeDataString($"{code}/{name}")}");
    }

    /// <summary>The same, found in the list of uploads: the way to those whose names no address can hold.</summary>
    public async Task<JsonElement> ListedOutcomeOf(string name)
    {
        using var client = await Officer();
        var list = await client.GetFromJsonAsync<JsonElement>($"api/agencies/{code}/uploads?size=100");
        var id = list.GetProperty("items").EnumerateArray().Single(item => item.GetProperty("blob").GetString() == $"{code}/{name}").GetProperty("uploadId").GetString();
        return await client.GetFromJsonAsync<JsonElement>($"api/agencies/{code}/uploads/{id}");
    }

    /// <summary>Status and finding codes of an upload.</summary>
    public async Task<(string Status, string[] Findings)> SeesOf(string name) => Read(await OutcomeOf(name));

    /// <summary>Status and finding codes in an outcome.</summary>
    public static (string Status, string[] Findings) Read(JsonElement outcome) =>
        (outcome.GetProperty("status").GetString()!, [.. outcome.GetProperty("findings").EnumerateArray().Select(finding => finding.GetProperty("code").GetString()!)]);

    public Task<HttpClient> Officer() => archive.Client(code.Value, "officer");

    /// <summary>The record of a content, or null.</summary>
    public async Task<ArchiveRecord?> Record(byte[] content) =>
        (await archive.Get<RecordTable>().Find(RecordId.ForContent(code, Sha256Digest.Of(SHA256.HashData(content))), CancellationToken.None))?.Record;

    /// <summary>What searching finds for the agency's officer.</summary>
    public async Task<JsonElement> Finds(string query)
    {
        using var client = await Officer();
        return await client.GetFromJsonAsync<JsonElement>($"api/records?agency={code}&q={Uri.EscapeDataString(query)}");
    }
}

[CollectionDefinition(Name)]
public sealed class StoryCollection : ICollectionFixture<RunningArchive>
{
    public const string Name = "One running archive";
}
