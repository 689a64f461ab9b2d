using System.Globalization;
using System.Runtime.InteropServices;
using EmbeddedHost.Hosting;

namespace EmbeddedHost.Storage;

/// <summary>
/// A running Azurite. It is nobody's child (see <c>azurite/start.cjs</c>), so one that was started and one that was adopted are handled alike.
/// </summary>
internal sealed class AzuriteProcess(AzuriteState state, TimeProvider clock)
{
    private const int Sigterm = 15;
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(200);

    /// <summary>Its process id.</summary>
    public int Pid => state.Pid;

    /// <summary>
    /// Whether it still runs. Only its id is looked at: it was ours a moment ago, and a start time compared again and again would declare it
    /// dead whenever the system's clock is set.
    /// </summary>
    public bool IsRunning => RunningProcess.Find(state.Pid) is not null;

    /// <summary>
    /// Starts Azurite over the data folder and returns as soon as it exists, before it answers. Takes a fraction of a second and cannot be
    /// cancelled: whoever gets no process back may rely on there being none.
    /// </summary>
    /// <exception cref="StartRefusedException">It could not be started at all.</exception>
    public static async Task<AzuriteProcess> StartAsync(string azurite, DataFolder folder, StoragePorts ports, TimeSpan ahead, TimeProvider clock)
    {
        var launch = await Tool.RunAsync("node", Arguments(azurite, folder, ports), folder.Path, Environment(ahead), CancellationToken.None);
        var state = AzuriteState.Read(folder.StorageState);
        return launch.ExitCode == 0 && state is not null
            ? new AzuriteProcess(state, clock)
            : throw new StartRefusedException($"The storage service could not be started: {launch.LastLine}");
    }

    /// <summary>
    /// Asks it to end (SIGTERM). Only so does Azurite write what it still holds in memory; a killed one loses up to five seconds of
    /// acknowledged writes. Windows knows no such request: there it is killed.
    /// </summary>
    public void AskToEnd()
    {
        if (!IsRunning)
            return;

        if (OperatingSystem.IsWindows())
            System.Diagnostics.Process.GetProcessById(Pid).Kill();
        else
            _ = SendSignal(Pid, Sigterm); // Fails only where it has ended meanwhile.
    }

    /// <summary>Completes when it has ended.</summary>
    public async Task EndedAsync(CancellationToken stop)
    {
        while (IsRunning)
            await Task.Delay(Look, clock, stop);
    }

    /// <summary>Waits for its end; false when the time was up first.</summary>
    public async Task<bool> EndedWithinAsync(TimeSpan limit, CancellationToken stop)
    {
        using var patience = new CancellationTokenSource(limit, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, stop);
        try
        {
            await EndedAsync(either.Token);
            return true;
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return false;
        }
    }

    private static Dictionary<string, string> Environment(TimeSpan ahead) => new()
    {
        ["AZURITE_ACCOUNTS"] = StorageAccounts.ForAzurite,
        ["ARCHIVE_CLOCK_AHEAD"] = ((long)ahead.TotalSeconds).ToString(CultureInfo.InvariantCulture),
    };

    private static string[] Arguments(string azurite, DataFolder folder, StoragePorts ports) =>
    [
        Path.Combine(azurite, "start.cjs"), folder.StorageState, folder.StorageLog, Number(ports.Blob),
        Path.Combine(azurite, "node_modules", "azurite", "dist", "src", "azurite.js"),
        "--location", folder.Storage, "--silent", "--skipApiVersionCheck", "--disableTelemetry",
        "--blobHost", "127.0.0.1", "--blobPort", Number(ports.Blob),
        "--queueHost", "127.0.0.1", "--queuePort", Number(ports.Queue),
        "--tableHost", "127.0.0.1", "--tablePort", Number(ports.Table),
    ];

    private static string Number(int port) => port.ToString(CultureInfo.InvariantCulture);

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SendSignal(int pid, int signal);
}
