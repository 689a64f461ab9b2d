using System.Diagnostics;
using System.Globalization;
using System.Net;
using Archive;
using Archive.Records;
using Archive.Transfer;
using ArchiveFunctions.Records;
using ArchiveFunctions.Transfer;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using EmbeddedHost.Triggers;
using Microsoft.Extensions.DependencyInjection;

namespace ArchiveFunctions.Tests.Stories;

/// <summary>What a policy that comes into force does to many records, to contested ones, and to whole agencies.</summary>
public sealed class PolicyStories : IAsyncLifetime
{
    private static readonly CancellationToken Never = CancellationToken.None;
    private static readonly DateOnly Today = new(2030, 1, 2);
    private readonly ContestedArchive archive = new();

    public ValueTask InitializeAsync() => archive.InitializeAsync();

    public ValueTask DisposeAsync() => archive.DisposeAsync();

    [Fact]
    public async Task A_range_of_more_than_one_portion_is_gone_through_message_by_message()
    {
        var agency = await archive.NewAgency();
        var (other, running) = (await agency.Deposits("a.pdf", new { maintenance = "05" }), await agency.Deposits("b.pdf", new { maintenance = "01", issuedDate = "15/03/2029" }));
        await archive.Settles();
        var (idle, last) = ((await agency.Record(other))!, (await agency.Record(running))! with { Id = RecordId.Parse("r0" + new string('z', 25)) });
        var ids = Enumerable.Range(0, ResetClocks.Most + 100).Select(number => RecordId.Parse("r0" + number.ToString("D25", CultureInfo.InvariantCulture))).ToList();
        await Parallel.ForEachAsync(ids, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (id, stop) => await archive.Get<RecordTable>().Create(idle with { Id = id }, [], null, stop));
        await archive.Get<RecordTable>().Create(last, [], null, Never);
        await archive.WakesOn(Today);
        var policy = await Add(TransferPolicy.Hanoi with { Years = 4 });

        var rest = await Run(new PolicyChanged(policy.Id, '0', ""));
        Assert.Equal(new PolicyChanged(policy.Id, '0', ids[ResetClocks.Most - 1].Value), rest);
        Assert.Equal(last.Transfer, (await archive.Get<RecordTable>().Find(last.Id, Never))!.Record.Transfer);
        Assert.Empty(await archive.Get<PolicyProgress>().Marks(Never));
        Assert.Null(await Run(rest!));
        Assert.Equal(new DateOnly(2033, 3, 15), (await archive.Get<RecordTable>().Find(last.Id, Never))!.Record.Transfer!.Due);
        Assert.Equal(policy.Id, (await archive.Get<PolicyProgress>().Marks(Never))['0']);
    }

    [Fact]
    public async Task A_record_written_while_its_clock_is_set_is_decided_anew()
    {
        await archive.WakesOn(Today);
        var agency = await archive.NewAgency();
        var content = await agency.Deposits("a.pdf", new { maintenance = "01", issuedDate = "15/03/2029" });
        await archive.Settles();
        var before = (await archive.Get<RecordTable>().Find(agency.IdOf(content), Never))!;
        var policy = await Add(TransferPolicy.Hanoi with { Years = 4 });

        // Another puts a hold on it, with a clock whose notices have been given, between the read and the write.
        archive.Contest.Next = () => archive.Get<RecordTable>().Amend(
            before, before.Record with { Version = before.Record.Version + 1, Hold = "Thanh tra" }, [new JournalEvent(EventTypes.PolicyAssignment, default, "x", "x", EventOutcome.Success, "hold=ordered")], null, null, Never);
        Assert.Null(await Run(new PolicyChanged(policy.Id, before.Record.Id.Value[1], before.Record.Id.Value[..^1])));

        var after = (await agency.Record(content))!;
        Assert.Null(archive.Contest.Next);
        Assert.Equal(("Thanh tra", policy.Id, before.Record.Version + 2), (after.Hold!, after.Transfer!.Policy, after.Version));
        Assert.Empty(await archive.Month(agency, 2032, 3));
        Assert.Single(await archive.Month(agency, 2033, 3));
        Assert.Equal([after.Transfer.NextAction!.Value], (await archive.Get<AgendaTable>().Until(new DateOnly(2100, 1, 1), Never).ToListAsync()).Select(entry => entry.Day));
    }

    [Fact]
    public async Task A_record_that_a_policy_brings_in_without_a_date_stands_among_the_undetermined_at_once()
    {
        await archive.WakesOn(Today);
        var agency = await archive.NewAgency();
        var content = await agency.Deposits("a.pdf", new { maintenance = "02" });
        await archive.Settles();
        Assert.Null((await agency.Record(content))!.Transfer);
        var policy = await Add(TransferPolicy.Hanoi with { RetentionCodes = ["01", "02"] });
        await Run(new PolicyChanged(policy.Id, agency.IdOf(content).Value[1], ""));
        Assert.Equal([agency.IdOf(content).Value], (await archive.Get<DeadlineTable>().Of(agency.Code, null, null, 10, Never)).Deadlines.Select(deadline => deadline.RecordId));
    }

    [Fact]
    public async Task A_preview_that_takes_too_long_goes_on_where_it_ended_and_its_parts_make_the_whole()
    {
        await archive.WakesOn(Today);
        var agency = await archive.NewAgency();
        foreach (var day in Enumerable.Range(10, 5))
            await agency.Deposits($"{day}.pdf", new { maintenance = "01", issuedDate = $"{day}/03/2027" });
        await archive.Settles();
        var shorter = TransferPolicy.Hanoi with { Id = "shorter", InForceFrom = Today, Years = 1 };
        var preview = new PolicyPreview(archive.Get<PolicyTable>(), archive.Get<RecordTable>(), archive.Get<ClockKeeper>(), new HurryingClock(archive.Get<TimeProvider>()));

        var parts = new List<PolicyEffect>();
        string? after = null;
        do
        {
            (var effect, _, after) = await preview.Of(shorter, after, Never);
            parts.Add(effect);
        }
        while (after is not null);

        Assert.Equal([2, 2, 1], parts.Select(part => part.Moved));
        Assert.Equal((await archive.Get<PolicyPreview>().Of(shorter, null, Never)).Effect.OverdueIds, parts.SelectMany(part => part.OverdueIds));
    }

    [Fact]
    public async Task A_policy_leaves_an_agency_out_and_a_later_one_takes_it_in_again()
    {
        await archive.WakesOn(Today);
        var (out_, in_) = (await archive.NewAgency(), await archive.NewAgency());
        var left = await out_.Deposits("a.pdf", new { maintenance = "01", issuedDate = "15/03/2029" });
        var kept = await in_.Deposits("b.pdf", new { maintenance = "01", issuedDate = "16/03/2029" });
        await archive.Settles();

        using var administrator = await archive.Client(null, "administrator");
        Assert.Equal("sources", (await administrator.Sends(HttpStatusCode.UnprocessableEntity, "api/transfer-policies", Body("x", Today, new { rule = "only", agencies = new[] { "?" } }))).Text("parameter"));
        var without = Body("without", Today, new { rule = "allBut", agencies = new[] { out_.Code.Value } });
        var effect = await administrator.Sends(HttpStatusCode.OK, "api/transfer-policies", without);
        Assert.Equal((1, 0, out_.Code.Value), (effect.Number("moved"), effect.Number("overdue"), Assert.Single(effect.GetProperty("agencies").EnumerateArray()).Text("agency")));
        await administrator.Sends(HttpStatusCode.Created, "api/transfer-policies?apply=true", without);
        var known = (await administrator.Reads("api/transfer-policies")).GetProperty("items");
        Assert.Equal(("allBut", "all"), (known[0].GetProperty("sources").Text("rule"), known[1].GetProperty("sources").Text("rule")));
        await Applies();
        Assert.Null((await out_.Record(left))!.Transfer);
        Assert.Empty(await archive.Month(out_, 2032, 3));
        Assert.Equal("without", (await in_.Record(kept))!.Transfer!.Policy);
        Assert.Equal([in_.IdOf(kept)], (await archive.Get<AgendaTable>().Until(new DateOnly(2100, 1, 1), Never).ToListAsync()).Select(entry => entry.Id));

        await archive.WakesOn(Today.AddDays(1));
        using var later = await archive.Client(null, "administrator");
        await later.Sends(HttpStatusCode.Created, "api/transfer-policies?apply=true", Body("again", Today.AddDays(1), new { rule = "all" }));
        await Applies();
        Assert.Equal((new DateOnly(2032, 3, 15), "again"), (await out_.Record(left))!.Transfer is { } clock ? (clock.Due!.Value, clock.Policy) : default);
        Assert.Single(await archive.Month(out_, 2032, 3));
    }

    private static object Body(string id, DateOnly from, object sources) => new
    {
        id, inForceFrom = from, legalBasis = "a", years = 3, legalYears = 5, legalYearsBasis = "b", exceptionalYears = 30, exceptionalYearsBasis = "c", sources,
        retentionCodes = new[] { "01" }, noticeDays = new[] { 60, 30 }, leadDays = 7, escalationDays = new[] { 1, 8 },
    };

    private async Task Applies()
    {
        await archive.Get<FunctionRuntime>().RunAsync(nameof(AnnouncePolicy));
        await archive.Settles();
    }

    private async Task<TransferPolicy> Add(TransferPolicy policy)
    {
        var named = policy with { Id = "another", InForceFrom = Today };
        Assert.True(await archive.Get<PolicyTable>().Add(named, Never));
        return named;
    }

    private Task<PolicyChanged?> Run(PolicyChanged changed) => ActivatorUtilities.CreateInstance<ResetClocks>(archive.Host.Services).Run(changed, Never);

    /// <summary>A hundred seconds pass whenever somebody looks.</summary>
    private sealed class HurryingClock(TimeProvider now) : TimeProvider
    {
        private long looks;

        public override DateTimeOffset GetUtcNow() => now.GetUtcNow();

        public override long TimestampFrequency => Stopwatch.Frequency;

        public override long GetTimestamp() => looks++ * 100 * TimestampFrequency;
    }

    /// <summary>An archive in which somebody else writes just before a transaction is sent.</summary>
    private sealed class ContestedArchive : PunctualArchive
    {
        public Contest Contest { get; } = new();

        protected override void Adjust(IServiceCollection services)
        {
            base.Adjust(services);
            var tables = new TableClientOptions();
            tables.AddPolicy(Contest, HttpPipelinePosition.PerCall);
            services.AddSingleton(tables);
        }
    }

    private sealed class Contest : HttpPipelinePolicy
    {
        /// <summary>What somebody else does before the next transaction; once.</summary>
        public Func<Task>? Next { get; set; }

        public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => throw new NotSupportedException("The function app calls storage asynchronously.");

        public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
        {
            if (message.Request.Uri.Path.EndsWith("$batch", StringComparison.Ordinal) && Next is { } other)
            {
                Next = null;
                await other();
            }

            await ProcessNextAsync(message, pipeline);
        }
    }
}
