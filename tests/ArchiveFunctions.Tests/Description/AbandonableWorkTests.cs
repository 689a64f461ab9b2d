using ArchiveFunctions.Description;

namespace ArchiveFunctions.Tests.Description;

public sealed class AbandonableWorkTests
{
    [Fact]
    public async Task Work_that_never_notices_its_budget_is_left_behind_and_keeps_its_place_until_it_ends()
    {
        var work = new AbandonableWork(1);
        using var endless = new ManualResetEventSlim();
        using var budget = new CancellationTokenSource();
        var left = work.RunAsync(_ => { endless.Wait(CancellationToken.None); return 1; }, budget.Token);
        await budget.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => left);

        using var later = new CancellationTokenSource();
        var waiting = work.RunAsync(_ => 2, later.Token);
        Assert.False(waiting.IsCompleted);
        endless.Set();
        Assert.Equal(2, await waiting);
    }

    [Fact]
    public async Task What_the_work_throws_its_caller_gets() =>
        await Assert.ThrowsAsync<InvalidDataException>(() => new AbandonableWork(1).RunAsync<int>(_ => throw new InvalidDataException(), CancellationToken.None));
}
