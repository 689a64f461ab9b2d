using EmbeddedHost.Hosting;
using Microsoft.Extensions.Logging;

namespace EmbeddedHost.Tests.Hosting;

/// <summary>One embedded archive inside the test process, shared by the classes of its collection.</summary>
public sealed class ArchiveInProcess : IAsyncLifetime
{
    private readonly TemporaryFolder folder = new();

    public EmbeddedArchive Archive { get; private set; } = null!;

    public HttpClient Client { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Archive = await EmbeddedArchive.StartAsync(OptionsFor(folder.Path), null, TestContext.Current.CancellationToken);
        Client = new HttpClient { BaseAddress = Archive.Address };
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Archive.DisposeAsync();
        folder.Dispose();
    }

    /// <summary>Free ports, no samples, no log lines.</summary>
    internal static HostOptions OptionsFor(string data) => new() { Port = 0, StoragePort = 0, Data = data, Samples = false, Logging = log => log.ClearProviders() };
}

[CollectionDefinition(Name)]
public sealed class ArchiveCollection : ICollectionFixture<ArchiveInProcess>
{
    public const string Name = "One embedded archive";
}
