namespace ArchiveFunctions.Tests.Stories;

/// <summary>Waits for what other processes or caches do, up to a deadline.</summary>
internal static class Eventually
{
    /// <summary>Fails when the condition does not hold within two minutes.</summary>
    public static async Task Holds(Func<Task<bool>> condition, string what)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        using var ticks = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (!await condition())
        {
            Assert.False(deadline.IsCancellationRequested, $"Not within two minutes: {what}");
            await ticks.WaitForNextTickAsync();
        }
    }
}
