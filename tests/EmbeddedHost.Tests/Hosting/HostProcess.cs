using System.Collections.Concurrent;
using System.Diagnostics;
using EmbeddedHost.Storage;

namespace EmbeddedHost.Tests.Hosting;

/// <summary>The real embedded host, as its own process, run like from a shell.</summary>
internal sealed class HostProcess : IAsyncDisposable
{
    private readonly Process process;
    private readonly ConcurrentQueue<string> output = new();
    private readonly ConcurrentQueue<string> errors = new();

    private HostProcess(Process process) => this.process = process;

    public IEnumerable<string> Output => output;

    public IEnumerable<string> Errors => errors;

    public int Pid => process.Id;

    public static HostProcess Start(params string[] args) => StartWithPath(null, args);

    public static HostProcess StartWithPath(string? path, params string[] args)
    {
        var start = new ProcessStartInfo(Dotnet, [Path.Combine(AppContext.BaseDirectory, "EmbeddedHost.dll"), .. args])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        if (path is not null)
            start.Environment["PATH"] = path;

        var host = new HostProcess(Process.Start(start)!);
        host.Listen();
        return host;
    }

    public Task SaysAsync(string line) => Eventually.HoldsAsync(
        () => process.HasExited ? throw new InvalidOperationException($"Exit code {process.ExitCode}: {string.Join('|', errors)}") : output.Any(said => said.StartsWith(line, StringComparison.Ordinal)),
        $"'{line}' on the standard output, but: {string.Join('|', output.Concat(errors))}");

    /// <summary>SIGTERM, through a shell's built-in.</summary>
    public void Terminate()
    {
        using var kill = Process.Start("sh", ["-c", $"kill -TERM {process.Id}"]);
    }

    public void Kill() => process.Kill();

    public async Task<int> ExitCodeAsync()
    {
        await Eventually.HoldsAsync(() => process.HasExited, "the end of the host");
        process.WaitForExit(); // Returns at once; also waits for the last lines.
        return process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.Kill();
            await process.WaitForExitAsync();
        }

        process.Dispose();
    }

    /// <summary>The storage service noted in a data folder, while it runs.</summary>
    public static int? StorageOf(string data) =>
        AzuriteState.Read(Path.Combine(data, "storage.json")) is { } noted ? RunningProcess.Find(noted.Pid)?.Pid : null;

    private static string Dotnet => Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";

    private void Listen()
    {
        process.OutputDataReceived += (_, e) => Keep(output, e.Data);
        process.ErrorDataReceived += (_, e) => Keep(errors, e.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    private static void Keep(ConcurrentQueue<string> lines, string? line)
    {
        if (line is not null)
            lines.Enqueue(line);
    }
}
