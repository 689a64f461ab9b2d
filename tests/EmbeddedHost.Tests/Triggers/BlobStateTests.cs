using EmbeddedHost.Triggers;
using EmbeddedHost.Triggers.Blobs;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace EmbeddedHost.Tests.Triggers;

public sealed class BlobStateTests
{
    private readonly string path = Path.Combine(ToyHost.NewState(), "blobs", "Receive.receipts");

    [Fact]
    public void A_torn_last_line_is_dropped_and_the_next_receipt_stands_on_its_own()
    {
        using (var receipts = Open())
            receipts.Add(Blob("một\nhai", "1"));
        File.AppendAllText(path, "[\"2\",\"half");
        using (var receipts = Open())
            receipts.Add(Blob("three", "3"));

        using var read = Open();
        Assert.True(read.Covers("một\nhai", "1"));
        Assert.True(read.Covers("three", "3"));
        Assert.False(read.Covers("half", "2"));
    }

    [Fact]
    public void Receipts_of_blobs_that_are_gone_leave_with_the_first_look()
    {
        using (var receipts = Open())
        {
            receipts.Add(Blob("gone", "1"));
            receipts.Add(Blob("kept", "1"));
            receipts.Add(Blob("kept", "2"));
        }

        using (var receipts = Open())
        {
            receipts.LookBegins();
            receipts.Saw("kept");
            receipts.Add(Blob("new", "1"));
            receipts.LookEnds();
            Assert.False(receipts.Covers("gone", "1"));
        }

        Assert.Equal(2, File.ReadAllLines(path).Length);
        using var read = Open();
        Assert.True(read.Covers("kept", "2"));
        Assert.True(read.Covers("new", "1"));
    }

    [Fact]
    public void A_failed_blob_waits_for_the_clock_and_a_new_version_does_not()
    {
        var clock = new FakeTimeProvider();
        var options = new FunctionRuntimeOptions { StateDirectory = ToyHost.NewState() };
        var attempts = new BlobAttempts(options, clock);
        attempts.Failed(Blob("a", "1"));

        Assert.True(attempts.IsWaiting("a", "1"));
        Assert.False(attempts.IsWaiting("a", "2"));
        clock.Advance(options.BlobRetryDelay(1));
        Assert.False(attempts.IsWaiting("a", "1"));
        Assert.Equal(1, attempts.Failed(Blob("a", "2")).Attempts);
    }

    [Fact]
    public void Five_attempts_span_half_a_minute_and_more()
    {
        var options = new FunctionRuntimeOptions { StateDirectory = ToyHost.NewState() };
        Assert.True(Enumerable.Range(1, 4).Sum(attempt => options.BlobRetryDelay(attempt).TotalSeconds) >= 30);
    }

    [Fact]
    public void The_projects_host_json_is_read()
    {
        var settings = HostSettings.Read(Path.Combine(AppContext.BaseDirectory, "host.json"));

        Assert.Equal((string.Empty, 4, 5, 8, 256), (settings.RoutePrefix, settings.BlobParallelism, settings.PoisonBlobThreshold, settings.MaxConcurrentCalls, settings.MaxMessageBatchSize));
        Assert.Equal(TimeSpan.FromMinutes(10), settings.MaxAutoLockRenewal);
    }

    private BlobReceipts Open() => BlobReceipts.Open(path, "Receive", NullLogger.Instance);

    private static WatchedBlob Blob(string name, string etag) => new(name, etag, new Dictionary<string, object?>());
}
