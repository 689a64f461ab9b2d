using Azure;
using Microsoft.Azure.Functions.Worker;

namespace EmbeddedHost.Tests.Triggers;

public sealed class OutputTests(AzuriteFixture azurite)
{
    private readonly string account = azurite.NextAccount();
    private readonly Witness witness = new();

    [Fact]
    public async Task An_array_is_several_messages_and_a_result_comes_back_to_the_caller()
    {
        await using var host = await StartAsync();
        var result = await host.Runtime.RunAsync("Many", TestContext.Current.CancellationToken);

        Assert.Equal(2, Assert.IsType<Thing[]>(result).Length);
        Assert.Equal(["""{"Id":"a"}""", """{"Id":"b"}"""], await host.BodiesAsync("things"));
    }

    [Fact]
    public async Task Every_property_goes_its_way_and_null_goes_nowhere()
    {
        await using var host = await StartAsync();
        await host.Runtime.RunAsync("Fan", TestContext.Current.CancellationToken);

        Assert.Equal(["text as it is"], await host.BodiesAsync("texts"));
        Assert.Empty(await host.BodiesAsync("things"));
    }

    [Fact]
    public async Task A_topic_reaches_all_its_subscriptions_and_one_without_any_drops_the_message()
    {
        await using var host = await StartAsync();
        await host.Runtime.RunAsync("Publish", TestContext.Current.CancellationToken);
        await host.IdleAsync();

        Assert.Equal(["left news", "right news"], witness.Seen.Order());
    }

    [Fact]
    public async Task A_run_whose_message_cannot_be_sent_fails()
    {
        await using var host = await StartAsync();
        await host.Queue("things").DeleteAsync(TestContext.Current.CancellationToken);

        await Assert.ThrowsAsync<RequestFailedException>(() => host.Runtime.RunAsync("Many", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_message_whose_function_could_not_send_is_delivered_again()
    {
        await using var host = await StartAsync();
        await host.Queue("texts").DeleteAsync(TestContext.Current.CancellationToken);
        witness.During = async (_, time) =>
        {
            if (time == 2)
                await host.Queue("texts").CreateAsync();
        };
        await host.SendAsync("relayed", "hello");
        await host.IdleAsync();

        Assert.Equal(["hello", "hello"], witness.Seen);
        Assert.Equal(["hello"], await host.BodiesAsync("texts"));
    }

    [Fact]
    public async Task A_message_too_long_for_the_queue_fails_by_name()
    {
        await using var host = await StartAsync();
        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => host.Runtime.RunAsync("Long", TestContext.Current.CancellationToken));

        Assert.Contains("'texts'", refused.Message, StringComparison.Ordinal);
    }

    private Task<ToyHost> StartAsync() => ToyHost.StartAsync(account, typeof(OutputToy), witness, ToyHost.Impatient(ToyHost.NewState()));

    public sealed record Thing(string Id);

    public sealed record Fanned(
        [property: ServiceBusOutput("texts", Connection = "Store")] string Text,
        [property: ServiceBusOutput("things", Connection = "Store")] Thing? Thing);

    public sealed class OutputToy(Witness witness)
    {
        private const string Never = "0 0 0 1 1 *";

        [Function("Many")]
        [ServiceBusOutput("things", Connection = "Store")]
        public static Thing[] Many([TimerTrigger(Never)] TimerInfo timer) => timer.IsPastDue ? [] : [new("a"), new("b")];

        [Function("Fan")]
        public static Task<Fanned> Fan([TimerTrigger(Never)] TimerInfo timer) => Task.FromResult(new Fanned("text as it is", timer.IsPastDue ? new("x") : null));

        [Function("Publish")]
        [ServiceBusOutput("news", ServiceBusEntityType.Topic, Connection = "Store")]
        public static string Publish([TimerTrigger(Never)] TimerInfo timer) => timer.IsPastDue ? string.Empty : "news";

        [Function("Left")]
        [ServiceBusOutput("unheard", ServiceBusEntityType.Topic, Connection = "Store")]
        public async Task<string> Left([ServiceBusTrigger("news", "left", Connection = "Store")] string news)
        {
            await witness.SawAsync("left " + news);
            return news;
        }

        [Function("Long")]
        [ServiceBusOutput("texts", Connection = "Store")]
        public static string TooLong([TimerTrigger(Never)] TimerInfo timer) => new('"', timer.IsPastDue ? 1 : 40_000);

        [Function("Right")]
        public Task Right([ServiceBusTrigger("news", "right", Connection = "Store")] string news) => witness.SawAsync("right " + news);

        [Function("Relay")]
        [ServiceBusOutput("texts", Connection = "Store")]
        public async Task<string> Relay([ServiceBusTrigger("relayed", Connection = "Store")] string text)
        {
            await witness.SawAsync(text);
            return text;
        }
    }
}
