using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using EmbeddedHost.Hosting;
using EmbeddedHost.Storage;

namespace EmbeddedHost.Tests.Hosting;

/// <summary>The contract of the command, kept by the real binary with real signals.</summary>
public sealed class HostProcessTests : IDisposable
{
    private readonly TemporaryFolder data = new();
    private readonly int port = LoopbackPorts.FreeRun(1);
    private readonly StoragePorts storage = new(LoopbackPorts.FreeRun(StoragePorts.Count));

    public HostProcessTests() => Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no signals to stop a process with.");

    public void Dispose()
    {
        if (HostProcess.StorageOf(data.Path) is { } left)
        {
            using var process = Process.GetProcessById(left);
            process.Kill();
        }

        data.Dispose();
    }

    [Fact]
    public async Task It_says_Ready_once_and_SIGTERM_stops_everything_with_exit_code_0()
    {
        await using var host = Start();
        await host.SaysAsync(Ready);
        using (var client = new HttpClient())
            Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(new Uri($"http://127.0.0.1:{port}/api/health"), TestContext.Current.CancellationToken)).StatusCode);
        var service = HostProcess.StorageOf(data.Path);
        Assert.NotNull(service);

        host.Terminate();
        Assert.Equal(0, await host.ExitCodeAsync());

        Assert.Single(host.Output, Ready);
        Assert.Null(RunningProcess.Find(service.Value));
        Assert.False(File.Exists(Path.Combine(data.Path, "storage.json")));
        Assert.Null(LoopbackPorts.FirstBusy([port, .. storage.All]));
    }

    [Fact]
    public async Task SIGTERM_sent_twice_as_process_managers_do_still_leaves_nothing_running()
    {
        await using var host = Start();
        await host.SaysAsync(Ready);
        var service = HostProcess.StorageOf(data.Path);
        Assert.NotNull(service);

        host.Terminate();
        host.Terminate();
        Assert.Equal(0, await host.ExitCodeAsync());

        Assert.Null(RunningProcess.Find(service.Value));
    }

    [Fact]
    public async Task Killed_it_leaves_the_storage_service_and_the_next_start_adopts_it()
    {
        await using var killed = Start();
        await killed.SaysAsync(Ready);
        var service = HostProcess.StorageOf(data.Path);
        killed.Kill();
        await killed.ExitCodeAsync();
        Assert.Equal(service, HostProcess.StorageOf(data.Path));

        await using var next = Start();
        await next.SaysAsync(Ready);
        Assert.Equal(service, HostProcess.StorageOf(data.Path));

        next.Terminate();
        Assert.Equal(0, await next.ExitCodeAsync());
        Assert.Null(HostProcess.StorageOf(data.Path));
    }

    [Fact]
    public async Task A_service_left_on_other_ports_is_moved_to_those_asked_for()
    {
        await using var killed = Start();
        await killed.SaysAsync(Ready);
        killed.Kill();
        await killed.ExitCodeAsync();

        var elsewhere = new StoragePorts(LoopbackPorts.FreeRun(StoragePorts.Count));
        await using var next = Start(elsewhere.Blob);
        await next.SaysAsync(Ready);

        Assert.Equal(elsewhere.Blob, AzuriteState.Read(Path.Combine(data.Path, "storage.json"))?.BlobPort);
        Assert.Null(LoopbackPorts.FirstBusy(storage.All));
        Assert.Contains(next.Errors, line => line.Contains($"is on ports {storage}", StringComparison.Ordinal));
        next.Terminate();
        Assert.Equal(0, await next.ExitCodeAsync());
    }

    [Fact]
    public async Task SIGTERM_while_it_is_still_starting_leaves_nothing_running()
    {
        await using var host = Start();
        await Eventually.HoldsAsync(() => HostProcess.StorageOf(data.Path) is not null, "the storage service's process");
        var service = HostProcess.StorageOf(data.Path);
        host.Terminate();

        Assert.Equal(0, await host.ExitCodeAsync());
        Assert.Null(service is { } pid ? RunningProcess.Find(pid) : null);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_busy_port_is_one_line_and_exit_code_1(bool http)
    {
        using var somebody = new TcpListener(IPAddress.Loopback, http ? port : storage.Queue);
        somebody.Start();
        await using var host = Start();

        Assert.Equal(1, await host.ExitCodeAsync());
        Assert.StartsWith($"Port {(http ? port : storage.Queue)} is in use", Assert.Single(host.Errors), StringComparison.Ordinal);
        Assert.Empty(host.Output);
    }

    [Fact]
    public async Task A_second_host_on_the_same_data_folder_is_one_line_and_exit_code_1()
    {
        using var held = DataFolder.Claim(data.Path);
        await using var host = Start();
        Assert.Equal(1, await host.ExitCodeAsync());
        Assert.StartsWith("Another archive is already running", Assert.Single(host.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_Node_is_one_line_and_exit_code_1()
    {
        await using var host = HostProcess.StartWithPath(data.Path, Arguments(storage.Blob));
        Assert.Equal(1, await host.ExitCodeAsync());
        Assert.StartsWith("'node' was not found", Assert.Single(host.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_option_is_one_line_and_exit_code_2()
    {
        await using var host = HostProcess.Start("--colour");
        Assert.Equal(2, await host.ExitCodeAsync());
        Assert.Single(host.Errors);
    }

    private string Ready => $"Ready: http://127.0.0.1:{port}";

    private HostProcess Start(int? storagePort = null) => HostProcess.Start(Arguments(storagePort ?? storage.Blob));

    private string[] Arguments(int storagePort) =>
        ["--port", Number(port), "--storage-port", Number(storagePort), "--data", data.Path, "--no-samples"];

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
