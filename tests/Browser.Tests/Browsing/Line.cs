using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Web;
using Microsoft.Playwright;

namespace Browser.Tests.Browsing;

/// <summary>The line to storage, which carries so many blocks and then is dead: what is put on it meets no answer.</summary>
internal sealed class Line
{
    private readonly ConcurrentQueue<int> carried = new();
    private TaskCompletionSource dead = new();
    private int left;

    /// <summary>The blocks carried, in order.</summary>
    public IReadOnlyCollection<int> Carried => carried;

    /// <summary>The line carries so many more; the task ends when the next one hangs.</summary>
    public Task DiesAfter(int blocks)
    {
        (left, dead) = (blocks, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        return dead.Task.WaitAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Carries a block, or lets it hang.</summary>
    public Task Carries(IRoute route)
    {
        if (Interlocked.Decrement(ref left) < 0)
        {
            dead.TrySetResult();
            return Task.CompletedTask;
        }

        var id = HttpUtility.ParseQueryString(new Uri(route.Request.Url).Query)["blockid"]!;
        carried.Enqueue(int.Parse(Encoding.ASCII.GetString(Convert.FromBase64String(id)), CultureInfo.InvariantCulture));
        return route.ContinueAsync();
    }
}
