using Archive.Transfer;
using ArchiveFunctions.Transfer;

namespace ArchiveFunctions.Tests.Stories;

/// <summary>The schedule follows the records: a row that no clock stands for is seen by nobody, and does not stay.</summary>
public sealed class ScheduleKillStories : IAsyncLifetime
{
    private static readonly CancellationToken Never = CancellationToken.None;
    private readonly PolicyKillStories.KillableArchive archive = new();

    public ValueTask InitializeAsync() => archive.InitializeAsync();

    public ValueTask DisposeAsync() => archive.DisposeAsync();

    /// <summary>
    /// A permanent record turns out to be kept for ten years only, and the run that takes its clock away ends at a table write, whichever. The night
    /// that would have noticed it finds nothing, and leaves nothing.
    /// </summary>
    [Fact]
    public async Task A_record_that_loses_its_clock_leaves_the_schedule_wherever_that_run_ends()
    {
        var (write, today) = (0, new DateOnly(2031, 1, 1));
        do
        {
            await archive.WakesOn(today = today.AddDays(1));
            var agency = await archive.NewAgency();
            var due = today.AddDays(181);
            var content = await agency.Deposits("a.pdf", new { maintenance = "01", issuedDate = $"{due.AddYears(-3):dd/MM/yyyy}", mode = "01" });
            await archive.Settles();
            Assert.Single(await archive.Month(agency, due.Year, due.Month));

            archive.Death.At(write++, written: false);
            await agency.Describes("a.pdf", new { maintenance = "06", issuedDate = $"{due.AddYears(-3):dd/MM/yyyy}", mode = "01" });
            await archive.Settles();
            Assert.Null((await agency.Record(content))!.Transfer);
            await archive.WakesOn(today = today.AddDays(1));
            Assert.Empty(await archive.Month(agency, due.Year, due.Month));
            Assert.DoesNotContain(agency.IdOf(content), await archive.Get<AgendaTable>().Until(new DateOnly(2100, 1, 1), Never).Select(entry => entry.Id).ToListAsync());
        }
        while (archive.Death.HasCome);

        // The sidecar's outcome, the record restated, the schedule, the agenda, the record described.
        Assert.InRange(write, 5, 20);
    }

    [Fact]
    public async Task A_row_that_no_clock_stands_for_is_listed_to_nobody_and_goes_on_its_day()
    {
        var today = new DateOnly(2032, 1, 1);
        await archive.WakesOn(today);
        var agency = await archive.NewAgency();
        var content = await agency.Deposits("a.pdf", new { maintenance = "06", issuedDate = "15/05/2029", mode = "01" });
        await archive.Settles();
        var record = (await agency.Record(content))!;
        var clock = new TransferClock { State = ClockState.Scheduled, Policy = TransferPolicy.Hanoi.Id, Due = new DateOnly(2032, 5, 15), NextAction = today.AddDays(1) };
        await archive.Get<ClockKeeper>().Put(record with { Transfer = clock }, Never);
        Assert.Single(await archive.Month(agency, 2032, 5));

        using var officer = await agency.Officer();
        Assert.Empty((await officer.Reads($"api/agencies/{agency.Code}/transfer-schedule?month=2032-05")).GetProperty("items").EnumerateArray());
        await archive.WakesOn(today.AddDays(1));
        Assert.Empty(await archive.Month(agency, 2032, 5));
        Assert.DoesNotContain(record.Id, await archive.Get<AgendaTable>().Until(new DateOnly(2100, 1, 1), Never).Select(entry => entry.Id).ToListAsync());
    }
}
