using EmbeddedHost.Triggers.Timers;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Time.Testing;

namespace EmbeddedHost.Tests.Triggers;

public sealed class TimerTriggerTests
{
    private static readonly DateTimeOffset Morning = new(2026, 3, 2, 6, 30, 0, TimeSpan.Zero);
    private readonly FakeTimeProvider clock = new(Morning);
    private readonly string state = ToyHost.NewState();
    private readonly Witness witness = new();

    [Theory]
    [InlineData("0 0 7 * * *", "2026-03-02T07:00:00")]
    [InlineData("*/10 * * * * *", "2026-03-02T06:30:10")]
    [InlineData("0 30 6 * * *", "2026-03-03T06:30:00")]
    [InlineData("0 0 0 1 */3 *", "2026-04-01T00:00:00")]
    [InlineData("0 0 9 * * 1-5", "2026-03-02T09:00:00")]
    [InlineData("0 0 9 29 2 *", "2028-02-29T09:00:00")]
    [InlineData("01:30:00", "2026-03-02T08:00:00")]
    [InlineData("%Nightly%", "2026-03-02T23:00:00")]
    public void The_next_time_follows_the_schedule_in_UTC(string written, string expected)
    {
        var next = TimerSchedule.Parse("Sweep", written, Settings()).Next(Morning.UtcDateTime);

        Assert.Equal(DateTime.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), next);
        Assert.Equal(DateTimeKind.Utc, next.Kind);
    }

    [Theory]
    [InlineData("0 7 * * *")]
    [InlineData("hourly")]
    [InlineData("%Missing%")]
    [InlineData("00:00:00")]
    public void What_is_no_schedule_is_refused_with_the_functions_name(string written) =>
        Assert.Contains("'Sweep'", Assert.Throws<FormatException>(() => TimerSchedule.Parse("Sweep", written, Settings())).Message, StringComparison.Ordinal);

    [Fact]
    public async Task A_timer_runs_when_its_time_has_come_and_not_before()
    {
        await using var host = await StartAsync();
        clock.Advance(TimeSpan.FromMinutes(29));
        await host.IdleAsync();
        Assert.Empty(witness.Seen);

        clock.Advance(TimeSpan.FromMinutes(1));
        await host.IdleAsync();
        Assert.Equal(["on time, due 2026-03-02 07:00:00Z"], witness.Seen);
    }

    [Fact]
    public async Task Times_passed_together_are_one_run()
    {
        await using var host = await StartAsync();
        clock.Advance(TimeSpan.FromDays(1100));
        await host.IdleAsync();

        Assert.Single(witness.Seen);
    }

    [Fact]
    public async Task A_run_missed_while_down_is_made_up_for_once_and_is_past_due()
    {
        await using (await StartAsync())
            clock.Advance(TimeSpan.FromMinutes(1));

        clock.Advance(TimeSpan.FromDays(2));
        await using (var late = await StartAsync())
            await late.IdleAsync();
        await using (var later = await StartAsync())
            await later.IdleAsync();

        Assert.Equal(["past due, due 2026-03-02 07:00:00Z"], witness.Seen);
    }

    [Fact]
    public async Task A_time_kept_by_a_clock_that_was_years_ahead_is_not_waited_for()
    {
        clock.Advance(TimeSpan.FromDays(1000));
        await using (await StartAsync())
            Assert.Empty(witness.Seen);

        var real = new FakeTimeProvider(Morning);
        await using var host = await StartAsync(real);
        real.Advance(TimeSpan.FromMinutes(30));
        await host.IdleAsync();
        Assert.StartsWith("on time", Assert.Single(witness.Seen), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failing_run_is_not_retried_before_its_next_time()
    {
        witness.FailFirst(1);
        await using var host = await StartAsync();
        clock.Advance(TimeSpan.FromMinutes(30));
        await host.IdleAsync();
        clock.Advance(TimeSpan.FromHours(23));
        await host.IdleAsync();
        Assert.Single(witness.Seen);

        clock.Advance(TimeSpan.FromHours(1));
        await host.IdleAsync();
        Assert.Equal(2, witness.Seen.Count);
    }

    [Fact]
    public async Task A_run_asked_for_waits_for_the_one_under_way()
    {
        var begun = new TaskCompletionSource();
        var proceed = new TaskCompletionSource();
        witness.During = (_, _) =>
        {
            begun.TrySetResult();
            return proceed.Task;
        };
        await using var host = await StartAsync();
        var first = host.Runtime.RunAsync("Sweep", TestContext.Current.CancellationToken);
        await begun.Task;
        var second = host.Runtime.RunAsync("sweep", TestContext.Current.CancellationToken);
        Assert.Single(witness.Seen);

        proceed.SetResult();
        await Task.WhenAll(first, second);
        Assert.Equal(2, witness.Seen.Count);
    }

    [Fact]
    public async Task An_unknown_name_is_answered_with_those_that_exist()
    {
        await using var host = await StartAsync();
        var refused = await Assert.ThrowsAsync<ArgumentException>(() => host.Runtime.RunAsync("Nightly", TestContext.Current.CancellationToken));

        Assert.Contains("Sweep", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunOnStartup_runs_at_every_start()
    {
        for (var start = 0; start < 2; start++)
        {
            await using var host = await ToyHost.StartAsync("none", typeof(EagerToy), witness, ToyHost.Impatient(state), clock);
            await host.IdleAsync();
        }

        Assert.Equal(2, witness.Seen.Count);
    }

    private static IConfiguration Settings() =>
        new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create<string, string?>("Nightly", "0 0 23 * * *")]).Build();

    private Task<ToyHost> StartAsync(TimeProvider? time = null) => ToyHost.StartAsync("none", typeof(TimerToy), witness, ToyHost.Impatient(state), time ?? clock);

    public sealed class TimerToy(Witness witness)
    {
        [Function("Sweep")]
        public Task Run([TimerTrigger("0 0 7 * * *")] TimerInfo timer) =>
            witness.SawAsync($"{(timer.IsPastDue ? "past due" : "on time")}, due {timer.ScheduleStatus!.Next:u}");
    }

    public sealed class EagerToy(Witness witness)
    {
        [Function("Eager")]
        public Task Run([TimerTrigger("0 0 7 * * *", RunOnStartup = true, UseMonitor = false)] TimerInfo timer) => witness.SawAsync($"{timer.ScheduleStatus is null}");
    }
}
