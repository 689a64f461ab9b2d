namespace ArchiveFunctions.ReadingRoom;

/// <summary>
/// How long a reader waits for storage or search. Their clients try again for a minute and more, which is right for a message and wrong for
/// a person: here it ends after a few seconds, whatever the clients would still do.
/// </summary>
internal static class Limit
{
    /// <summary>Several times what a slow answer takes.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Does it in time.</summary>
    /// <exception cref="TimeoutException">It took longer.</exception>
    public static async Task<T> Within<T>(Func<CancellationToken, Task<T>> work, TimeProvider clock, CancellationToken stop)
    {
        using var ending = new CancellationTokenSource(Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, ending.Token);
        try
        {
            return await work(either.Token);
        }
        catch (OperationCanceledException late) when (ending.IsCancellationRequested && !stop.IsCancellationRequested)
        {
            throw new TimeoutException($"No answer within {Patience.TotalSeconds:0} s.", late);
        }
    }
}
