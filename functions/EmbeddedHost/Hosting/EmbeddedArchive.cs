using System.Net;
using EmbeddedHost.Receipts;
using EmbeddedHost.Samples;
using EmbeddedHost.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace EmbeddedHost.Hosting;

/// <summary>A whole archive on this machine: storage, functions, HTTP, identity. Disposing it stops all of it, storage last.</summary>
public sealed class EmbeddedArchive : IAsyncDisposable
{
    private readonly Parts parts;
    private readonly DataFolder folder;
    private readonly ILoggerFactory logs;
    private readonly WebApplication app;

    private EmbeddedArchive(Parts parts, DataFolder folder, ILoggerFactory logs, Azurite storage, WebApplication app, Uri address) =>
        (this.parts, this.folder, this.logs, Storage, this.app, Address) = (parts, folder, logs, storage, app, address);

    /// <summary>Where it answers HTTP, with the port it really has.</summary>
    public Uri Address { get; }

    /// <summary>The services it is made of.</summary>
    public IServiceProvider Services => app.Services;

    /// <summary>The storage service; tests stop and start it.</summary>
    public Azurite Storage { get; }

    /// <summary>The folder it keeps everything in, absolute.</summary>
    public string Data => folder.Path;

    /// <summary>Whether its clock is not the machine's.</summary>
    public bool IsMoved => Services.GetRequiredService<TimeProvider>() is MovedClock;

    /// <summary>Starts everything; returns when storage answers, functions run and HTTP listens. Health may follow a moment later.</summary>
    /// <param name="options">Ports, data folder, and where words go.</param>
    /// <param name="adjust">Replaces services, after all others are registered; for tests.</param>
    /// <param name="stop">Ends the attempt, leaving nothing running.</param>
    /// <exception cref="StartRefusedException">Something its operator can mend stands in the way.</exception>
    public static async Task<EmbeddedArchive> StartAsync(HostOptions options, Action<IServiceCollection>? adjust, CancellationToken stop)
    {
        var parts = new Parts();
        try
        {
            return await StartAsync(options, adjust, parts, stop);
        }
        catch (Exception)
        {
            await parts.DisposeAsync();
            throw;
        }
    }

    /// <summary>Returns when <c>GET /api/health</c> answers 200.</summary>
    public Task WhenReadyAsync(CancellationToken stop) =>
        new Readiness(Address, logs.CreateLogger<Readiness>()).WaitAsync(stop);

    /// <summary>Loads the sample records into an empty archive and reports until they are admitted.</summary>
    public Task LoadSamplesAsync(TextWriter progress, CancellationToken stop) => new SampleLoad(
        SampleLoad.DefaultFolder, Storage.ConnectionString(StorageAccounts.Archive), Services.GetRequiredService<Holdings>(), progress, TimeProvider.System).RunAsync(stop);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => parts.DisposeAsync();

    private static async Task<EmbeddedArchive> StartAsync(HostOptions options, Action<IServiceCollection>? adjust, Parts parts, CancellationToken stop)
    {
        var address = AddressFor(options.Port);
        var folder = parts.Add(DataFolder.Claim(options.Data));
        var logs = parts.Add(LoggerFactory.Create(options.Logging ?? HostLogging.ToStandardError));
        var ahead = options.Clock?.Ahead(TimeProvider.System.GetUtcNow()) ?? TimeSpan.Zero;
        var storage = Azurite.Prepare(folder, options.StoragePort, ahead, options.Progress, TimeProvider.System, logs.CreateLogger<Azurite>());
        parts.Add(storage.DisposeAsync);

        var storageUp = storage.StartAsync(stop); // Takes seconds: the rest is put together meanwhile.
        WebApplication app;
        try
        {
            app = Composition.Compose(Builder(options, address, storage, folder), folder, storage, ahead == TimeSpan.Zero ? TimeProvider.System : new MovedClock(ahead), adjust);
            parts.Add(app.DisposeAsync);
        }
        finally
        {
            await storageUp;
        }

        parts.Add(async () => await app.StopAsync(CancellationToken.None));
        await ListenAsync(app, address, stop);
        return new EmbeddedArchive(parts, folder, logs, storage, app, address);
    }

    /// <summary>The address is part of the settings, so a free port is chosen before the server opens it.</summary>
    private static Uri AddressFor(int port) => LoopbackPorts.FirstBusy(port == 0 ? [] : [port]) is null
        ? new UriBuilder(Uri.UriSchemeHttp, "127.0.0.1", port == 0 ? LoopbackPorts.FreeRun(1) : port).Uri
        : throw Busy(port);

    private static StartRefusedException Busy(int port) => new($"Port {port} is in use. Choose another with --port.");

    private static WebApplicationBuilder Builder(HostOptions options, Uri address, Azurite storage, DataFolder folder)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.AddInMemoryCollection(ArchiveSettings.For(storage, address, ReceiptKeyFiles.Open(folder.Keys), CopyCertificateFile.Open(folder.Keys)));
        builder.Logging.ClearProviders();
        (options.Logging ?? HostLogging.ToStandardError)(builder.Logging);
        builder.Host.UseDefaultServiceProvider(provider => provider.ValidateScopes = provider.ValidateOnBuild = true);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, address.Port);
        });
        return builder;
    }

    private static async Task ListenAsync(WebApplication app, Uri address, CancellationToken stop)
    {
        try
        {
            await app.StartAsync(stop);
        }
        catch (IOException e) when (e.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
        {
            throw Busy(address.Port);
        }
    }
}
