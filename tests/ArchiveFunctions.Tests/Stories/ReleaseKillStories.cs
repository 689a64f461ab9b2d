using Archive;
using Archive.Records;
using Archive.Transfer;
using ArchiveFunctions.Records;
using ArchiveFunctions.Transfer.Consignments;
using ArchiveFunctions.Transfer.Fixity;
using Azure.Core;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Microsoft.Extensions.DependencyInjection;

namespace ArchiveFunctions.Tests.Stories;

/// <summary>
/// A release, and a check that finds damage, may end before or after any of their writes: each is let die at the first, the second, and so on, until
/// one comes to its end alive.
/// </summary>
public sealed class ReleaseKillStories : IAsyncLifetime
{
    private readonly MortalArchive archive = new();

    public ValueTask InitializeAsync() => archive.InitializeAsync();

    public ValueTask DisposeAsync() => archive.DisposeAsync();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_release_that_ends_at_any_write_leaves_the_record_readable_and_the_next_run_finishes_it(bool written)
    {
        var write = 0;
        do
        {
            write++;
            var agency = await archive.NewAgency();
            var content = await agency.Deposits($"{write}.pdf", PunctualArchive.Complete("15/03/1998"));
            await archive.Settles();
            await archive.WakesOn(archive.Today);
            var record = (await agency.Record(content))!;
            using var officer = await agency.Officer();
            var release = new Uri($"api/agencies/{agency.Code}/transfers/{record.Permit!.Consignment}/release", UriKind.Relative);

            archive.Death.At(write - 1, written);
            using (await officer.PostAsync(release, null))
                await archive.Settles();
            Assert.Equal(content, await officer.GetByteArrayAsync($"api/records/{record.Id}/content"));
            var died = archive.Death.HasCome;
            archive.Death.At(1_000_000, written);
            using (await officer.PostAsync(release, null))
                await archive.Settles();

            var released = (await agency.Record(content))!;
            Assert.Equal((PermitState.Used, record.Version + 1), (released.Permit!.State, released.Version));
            Assert.False(await archive.Get<Vault>().Content(record).ExistsAsync());
            Assert.Single(await archive.JournalOf(record.Id), line => line.Type == EventTypes.Deletion);
            Assert.NotNull((await archive.Get<ConsignmentTable>().Of(agency.Code, CancellationToken.None).SingleAsync()).Release!.DoneAt);
            Assert.Equal(content, await officer.GetByteArrayAsync($"api/records/{record.Id}/content"));
            if (!died)
                break;
        }
        while (true);

        // The audit, the wish, the record's row, the vault, the end: a release whose writes were not seen would make this test say nothing.
        Assert.Equal(6, write);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_check_that_ends_at_any_write_says_once_what_it_found_and_stands_on_one_day(bool written)
    {
        var write = 0;
        do
        {
            write++;
            var agency = await archive.NewAgency();
            var content = await agency.Deposits($"{write}.pdf", PunctualArchive.Complete("15/03/1998"));
            await archive.Settles();
            await archive.WakesOn(archive.Today);
            var record = (await agency.Record(content))!;
            var consignment = await archive.Get<ConsignmentTable>().Of(agency.Code, CancellationToken.None).SingleAsync();
            await archive.Get<PreservedPackages>().File($"{consignment.Folder}/METS.xml").UploadAsync(BinaryData.FromString("<mets/>"), overwrite: true);
            var fell = new FixityCheckFellDue(agency.Code.Value, consignment.Id, consignment.NextCheck!.Value, 0, 0);

            archive.Death.At(write - 1, written);
            await Checks(fell);
            var died = archive.Death.HasCome;
            archive.Death.At(1_000_000, written);
            await Checks(fell);

            var lapsed = (await agency.Record(content))!;
            Assert.Equal((PermitState.Lapsed, record.Version + 1), (lapsed.Permit!.State, lapsed.Version));
            Assert.Single(await archive.JournalOf(record.Id), line => line.Type == EventTypes.FixityCheck && line.Outcome == EventOutcome.Failure);
            var next = (await archive.Get<ConsignmentTable>().Of(agency.Code, CancellationToken.None).SingleAsync()).NextCheck;
            Assert.Equal([next!.Value], await archive.Get<FixityAgenda>().Until(new DateOnly(2090, 1, 1), CancellationToken.None).Where(due => due.Agency == agency.Code.Value).Select(due => due.Day).ToListAsync());
            if (!died)
                break;
        }
        while (true);

        // The damage, the record's row, the new day, the end, the old day.
        Assert.Equal(6, write);
    }

    /// <summary>The message comes; it may be the run's last.</summary>
    private async Task Checks(FixityCheckFellDue fell)
    {
        try
        {
            Assert.Null(await ActivatorUtilities.CreateInstance<CheckFixity>(archive.Host.Services).Run(fell, CancellationToken.None));
        }
        catch (KillStories.KilledException)
        {
            // What this case is about.
        }
    }

    /// <summary>An archive whose days pass as the story says, and whose runs die where it says.</summary>
    private sealed class MortalArchive : PunctualArchive
    {
        public KillStories.Death Death { get; } = new();

        public DateOnly Today => DateOnly.FromDateTime(Get<TimeProvider>().GetUtcNow().UtcDateTime).AddDays(2);

        protected override void Adjust(IServiceCollection services)
        {
            base.Adjust(services);
            var blobs = new BlobClientOptions();
            var tables = new TableClientOptions();
            blobs.AddPolicy(Death, HttpPipelinePosition.PerCall);
            tables.AddPolicy(Death, HttpPipelinePosition.PerCall);
            services.AddSingleton(blobs).AddSingleton(tables);
        }
    }
}
