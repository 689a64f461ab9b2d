using System.Text.Json;
using Microsoft.Azure.Functions.Worker;

namespace EmbeddedHost.Tests.Triggers;

public sealed class MessageTriggerTests(AzuriteFixture azurite)
{
    private readonly string account = azurite.NextAccount();
    private readonly Witness witness = new();

    [Fact]
    public async Task A_message_is_read_whatever_the_case_of_its_names_and_then_is_gone()
    {
        await using var host = await StartAsync(typeof(OrderToy));
        await host.SendAsync("orders", """{"ID":"bảy","count":3}""");
        await host.IdleAsync();

        Assert.Equal(["bảy x 3"], witness.Seen);
    }

    [Fact]
    public async Task A_failed_message_is_delivered_again()
    {
        witness.FailFirst(2);
        await using var host = await StartAsync(typeof(OrderToy));
        await host.SendAsync("orders", """{"Id":"a","Count":1}""");
        await host.IdleAsync();

        Assert.Equal(3, witness.Seen.Count);
        Assert.Empty(await host.BodiesAsync("orders-deadletter"));
    }

    [Fact]
    public async Task A_message_that_always_fails_goes_to_the_dead_letters_with_its_reason()
    {
        witness.FailFirst(100);
        await using var host = await StartAsync(typeof(OrderToy));
        await host.SendAsync("orders", """{"Id":"a","Count":1}""");
        await host.IdleAsync();

        Assert.Equal(3, witness.Seen.Count);
        var letter = JsonDocument.Parse(Assert.Single(await host.BodiesAsync("orders-deadletter"))).RootElement;
        Assert.Equal("""{"Id":"a","Count":1}""", letter.GetProperty("body").GetString());
        Assert.Equal("MaxDeliveryCountExceeded", letter.GetProperty("reason").GetString());
        Assert.Equal("System.InvalidOperationException", letter.GetProperty("description").GetString());
        Assert.Equal(3, letter.GetProperty("deliveryCount").GetInt32());
    }

    [Fact]
    public async Task A_malformed_message_goes_to_the_dead_letters_and_others_pass()
    {
        await using var host = await StartAsync(typeof(OrderToy));
        await host.SendAsync("orders", "not json");
        await host.SendAsync("orders", """{"Id":"a","Count":1}""");
        await host.IdleAsync();

        Assert.Equal(["a x 1"], witness.Seen);
        Assert.Single(await host.BodiesAsync("orders-deadletter"));
    }

    [Fact]
    public async Task A_batched_function_takes_more_than_one_call_brings_and_each_message_once()
    {
        await using (await StartAsync(typeof(BatchToy), "true"))
        {
        }

        await Parallel.ForEachAsync(Enumerable.Range(0, 100), TestContext.Current.CancellationToken, async (n, _) =>
            await new Azure.Storage.Queues.QueueClient(account, "changes").SendMessageAsync($$"""{"Id":"{{n}}","Count":0}""", CancellationToken.None));
        await using var host = await StartAsync(typeof(BatchToy));
        await host.IdleAsync();

        Assert.Contains(witness.Seen, batch => batch.Split(' ').Length > 32);
        Assert.Equal(Enumerable.Range(0, 100).Select(n => $"{n}").Order(), witness.Seen.SelectMany(batch => batch.Split(' ')).Order());
    }

    [Fact]
    public async Task A_malformed_message_does_not_take_its_batch_with_it()
    {
        await using var host = await StartAsync(typeof(BatchToy));
        await host.SendAsync("changes", "null");
        await host.SendAsync("changes", """{"Id":"a","Count":1}""");
        await host.IdleAsync();

        Assert.Equal(["a"], witness.Seen);
        Assert.Single(await host.BodiesAsync("changes-deadletter"));
    }

    [Fact]
    public async Task A_lock_is_renewed_while_the_function_runs_so_the_message_comes_once()
    {
        var renewals = new Requests("PUT", "/messages/");
        witness.During = (_, _) => renewals.ReachedAsync(3);
        var options = ToyHost.Impatient(ToyHost.NewState()) with { LockDuration = TimeSpan.FromSeconds(2), MaxDeliveryCount = 3 };
        await using var host = await ToyHost.StartAsync(account, typeof(OrderToy), witness, options, more: renewals.Watch);
        await host.SendAsync("orders", """{"Id":"a","Count":1}""");
        await host.IdleAsync();

        Assert.Single(witness.Seen);
    }

    [Fact]
    public async Task A_message_in_hand_at_the_stop_is_delivered_at_the_next_start()
    {
        var begun = new TaskCompletionSource();
        witness.During = (_, time) =>
        {
            begun.TrySetResult();
            return time == 1 ? Task.Delay(Timeout.Infinite, OrderToy.Stop.Value) : Task.CompletedTask;
        };
        var first = await StartAsync(typeof(OrderToy), grace: TimeSpan.Zero);
        await first.SendAsync("orders", """{"Id":"a","Count":1}""");
        await begun.Task.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
        await first.DisposeAsync();

        await using var second = await StartAsync(typeof(OrderToy));
        await second.IdleAsync();
        Assert.Equal(2, witness.Seen.Count);
    }

    [Fact]
    public async Task A_storage_queue_message_that_always_fails_goes_to_the_poison_queue_as_it_is()
    {
        witness.FailFirst(100);
        await using var host = await StartAsync(typeof(QueueToy));
        await host.SendAsync("work", "việc");
        await host.IdleAsync();

        Assert.Equal(5, witness.Seen.Count);
        Assert.Equal(["việc"], await host.BodiesAsync("work-poison"));
    }

    [Fact]
    public async Task Text_that_is_not_base64_is_taken_as_it_is()
    {
        await using var host = await StartAsync(typeof(QueueToy));
        await host.Queue("work").SendMessageAsync("by hand!", TestContext.Current.CancellationToken);
        await host.IdleAsync();

        Assert.Equal(["by hand!"], witness.Seen);
    }

    private Task<ToyHost> StartAsync(Type toy, string disabled = "false", TimeSpan? grace = null) => ToyHost.StartAsync(
        account, toy, witness,
        ToyHost.Impatient(ToyHost.NewState()) with { MaxDeliveryCount = 3, GracePeriod = grace ?? TimeSpan.FromSeconds(10) },
        more: builder => builder.Configuration["AzureWebJobs.Batch.Disabled"] = disabled);

    public sealed record Order(string Id, int Count);

    public sealed class OrderToy(Witness witness)
    {
        public static readonly AsyncLocal<CancellationToken> Stop = new();

        [Function("Take")]
        public Task Run([ServiceBusTrigger("orders", Connection = "Store")] Order order, CancellationToken stop)
        {
            Stop.Value = stop;
            return witness.SawAsync($"{order.Id} x {order.Count}");
        }
    }

    public sealed class BatchToy(Witness witness)
    {
        [Function("Batch")]
        public Task Run([ServiceBusTrigger("changes", Connection = "Store", IsBatched = true)] Order[] orders) =>
            witness.SawAsync(string.Join(' ', orders.Select(order => order.Id)));
    }

    public sealed class QueueToy(Witness witness)
    {
        [Function("Work")]
        public Task Run([QueueTrigger("work", Connection = "Store")] string body) => witness.SawAsync(body);
    }
}
