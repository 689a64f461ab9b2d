using System.Runtime.InteropServices;

namespace EmbeddedHost.Hosting;

/// <summary>
/// Ctrl-C, SIGTERM and a closed terminal ask for an orderly stop, also while everything is still starting. A second one is left to the
/// system and ends the process at once; the storage service then goes on and the next start adopts it.
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
        signal.Cancel = !asked.IsCancellationRequested;
        asked.Cancel();
    }
}
