using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace EmbeddedHost.Triggers;

/// <summary>
/// Starts and stops the pumps with the host. At stop nothing new is taken up, functions get the grace period, then their cancellation;
/// what still is not done comes back at the next start, because blobs have no receipt and messages no deletion.
/// </summary>
internal sealed class FunctionPumps(FunctionRuntime runtime, FunctionRuntimeOptions options, IHostApplicationLifetime host, ILogger<FunctionPumps> log)
    : IHostedService, IDisposable
{
    private readonly CancellationTokenSource taking = new();
    private readonly CancellationTokenSource running = new();
    private List<(string Function, Task Ended)> pumps = [];

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await runtime.ProvisionAsync(cancellationToken);
        pumps = [.. runtime.Pumps.Select(pump => (pump.Function, WatchAsync(pump)))];
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await taking.CancelAsync();
        var ended = Task.WhenAll(pumps.Select(pump => pump.Ended));
        await ended.WaitAsync(options.GracePeriod, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await running.CancelAsync();
        await ended.WaitAsync(options.GracePeriod, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        foreach (var (function, _) in pumps.Where(pump => !pump.Ended.IsCompleted))
            Log.StillRunning(log, function);
    }

    public void Dispose()
    {
        taking.Dispose();
        running.Dispose();
    }

    /// <summary>A pump that ends by itself is a defect of this host; half an archive at work would be worse than none.</summary>
    private async Task WatchAsync(IPump pump)
    {
        try
        {
            await pump.PumpAsync(taking.Token, running.Token);
        }
        catch (Exception e)
        {
            Log.PumpBroken(log, e, pump.Function);
            host.StopApplication();
        }
    }
}
