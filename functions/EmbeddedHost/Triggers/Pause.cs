namespace EmbeddedHost.Triggers;

/// <summary>Waiting that ends quietly when it is told to stop.</summary>
internal static class Pause
{
    public static async Task ForAsync(TimeSpan time, CancellationToken stop, TimeProvider? clock = null) =>
        await Task.Delay(time, clock ?? TimeProvider.System, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    /// <summary>The pause after one that brought nothing.</summary>
    public static TimeSpan Longer(TimeSpan pause, TimeSpan longest) => pause * 2 < longest ? pause * 2 : longest;
}
