using System.Threading.Channels;

namespace ArchiveFunctions.Description;

/// <summary>
/// Runs library code that takes no cancellation token on threads of its own, and stops waiting for it when the budget is spent. A thread
/// that was left behind keeps its place until it ends, so that hostile files can never hold more than <paramref name="places"/> threads: with
/// all of them held, later work waits for one within its own budget.
/// </summary>
/// <param name="places">How many pieces of work may run at once, those left behind included.</param>
public sealed class AbandonableWork(int places)
{
    /// <summary>Deeply nested input recurses deeply; address space is all that an unused stack costs.</summary>
    private const int StackBytes = 16 << 20;

    private readonly Channel<bool> taken = Channel.CreateBounded<bool>(places);

    /// <summary>One for the whole process: threads are its resource.</summary>
    public static AbandonableWork Shared { get; } = new(4);

    /// <summary>
    /// Runs the work; <see cref="OperationCanceledException"/> once the budget is spent, whether or not the work has noticed. The work must own
    /// everything it touches, because it may go on after that.
    /// </summary>
    public async Task<T> RunAsync<T>(Func<CancellationToken, T> work, CancellationToken budget)
    {
        await taken.Writer.WriteAsync(true, budget);
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        var thread = new Thread(() => Work(work, done, budget), StackBytes) { IsBackground = true, Name = "document parser" };
        thread.Start();
        return await done.Task.WaitAsync(budget);
    }

    private void Work<T>(Func<CancellationToken, T> work, TaskCompletionSource<T> done, CancellationToken budget)
    {
        try
        {
            done.TrySetResult(work(budget));
        }
        catch (OperationCanceledException)
        {
            done.TrySetCanceled(budget);
        }
        catch (Exception problem)
        {
            done.TrySetException(problem);
        }
        finally
        {
            taken.Reader.TryRead(out _);
        }
    }
}
