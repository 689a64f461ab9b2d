using Azure.Storage.Blobs;
using EmbeddedHost.Samples;
using EmbeddedHost.Storage;
using Microsoft.Extensions.Time.Testing;

namespace EmbeddedHost.Tests.Hosting;

[Collection(ArchiveCollection.Name)]
public sealed class SampleLoadTests(ArchiveInProcess running) : IAsyncDisposable
{
    private static readonly Func<CancellationToken, Task<bool>> Empty = _ => Task.FromResult(true);
    private static readonly string[] Laid = ["H26.01/a.pdf", "H26.01/a.pdf.metadata.json", "H26.02/Hồ sơ 1/b.pdf", "README.md"];
    private readonly TemporaryFolder folder = new();
    private readonly StringWriter progress = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string Connection => running.Archive.Storage.ConnectionString(StorageAccounts.Archive);

    private BlobContainerClient Inbox => new(Connection, "inbox");

    [Fact]
    public async Task Every_file_is_uploaded_under_its_agency_and_the_count_is_told_until_all_are_admitted()
    {
        foreach (var file in Laid)
            await LayAsync(file);

        await Load(new Holdings(Empty, _ => Task.FromResult(2))).RunAsync(Stop);

        Assert.Equal(Laid.SkipLast(1), (await Inbox.GetBlobsAsync(cancellationToken: Stop).ToListAsync(Stop)).Select(blob => blob.Name).Order(StringComparer.Ordinal));
        Assert.Contains("2 of 2 samples admitted", progress.ToString(), StringComparison.Ordinal);
        Assert.False(await Holdings.OfContainers(Connection).IsEmpty(Stop));
    }

    [Fact]
    public async Task Nothing_is_loaded_into_an_archive_that_holds_something()
    {
        await LayAsync("H26.01/a.pdf");
        await Load(new Holdings(_ => Task.FromResult(false), _ => Task.FromResult(0))).RunAsync(Stop);
        // The container is there when this test comes first: the archive was prepared with it.
        Assert.False(await Inbox.ExistsAsync(Stop) && await Inbox.GetBlobsAsync(cancellationToken: Stop).AnyAsync(Stop));
    }

    [Fact]
    public async Task A_missing_folder_is_said_and_no_fault()
    {
        await new SampleLoad(Path.Combine(folder.Path, "none"), Connection, new Holdings(Empty, _ => Task.FromResult(0)), progress, new FakeTimeProvider()).RunAsync(Stop);
        Assert.Contains("No sample records", progress.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Samples_that_are_never_admitted_are_not_waited_for_for_ever()
    {
        await LayAsync("H26.01/a.pdf");
        var clock = new FakeTimeProvider();
        var load = Load(new Holdings(Empty, _ => Task.FromResult(0)), clock).RunAsync(Stop);
        while (!load.IsCompleted)
        {
            Stop.ThrowIfCancellationRequested();
            clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        await load;
        Assert.Contains("1 samples are not admitted yet", progress.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_archive_without_containers_is_empty()
    {
        var holdings = Holdings.OfContainers(Connection);
        Assert.True(await holdings.IsEmpty(Stop));
        Assert.Equal(0, await holdings.Admitted(Stop));
    }

    public async ValueTask DisposeAsync()
    {
        await Inbox.DeleteIfExistsAsync(cancellationToken: CancellationToken.None);
        folder.Dispose();
        await progress.DisposeAsync();
    }

    private SampleLoad Load(Holdings holdings, FakeTimeProvider? clock = null) => new(folder.Path, Connection, holdings, progress, clock ?? new FakeTimeProvider());

    private async Task LayAsync(string path)
    {
        var file = Path.Combine(folder.Path, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        await File.WriteAllTextAsync(file, path, Stop);
    }
}
