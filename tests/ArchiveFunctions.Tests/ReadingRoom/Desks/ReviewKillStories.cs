using System.Net;
using Archive.Description;
using ArchiveFunctions.ReadingRoom.Desks.Archivist;
using ArchiveFunctions.Tests.Stories;
using Azure.Core;
using Azure.Data.Tables;
using EmbeddedHost.Triggers;
using Microsoft.Extensions.DependencyInjection;

namespace ArchiveFunctions.Tests.ReadingRoom.Desks;

/// <summary>
/// The run that takes a review ends before or after any of its writes. Nobody sends the form again: what was written is announced by the timer, what was
/// not leaves nothing behind.
/// </summary>
public sealed class ReviewKillStories(ReviewKillStories.KillableArchive archive) : IClassFixture<ReviewKillStories.KillableArchive>
{
    /// <summary>The audit, the mark that it is being corrected, the deadline, the agenda, the record, the deadline and agenda again.</summary>
    private const int RecordWrite = 5;

    private static readonly CancellationToken Never = CancellationToken.None;

    public static TheoryData<int, bool> EveryWrite => [.. Enumerable.Range(1, RecordWrite + 2).SelectMany(write => new[] { (write, false), (write, true) })];

    [Theory]
    [MemberData(nameof(EveryWrite))]
    public async Task A_review_whose_run_ends_at_a_write_is_found_or_was_never_made(int write, bool written)
    {
        var agency = await archive.NewAgency();
        var content = await agency.Deposits("a.pdf", new { mode = "01", subject = "Cho doi chieu", maintenance = "01" });
        await archive.Settles();
        using var archivist = await archive.Client(null, "archivist");
        var address = $"desk/review/{agency.IdOf(content)}?agency={agency.Code}";
        var shown = DeskWords.ShownIn(await archivist.Page(address));

        archive.Death.At(write - 1, written);
        await archivist.SendsForm(address, HttpStatusCode.InternalServerError, ("shown", shown), ("codeNumber", "3"), ("subject", "Cau moi"), ("issuedDate", "15/03/2060"), ("maintenance", "01"));
        Assert.True(archive.Death.HasCome, "The write this case is about was never made.");
        await archive.Passes(TimeSpan.FromMinutes(6));
        await archive.Get<FunctionRuntime>().RunAsync("ReconcileCorrections");
        await archive.Settles();

        var record = (await agency.Record(content))!;
        var isWritten = write > RecordWrite || (write == RecordWrite && written);
        Assert.Equal(isWritten ? "Cau moi" : "Cho doi chieu", record.Description.Value(Field.Subject));
        Assert.Equal(isWritten ? 1 : 0, (await agency.Finds("cau moi")).GetProperty("count").GetInt32());
        if (isWritten)
            Assert.Single(await archive.Month(agency, 2063, 3));

        await archive.Passes(TimeSpan.FromMinutes(6));
        await archive.Get<FunctionRuntime>().RunAsync("ReconcileCorrections");
        await archive.Settles();
        Assert.Empty(await archive.Get<CorrectionTable>().Before(DateTimeOffset.MaxValue, Never).ToListAsync());
        if (!isWritten)
            await archivist.SendsForm(address, HttpStatusCode.OK, ("shown", shown), ("codeNumber", "3"), ("subject", "Cau moi"), ("issuedDate", "15/03/2060"), ("maintenance", "01"));
        Assert.Equal("Cau moi", (await agency.Record(content))!.Description.Value(Field.Subject));
        await archive.Passes(TimeSpan.FromMinutes(6));
        await archive.Get<FunctionRuntime>().RunAsync("ReconcileCorrections");
    }

    /// <summary>An archive whose time the story moves, and whose table client can be made to fail at a chosen write.</summary>
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
