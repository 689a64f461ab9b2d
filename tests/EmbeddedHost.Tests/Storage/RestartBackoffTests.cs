using EmbeddedHost.Storage;

namespace EmbeddedHost.Tests.Storage;

public sealed class RestartBackoffTests
{
    [Fact]
    public void Waits_double_from_two_seconds_up_to_thirty()
    {
        var backoff = new RestartBackoff();
        Assert.Equal([2, 4, 8, 16, 30, 30], Enumerable.Range(0, 6).Select(_ => backoff.Next().TotalSeconds));
    }

    [Fact]
    public void A_minute_of_steady_running_begins_anew_and_less_does_not()
    {
        var backoff = new RestartBackoff();
        _ = backoff.Next();
        backoff.RanFor(TimeSpan.FromSeconds(59));
        Assert.Equal(4, backoff.Next().TotalSeconds);
        backoff.RanFor(TimeSpan.FromSeconds(60));
        Assert.Equal(2, backoff.Next().TotalSeconds);
    }
}
