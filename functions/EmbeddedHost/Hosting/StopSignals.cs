using System.Runtime.InteropServices;

namespace EmbeddedHost.Hosting;

/// <summary>
/// Ctrl-C, SIGTERM and a closed terminal ask for an orderly stop, also while everything is still starting. Further ones change
/// nothing: process managers and terminals send a stop twice, to the process and to its group, and the second must not cut the first short
/// and leave the storage service running. Stopping is bounded in time; who cannot wait has SIGKILL.
/// </summary>
internal sealed class StopSignals : IDisposable
{
    private readonly CancellationTokenSource asked = new();
    private readonly PosixSignalRegistration[] registrations;

    /// <summary>Listens from now on.</summary>
    public StopSignals() => registrations =
        [.. new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP, PosixSignal.SIGQUIT }.Select(s => PosixSignalRegistration.Create(s, OnSignal))];

    /// <summary>Cancelled by the first signal.</summary>
    public CancellationToken Stop => asked.Token;

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var registration in registrations)
            registration.Dispose();
        asked.Dispose();
    }

    private void OnSignal(PosixSignalContext signal)
    {
        signal.Cancel = true;
        asked.Cancel();
    }
}
