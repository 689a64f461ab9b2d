using System.Globalization;
using Archive;
using Archive.Transfer;
using ArchiveFunctions.Transfer;
using Azure.Core;
using Azure.Data.Tables;
using Microsoft.Extensions.DependencyInjection;

namespace ArchiveFunctions.Tests.Stories;

/// <summary>
/// A policy comes into force, and the run that sets the clocks ends before or after any of its writes. The next run finishes it: record, schedule and
/// agenda say the same, and the old month holds nothing of the record.
/// </summary>
public sealed class PolicyKillStories(PolicyKillStories.KillableArchive archive) : IClassFixture<PolicyKillStories.KillableArchive>
{
    /// <summary>New deadline, new place on the agenda, old deadline, old place on the agenda, record, mark.</summary>
    private const int Writes = 6;

    private static readonly CancellationToken Never = CancellationToken.None;
    private static int cases;

    public static TheoryData<int, bool> EveryWrite => [.. Enumerable.Range(1, Writes).SelectMany(write => new[] { (write, false), (write, true) })];

    [Theory]
    [MemberData(nameof(EveryWrite))]
    public async Task A_run_that_ends_at_a_write_is_finished_by_the_next(int write, bool written)
    {
        var today = new DateOnly(2030, 1, 1).AddDays(++cases);
        await archive.WakesOn(today);
        var agency = await archive.NewAgency();
        var content = await agency.Deposits("a.pdf", new { maintenance = "01", issuedDate = "15/03/2029", mode = "01" });
        await archive.Settles();
        var before = (await agency.Record(content))!;
        var policy = TransferPolicy.Hanoi with { Id = string.Create(CultureInfo.InvariantCulture, $"case-{cases}"), InForceFrom = today, Years = 10 + cases };
        Assert.True(await archive.Get<PolicyTable>().Add(policy, Never));

        // Only this record, so that the writes counted are its own.
        var changed = new PolicyChanged(policy.Id, before.Id.Value[1], before.Id.Value[..^1]);
        archive.Death.At(write - 1, written);
        await Assert.ThrowsAnyAsync<Exception>(() => Run(changed));
        Assert.True(archive.Death.HasCome, "The write this case is about was never made.");
        Assert.Null(await Run(changed));

        var after = (await agency.Record(content))!;
        Assert.Equal((new DateOnly(2039 + cases, 3, 15), policy.Id, before.Version + 1), (after.Transfer!.Due!.Value, after.Transfer.Policy, after.Version));
        Assert.Empty(await archive.Month(agency, before.Transfer!.Due!.Value.Year, 3));
        Assert.Single(await archive.Month(agency, 2039 + cases, 3));
        var agenda = await archive.Get<AgendaTable>().Until(new DateOnly(2100, 1, 1), Never).Where(entry => entry.Id == after.Id).ToListAsync();
        Assert.Equal([after.Transfer.NextAction!.Value], agenda.Select(entry => entry.Day));
    }

    private Task<PolicyChanged?> Run(PolicyChanged changed) => ActivatorUtilities.CreateInstance<ResetClocks>(archive.Host.Services).Run(changed, Never);

    /// <summary>An archive whose days pass as the story says, and whose table client can be made to fail at a chosen write.</summary>
    public sealed class KillableArchive : PunctualArchive
    {
        public KillStories.Death Death { get; } = new();

        protected override void Adjust(IServiceCollection services)
        {
            base.Adjust(services);
            var tables = new TableClientOptions();
            tables.AddPolicy(Death, HttpPipelinePosition.PerCall);
            services.AddSingleton(tables);
        }
    }
}
