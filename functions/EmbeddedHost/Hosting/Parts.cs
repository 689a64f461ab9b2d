namespace EmbeddedHost.Hosting;

/// <summary>Things that were begun one after the other and end in the opposite order, each of them whatever becomes of the others.</summary>
internal sealed class Parts : IAsyncDisposable
{
    private readonly Stack<Func<ValueTask>> ends = new();

    /// <summary>Ends this part too, before all that were added earlier.</summary>
    public T Add<T>(T part)
        where T : IDisposable
    {
        ends.Push(() =>
        {
            part.Dispose();
            return ValueTask.CompletedTask;
        });
        return part;
    }

    /// <summary>Ends a part in this way.</summary>
    public void Add(Func<ValueTask> end) => ends.Push(end);

    /// <summary>Ends all of them; what failed on the way is thrown at the end.</summary>
    public async ValueTask DisposeAsync()
    {
        var failures = new List<Exception>();
        while (ends.TryPop(out var end))
        {
            try
            {
                await end();
            }
            catch (Exception e)
            {
                failures.Add(e);
            }
        }

        if (failures.Count > 0)
            throw new AggregateException("Not everything ended in order.", failures);
    }
}
