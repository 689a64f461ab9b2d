using System.Text.Json;
using Azure.Storage.Blobs;
using Microsoft.Azure.Functions.Worker;

namespace EmbeddedHost.Tests.Triggers;

public sealed class BlobTriggerTests(AzuriteFixture azurite)
{
    private readonly string account = azurite.NextAccount();
    private readonly string state = ToyHost.NewState();
    private readonly Witness witness = new();

    [Fact]
    public async Task A_blob_is_run_once_per_ETag_across_restarts()
    {
        await using (var first = await StartAsync())
        {
            await PutAsync(first, "H26/one.pdf");
            await first.IdleAsync();
        }

        await using var second = await StartAsync();
        await PutAsync(second, "H26/two.pdf");
        await second.IdleAsync();

        Assert.Equal(["H26|one.pdf", "H26|two.pdf"], witness.Seen);
    }

    [Fact]
    public async Task An_overwritten_blob_runs_again()
    {
        await using var host = await StartAsync();
        await PutAsync(host, "H26/one.pdf");
        await host.IdleAsync();
        await PutAsync(host, "H26/one.pdf", "changed");
        await host.IdleAsync();

        Assert.Equal(2, witness.Seen.Count);
    }

    [Fact]
    public async Task A_failing_blob_is_given_up_after_five_attempts_with_Azures_poison_message()
    {
        witness.FailFirst(100);
        await using var host = await StartAsync();
        await PutAsync(host, "H26/một.pdf");
        await host.IdleAsync();

        Assert.Equal(5, witness.Seen.Count);
        var poison = JsonDocument.Parse(Assert.Single(await host.BodiesAsync("webjobs-blobtrigger-poison"))).RootElement;
        Assert.Equal(["Type", "FunctionId", "BlobType", "ContainerName", "BlobName", "ETag"], poison.EnumerateObject().Select(p => p.Name));
        Assert.Equal(("BlobTrigger", "Receive", "inbox", "H26/một.pdf"), (Text("Type"), Text("FunctionId"), Text("ContainerName"), Text("BlobName")));
        Assert.Equal((await host.Container("inbox").GetBlobClient("H26/một.pdf").GetPropertiesAsync(cancellationToken: TestContext.Current.CancellationToken)).Value.ETag.ToString("H"), Text("ETag"));

        string? Text(string name) => poison.GetProperty(name).GetString();
    }

    [Fact]
    public async Task A_blob_that_fails_at_first_succeeds_later_and_leaves_no_poison()
    {
        witness.FailFirst(2);
        await using var host = await StartAsync();
        await PutAsync(host, "H26/one.pdf");
        await host.IdleAsync();

        Assert.Equal(3, witness.Seen.Count);
        Assert.Empty(await host.BodiesAsync("webjobs-blobtrigger-poison"));
    }

    [Fact]
    public async Task A_run_cut_short_by_a_stop_runs_again_at_the_next_start()
    {
        var begun = new TaskCompletionSource();
        witness.During = (_, time) => time == 1 ? HangAsync() : Task.CompletedTask;
        var first = await StartAsync(TimeSpan.Zero);
        await PutAsync(first, "H26/one.pdf");
        await begun.Task.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
        await first.DisposeAsync();

        await using var second = await StartAsync();
        await second.IdleAsync();
        Assert.Equal(2, witness.Seen.Count);

        Task HangAsync()
        {
            begun.SetResult();
            return Task.Delay(Timeout.Infinite, BlobToy.Stop.Value);
        }
    }

    [Theory]
    [InlineData("Quyết định số 12/QĐ-UBND ngày 05.pdf", "Quyết định số 12", "QĐ-UBND ngày 05.pdf")]
    [InlineData("H26/100% #1 a+b & c=d?.pdf", "H26", "100% #1 a+b & c=d?.pdf")]
    [InlineData("H26/%20 %2F.pdf", "H26", "%20 %2F.pdf")]
    [InlineData("H26/sâu/hơn nữa/tệp.pdf", "H26/sâu/hơn nữa", "tệp.pdf")]
    public async Task Names_come_through_unharmed_and_the_client_opens_the_same_blob(string name, string agency, string rest)
    {
        await using var host = await StartAsync();
        await PutAsync(host, name);
        await host.IdleAsync();

        Assert.Equal([$"{agency}|{rest}"], witness.Seen);
    }

    [Fact]
    public async Task A_stream_parameter_reads_the_content()
    {
        await using var host = await ToyHost.StartAsync(account, typeof(StreamToy), witness, ToyHost.Impatient(state));
        await PutAsync(host, "x", "nội dung");
        await host.IdleAsync();

        Assert.Equal(["nội dung"], witness.Seen);
    }

    [Fact]
    public async Task Storage_that_was_away_is_no_attempt()
    {
        var data = Directory.CreateTempSubdirectory("azurite").FullName;
        var storage = await AzuriteProcess.StartAsync(data, 0, 0);
        var begun = new TaskCompletionSource();
        var proceed = new TaskCompletionSource();
        witness.During = (_, time) =>
        {
            begun.TrySetResult();
            return time == 1 ? proceed.Task : Task.CompletedTask;
        };
        var away = new Heard(140);
        var once = ToyHost.Impatient(state);
        once = once with { Host = once.Host with { PoisonBlobThreshold = 1 } };
        await using var host = await ToyHost.StartAsync(storage.ConnectionString(1), typeof(BlobToy), witness, once, more: away.Listen);
        await PutAsync(host, "H26/one.pdf");
        await begun.Task.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);

        await storage.DisposeAsync();
        away.Forget();
        proceed.SetResult();
        await away.Said.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
        await witness.Failed.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
        await using var again = await AzuriteProcess.StartAsync(data, storage.BlobPort, storage.QueuePort);
        await host.IdleAsync();

        Assert.True(witness.Seen.Count == 2, away.Everything);
        Assert.True((await host.BodiesAsync("webjobs-blobtrigger-poison")).Count == 0, away.Everything);
    }

    private async Task<ToyHost> StartAsync(TimeSpan? grace = null)
    {
        var options = ToyHost.Impatient(state);
        return await ToyHost.StartAsync(account, typeof(BlobToy), witness, grace is { } period ? options with { GracePeriod = period } : options);
    }

    private static async Task PutAsync(ToyHost host, string name, string content = "content") =>
        await host.Container("inbox").GetBlobClient(name).UploadAsync(BinaryData.FromString(content), overwrite: true, TestContext.Current.CancellationToken);

    public sealed class BlobToy(Witness witness)
    {
        public static readonly AsyncLocal<CancellationToken> Stop = new();

        [Function("Receive")]
        public async Task Run(
            [BlobTrigger("inbox/{agency}/{name}", Connection = "Store")] BlobClient upload, string agency, string name, CancellationToken stop)
        {
            Stop.Value = stop;
            await witness.SawAsync($"{agency}|{name}");
            Assert.Equal($"{agency}/{name}", upload.Name);
            await witness.FailingAsync(() => upload.GetPropertiesAsync(cancellationToken: stop));
        }
    }

    public sealed class StreamToy(Witness witness)
    {
        [Function("Read")]
        public async Task Run([BlobTrigger("inbox/{name}", Connection = "Store")] Stream content, CancellationToken stop) =>
            await witness.SawAsync(await new StreamReader(content).ReadToEndAsync(stop));
    }
}
