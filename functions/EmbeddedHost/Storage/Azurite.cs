using EmbeddedHost.Hosting;
using Microsoft.Extensions.Logging;

namespace EmbeddedHost.Storage;

/// <summary>
/// The storage service of an embedded archive. It is started or adopted, watched, and started again when it dies; only
/// <see cref="StopAsync"/> makes it stay down. Its ports are settled from the beginning, so that clients can be made before it answers.
/// </summary>
public sealed class Azurite : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan AdoptLimit = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(30);

    private readonly DataFolder folder;
    private readonly AzuriteInstallation installation;
    private readonly StorageHealth health;
    private readonly TimeSpan ahead;
    private readonly TimeProvider clock;
    private readonly TextWriter progress;
    private readonly ILogger log;
    private readonly SemaphoreSlim gate = new(1, 1);

    private AzuriteProcess? process;
    private CancellationTokenSource? watching;
    private Task watch = Task.CompletedTask;

    private Azurite(DataFolder folder, StoragePorts ports, TimeSpan ahead, TextWriter progress, TimeProvider clock, ILogger log)
    {
        (this.folder, Ports, this.ahead, this.progress, this.clock, this.log) = (folder, ports, ahead, progress, clock, log);
        health = new StorageHealth(ports, clock);
        installation = AzuriteInstallation.Locate(clock);
    }

    /// <summary>Where it listens on 127.0.0.1.</summary>
    public StoragePorts Ports { get; }

    /// <summary>The process id of the service while it runs, else null.</summary>
    public int? ProcessId => process is { IsRunning: true } running ? running.Pid : null;

    /// <summary>The connection string of one of the accounts in <see cref="StorageAccounts"/>.</summary>
    public string ConnectionString(string account) => StorageAccounts.ConnectionString(Ports, account);

    /// <summary>Makes sure that the service runs and answers: adopts the one left in this data folder, or starts one. Watches it from then on.</summary>
    /// <exception cref="StartRefusedException">Node is missing, installing failed, a port is taken, or it does not come up.</exception>
    public async Task StartAsync(CancellationToken stop)
    {
        await gate.WaitAsync(stop);
        try
        {
            if (watching is not null)
                return;

            process = await RunAsync(stop);
            watching = new CancellationTokenSource();
            watch = WatchAsync(watching.Token);
        }
        finally
        {
            gate.Release();
        }
    }

    /// <summary>
    /// Stops the service in order, so that nothing it acknowledged is lost, and waits up to 30 s for its end. One that needs longer is still
    /// writing: it is left to finish and the next start waits for it. It stays down until <see cref="StartAsync"/>.
    /// </summary>
    public async Task StopAsync(CancellationToken stop)
    {
        await gate.WaitAsync(stop);
        try
        {
            await EndWatchAsync();
            if (process is not null)
                await EndAsync(process, stop);
            process = null;
        }
        finally
        {
            gate.Release();
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await StopAsync(CancellationToken.None);
        gate.Dispose();
    }

    /// <summary>Settles the ports; nothing is started yet.</summary>
    /// <param name="folder">Its data folder.</param>
    /// <param name="blobPort">The blob port asked for; 0 for any.</param>
    /// <param name="ahead">How far its clock is to be ahead of the machine's: the archive's and the storage service's go together.</param>
    /// <param name="progress">Where a person is told what takes a while.</param>
    /// <param name="clock">The machine's time: how long things take.</param>
    /// <param name="log">For operators.</param>
    /// <exception cref="StartRefusedException">A port asked for is taken by somebody else.</exception>
    internal static Azurite Prepare(DataFolder folder, int blobPort, TimeSpan ahead, TextWriter progress, TimeProvider clock, ILogger log)
    {
        var left = Leftover(folder, blobPort, ahead);
        if (left is Adoption.Adopt adopt)
            return new Azurite(folder, new StoragePorts(adopt.Running.BlobPort), ahead, progress, clock, log);

        var ports = new StoragePorts(blobPort == 0 ? LoopbackPorts.FreeRun(StoragePorts.Count) : blobPort);
        // One left on these very ports goes by another clock: it makes room when it is moved.
        if (!(left is Adoption.Move move && move.Running.BlobPort == ports.Blob))
            RefuseBusy(folder, ports);
        return new Azurite(folder, ports, ahead, progress, clock, log);
    }

    private static Adoption Leftover(DataFolder folder, int blobPort, TimeSpan ahead)
    {
        var noted = AzuriteState.Read(folder.StorageState);
        return Adoption.Judge(noted, noted is null ? null : RunningProcess.Find(noted.Pid), blobPort, ahead);
    }

    private static void RefuseBusy(DataFolder folder, StoragePorts ports)
    {
        if (LoopbackPorts.FirstBusy(ports.All) is not { } busy)
            return;

        // A note whose process was not recognised: a clock set meanwhile makes an old service look like a stranger.
        var suspect = AzuriteState.Read(folder.StorageState) is { } noted && RunningProcess.Find(noted.Pid) is not null ? $" (perhaps by process {noted.Pid})" : "";
        throw new StartRefusedException($"Port {busy} is in use{suspect}; the storage service needs {ports}. Choose other ports with --storage-port.");
    }

    private async Task<AzuriteProcess> RunAsync(CancellationToken stop)
    {
        switch (Leftover(folder, Ports.Blob, ahead))
        {
            case Adoption.Adopt adopt when await AdoptAsync(new AzuriteProcess(adopt.Running, clock), stop) is { } adopted:
                return adopted;
            case Adoption.Move move:
                log.StorageMoves(move.Running.Pid, new StoragePorts(move.Running.BlobPort), Ports);
                await EndAsync(new AzuriteProcess(move.Running, clock), stop);
                break;
        }

        return await LaunchAsync(stop);
    }

    /// <summary>One that is just ending, or busy with a large write, may need a while to say which; one that never answers is ended.</summary>
    private async Task<AzuriteProcess?> AdoptAsync(AzuriteProcess left, CancellationToken stop)
    {
        if (await health.WaitAsync(left, AdoptLimit, stop))
        {
            log.StorageAdopted(left.Pid, Ports);
            return left;
        }

        await EndAsync(left, stop);
        return null;
    }

    private async Task<AzuriteProcess> LaunchAsync(CancellationToken stop)
    {
        await installation.EnsureAsync(progress, stop);
        RefuseBusy(folder, Ports);
        var started = await AzuriteProcess.StartAsync(installation.Folder, folder, Ports, ahead, clock);
        try
        {
            if (await health.WaitAsync(started, StartLimit, stop))
            {
                log.StorageStarted(started.Pid, Ports);
                return started;
            }
        }
        catch (OperationCanceledException)
        {
            await EndAsync(started, CancellationToken.None);
            throw;
        }

        await EndAsync(started, stop);
        throw new StartRefusedException($"The storage service did not come up on {Ports}; what it said is in {folder.StorageLog}.");
    }

    private async Task EndAsync(AzuriteProcess running, CancellationToken stop)
    {
        running.AskToEnd();
        if (await running.EndedWithinAsync(StopLimit, stop))
            File.Delete(folder.StorageState);
        else
            log.StorageEndsLate(running.Pid, StopLimit.TotalSeconds);
    }

    private async Task WatchAsync(CancellationToken stop)
    {
        var backoff = new RestartBackoff();
        while (!stop.IsCancellationRequested)
        {
            var began = clock.GetTimestamp();
            await process!.EndedAsync(stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (stop.IsCancellationRequested)
                return;

            backoff.RanFor(clock.GetElapsedTime(began));
            var wait = backoff.Next();
            log.StorageDied(process.Pid, wait.TotalSeconds);
            await Task.Delay(wait, clock, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await TryAgainAsync(stop);
        }
    }

    private async Task TryAgainAsync(CancellationToken stop)
    {
        try
        {
            process = await RunAsync(stop);
        }
        catch (StartRefusedException refused)
        {
            log.StorageStaysDown(refused.Message); // The watch sees it still ended and comes here again, later each time.
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            log.StorageRestartGivenUp();
        }
    }

    private async Task EndWatchAsync()
    {
        if (watching is null)
            return;

        await watching.CancelAsync();
        await watch;
        watching.Dispose();
        watching = null;
    }
}
