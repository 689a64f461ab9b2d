using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using EmbeddedHost.Hosting;
using EmbeddedHost.Storage;

namespace Benchmarks.Archives;

/// <summary>The embedded host as its users start it: a process of its own, on free ports.</summary>
internal sealed class HostProcess : IAsyncDisposable
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(30);
    private readonly Process process;
    private readonly HttpClient client;

    private HostProcess(Process process, int port, int storagePort)
    {
        (this.process, Storage) = (process, StorageAccounts.ConnectionString(new StoragePorts(storagePort), StorageAccounts.Archive));
        client = new HttpClient { BaseAddress = new UriBuilder(Uri.UriSchemeHttp, "127.0.0.1", port).Uri };
    }

    /// <summary>The connection string of its archive account.</summary>
    public string Storage { get; }

    /// <summary>Starts it, and returns when it says that it is ready.</summary>
    /// <exception cref="InvalidOperationException">It ended instead.</exception>
    public static async Task<HostProcess> StartAsync(string data, CancellationToken stop)
    {
        var (port, storagePort) = (LoopbackPorts.FreeRun(1), LoopbackPorts.FreeRun(StoragePorts.Count));
        string[] arguments = ["--port", Number(port), "--storage-port", Number(storagePort), "--data", data, "--no-samples"];
        var start = new ProcessStartInfo(
            Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", [Path.Combine(AppContext.BaseDirectory, "EmbeddedHost.dll"), .. arguments]) { RedirectStandardOutput = true };
        var host = new HostProcess(Process.Start(start)!, port, storagePort);
        try
        {
            await host.WhenReadyAsync(stop);
            return host;
        }
        catch (Exception)
        {
            await host.DisposeAsync();
            throw;
        }
    }

    /// <summary>The most memory the process has held so far, as the system counts it (<c>VmHWM</c>).</summary>
    public long PeakMegabytes()
    {
        var line = File.ReadLines($"/proc/{process.Id}/status").First(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
        return long.Parse(line.Split(' ', '\t', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;
    }

    /// <summary>Returns when so many records of an agency are found by its officer.</summary>
    /// <exception cref="TimeoutException">Nothing new was found for half an hour.</exception>
    public async Task WhenFoundAsync(string agency, int count, CancellationToken stop)
    {
        using var token = await client.PostAsJsonAsync("dev/token", new { roles = new[] { "officer" }, agency, name = "Officer" }, stop);
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", (await token.Content.ReadFromJsonAsync<JsonElement>(stop)).GetProperty("access_token").GetString());
        using var ticks = new PeriodicTimer(Look);
        var (found, since) = (0, Stopwatch.GetTimestamp());
        while (found < count)
        {
            await ticks.WaitForNextTickAsync(stop);
            var now = (await client.GetFromJsonAsync<JsonElement>($"api/records?agency={agency}&size=1", stop)).GetProperty("count").GetInt32();
            if (now > found)
                (found, since) = (now, Stopwatch.GetTimestamp());
            if (Stopwatch.GetElapsedTime(since) > Patience)
                throw new TimeoutException($"Only {found} of {count} records of {agency} are found; its uploads: {await client.GetStringAsync($"api/agencies/{agency}/uploads?size=3", stop)}");
        }
    }

    /// <summary>Asks it to end, as Ctrl-C would, and waits: it ends its storage service too.</summary>
    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        if (!process.HasExited)
        {
            using var kill = Process.Start("kill", ["-TERM", Number(process.Id)]);
            await process.WaitForExitAsync();
        }

        process.Dispose();
    }

    private async Task WhenReadyAsync(CancellationToken stop)
    {
        string? line;
        do
            line = await process.StandardOutput.ReadLineAsync(stop);
        while (line?.StartsWith("Ready:", StringComparison.Ordinal) == false);
        if (line is null)
            throw new InvalidOperationException("The host ended before it was ready; the standard error says why.");
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
