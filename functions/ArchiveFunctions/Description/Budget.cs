namespace ArchiveFunctions.Description;

/// <summary>Wall-clock time a piece of work may take, by a given clock, ended early when its caller stops.</summary>
public sealed class Budget : IDisposable
{
    private readonly CancellationTokenSource clock;
    private readonly CancellationTokenSource either;
    private readonly CancellationToken stop;

    /// <summary>Starts the budget.</summary>
    public Budget(TimeSpan time, TimeProvider provider, CancellationToken stop)
    {
        this.stop = stop;
        clock = new CancellationTokenSource(time, provider);
        either = CancellationTokenSource.CreateLinkedTokenSource(clock.Token, stop);
    }

    /// <summary>Cancelled when the time is spent or the caller stops.</summary>
    public CancellationToken Token => either.Token;

    /// <summary>Whether it was the time, not the caller, that ended the work.</summary>
    public bool Spent => clock.IsCancellationRequested && !stop.IsCancellationRequested;

    /// <inheritdoc/>
    public void Dispose()
    {
        either.Dispose();
        clock.Dispose();
    }
}
