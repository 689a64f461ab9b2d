using System.Diagnostics;
using System.Globalization;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using EmbeddedHost.Hosting;
using EmbeddedHost.Storage;
using EmbeddedHost.Tests.Hosting;

namespace EmbeddedHost.Tests.Storage;

[Collection(ArchiveCollection.Name)]
public sealed class AzuriteTests(ArchiveInProcess running)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private Azurite Storage => running.Archive.Storage;

    [Fact]
    public async Task The_three_accounts_are_apart()
    {
        var archive = Blob(StorageAccounts.Archive, "apart");
        await archive.UploadAsync(BinaryData.FromString("x"), overwrite: true, Stop);
        Assert.False(await Blob(StorageAccounts.Historical, "apart").ExistsAsync(Stop));
        Assert.True(await archive.ExistsAsync(Stop));
    }

    [Fact]
    public async Task What_was_acknowledged_is_there_after_an_orderly_stop_and_start()
    {
        var blob = Blob(StorageAccounts.Archive, "kept");
        await blob.UploadAsync(BinaryData.FromString("Lưu trữ"), overwrite: true, Stop);
        var rows = new TableClient(Storage.ConnectionString(StorageAccounts.Historical), "kept");
        await rows.CreateIfNotExistsAsync(Stop);
        await rows.UpsertEntityAsync(new TableEntity("p", "r"), cancellationToken: Stop);
        var queue = new QueueClient(Storage.ConnectionString(StorageAccounts.Runtime), "kept");
        await queue.CreateIfNotExistsAsync(cancellationToken: Stop);
        await queue.SendMessageAsync("m", Stop);

        await Storage.StopAsync(Stop);
        Assert.Null(Storage.ProcessId);
        Assert.Null(LoopbackPorts.FirstBusy(Storage.Ports.All));
        await Storage.StartAsync(Stop);

        Assert.Equal("Lưu trữ", (await blob.DownloadContentAsync(Stop)).Value.Content.ToString());
        Assert.Equal("r", (await rows.GetEntityAsync<TableEntity>("p", "r", cancellationToken: Stop)).Value.RowKey);
        Assert.Equal("m", (await queue.PeekMessageAsync(Stop)).Value.MessageText);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(null)]
    public async Task A_name_that_XML_cannot_carry_is_listed_all_the_same(int? pageSize)
    {
        string[] names = ["thường", "x\u0000y", "x\u0001é%25", "x\u001F\uFFFE", "xuống\ndòng", "z"];
        var container = new BlobContainerClient(Storage.ConnectionString(StorageAccounts.Archive), "names");
        await container.CreateIfNotExistsAsync(cancellationToken: Stop);
        foreach (var name in names)
            await container.GetBlobClient(name).UploadAsync(BinaryData.FromString(name), overwrite: true, Stop);

        var pages = await container.GetBlobsAsync(cancellationToken: Stop).AsPages(pageSizeHint: pageSize).Take(names.Length + 1).ToListAsync(Stop);
        var listed = pages.SelectMany(page => page.Values).Select(blob => blob.Name).ToList();
        Assert.Equal(names.Order(StringComparer.Ordinal), listed.Order(StringComparer.Ordinal));
        foreach (var name in listed)
            Assert.Equal(name, (await container.GetBlobClient(name).DownloadContentAsync(Stop)).Value.Content.ToString());
    }

    [Fact]
    public async Task A_service_that_dies_is_started_again_on_the_same_ports()
    {
        var first = Storage.ProcessId!.Value;
        using (var process = Process.GetProcessById(first))
            process.Kill();

        await Eventually.HoldsAsync(() => Storage.ProcessId is { } pid && pid != first, "another process");
        await Eventually.HoldsAsync(() => new StorageHealth(Storage.Ports, TimeProvider.System).IsHealthyAsync(Stop), "a healthy service");
    }

    [Fact]
    public async Task Starting_a_running_service_changes_nothing()
    {
        var before = Storage.ProcessId;
        await Storage.StartAsync(Stop);
        Assert.Equal(before, Storage.ProcessId);
    }

    [Fact]
    public void It_has_a_session_of_its_own_so_that_a_Ctrl_C_reaches_the_host_only()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Sessions are read from /proc.");
        var pid = Storage.ProcessId!.Value;
        var stat = File.ReadAllText($"/proc/{pid}/stat");
        var session = stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[3];
        Assert.Equal(pid, int.Parse(session, CultureInfo.InvariantCulture));
    }

    private BlobClient Blob(string account, string name)
    {
        var container = new BlobContainerClient(Storage.ConnectionString(account), "test");
        container.CreateIfNotExists(cancellationToken: Stop);
        return container.GetBlobClient(name);
    }
}
