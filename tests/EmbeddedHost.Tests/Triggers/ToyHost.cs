using System.Text;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using EmbeddedHost.Triggers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace EmbeddedHost.Tests.Triggers;

/// <summary>Toy functions on the embedded host's machinery, with Kestrel on a free port.</summary>
internal sealed class ToyHost : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly string account;

    private ToyHost(WebApplication app, string account) => (this.app, this.account) = (app, account);

    public FunctionRuntime Runtime => app.Services.GetRequiredService<FunctionRuntime>();

    public static string NewState() => Directory.CreateTempSubdirectory("functions").FullName;

    /// <summary>Options that do not wait: failures are tried again at once, and stopping cancels at once.</summary>
    public static FunctionRuntimeOptions Impatient(string state) => new()
    {
        StateDirectory = state,
        Host = new HostSettings { RoutePrefix = string.Empty, BlobParallelism = 4, MaxConcurrentCalls = 8, MaxMessageBatchSize = 256 },
        RedeliveryDelay = static _ => TimeSpan.Zero,
        BlobRetryDelay = static _ => TimeSpan.Zero,
        ShortestPause = TimeSpan.FromMilliseconds(10),
        LongestPause = TimeSpan.FromMilliseconds(100),
    };

    public static async Task<ToyHost> StartAsync(
        string account, Type toys, Witness witness, FunctionRuntimeOptions options, TimeProvider? clock = null, Action<WebApplicationBuilder>? more = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration["Store"] = account;
        builder.Services.AddSingleton(witness);
        if (clock is not null)
            builder.Services.AddSingleton(clock);
        more?.Invoke(builder);
        builder.Services.AddFunctionRuntime(toys.Assembly, options with { Scope = type => type == toys });
        var app = builder.Build();
        app.MapFunctions();
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new ToyHost(app, account);
    }

    public BlobContainerClient Container(string name) => new(account, name);

    public QueueClient Queue(string name) => new(account, name);

    public HttpClient Client() => new() { BaseAddress = new Uri(app.Urls.First()) };

    public async Task SendAsync(string queue, string body) =>
        await Queue(queue).SendMessageAsync(Convert.ToBase64String(Encoding.UTF8.GetBytes(body)), TestContext.Current.CancellationToken);

    public async Task<List<string>> BodiesAsync(string queue)
    {
        var messages = await Queue(queue).PeekMessagesAsync(32, TestContext.Current.CancellationToken);
        return [.. messages.Value.Select(message => Encoding.UTF8.GetString(Convert.FromBase64String(message.MessageText.Split('|')[0])))];
    }

    public async Task IdleAsync()
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        deadline.CancelAfter(TimeSpan.FromSeconds(60));
        await Runtime.WhenIdleAsync(deadline.Token);
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }
}
