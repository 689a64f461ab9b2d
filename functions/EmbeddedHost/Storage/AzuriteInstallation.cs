using System.Security.Cryptography;
using EmbeddedHost.Hosting;

namespace EmbeddedHost.Storage;

/// <summary>
/// The pinned Azurite beside its lock file. Installed once, by whichever process comes first; the others wait for it. A marker that names the
/// lock file's digest says that an installation is complete, so that a torn one, or one of another version, is made again.
/// </summary>
internal sealed class AzuriteInstallation(string folder, TimeProvider clock)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    /// <summary>Where package.json, package-lock.json, start.cjs and node_modules are.</summary>
    public string Folder => folder;

    private string Marker => Path.Combine(folder, "node_modules", ".installed");

    /// <summary>The one of the repository, or where there is none (a published host) the one next to the binaries.</summary>
    public static AzuriteInstallation Locate(TimeProvider clock) => new(
        RepositoryRoot.Find() is { } root
            ? Path.Combine(root, "functions", "EmbeddedHost", "azurite")
            : Path.Combine(AppContext.BaseDirectory, "azurite"),
        clock);

    /// <summary>Returns when Azurite is installed; tells <paramref name="progress"/> when that takes a while.</summary>
    /// <exception cref="StartRefusedException">Node or npm is missing, or npm failed.</exception>
    public async Task EnsureAsync(TextWriter progress, CancellationToken stop)
    {
        await Node.RequireAsync(stop);
        var wanted = await WantedAsync(stop);
        if (IsInstalled(wanted))
            return;

        using var ours = await FileLock.TakeAsync(Path.Combine(folder, ".install.lock"), Pause, clock, stop);
        if (!IsInstalled(wanted))
            await InstallAsync(wanted, progress, stop);
    }

    private bool IsInstalled(string wanted) => File.Exists(Marker) && File.ReadAllText(Marker) == wanted;

    private async Task<string> WantedAsync(CancellationToken stop)
    {
        await using var lockFile = File.OpenRead(Path.Combine(folder, "package-lock.json"));
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(lockFile, stop));
    }

    private async Task InstallAsync(string wanted, TextWriter progress, CancellationToken stop)
    {
        await progress.WriteLineAsync("Installing the storage service (Azurite, from npm, about 190 MB, only this once) ...");
        var began = clock.GetTimestamp();
        var npm = await Tool.RunAsync(Node.Npm, ["ci", "--no-audit", "--no-fund"], folder, null, stop);
        if (npm.ExitCode != 0)
            throw new StartRefusedException($"Azurite could not be installed: 'npm ci' in {folder} ended with {npm.ExitCode}: {Reason(npm)}");

        await File.WriteAllTextAsync(Marker, wanted, stop);
        await progress.WriteLineAsync($"Installed in {clock.GetElapsedTime(began).TotalSeconds:0} s.");
    }

    /// <summary>npm closes with the path of its own log; the first error line says what went wrong.</summary>
    private static string Reason(Tool npm) =>
        npm.Errors.Split('\n', StringSplitOptions.TrimEntries).FirstOrDefault(line => line.StartsWith("npm error", StringComparison.Ordinal)) ?? npm.LastLine;
}
