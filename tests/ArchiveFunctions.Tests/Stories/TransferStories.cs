using Archive.Records;
using Archive.Transfer;
using ArchiveFunctions.Transfer;
using EmbeddedHost.Triggers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace ArchiveFunctions.Tests.Stories;

/// <summary>The three-year rule as an agency lives it; the story moves the clock, forwards only.</summary>
public sealed class TransferStories : IAsyncLifetime
{
    private readonly PunctualArchive archive = new();

    public ValueTask InitializeAsync() => archive.InitializeAsync();

    public ValueTask DisposeAsync() => archive.DisposeAsync();

    [Fact]
    public async Task An_incomplete_permanent_record_is_noticed_at_each_stage_and_becomes_an_overdue_case_that_a_sidecar_resolves()
    {
        var agency = await archive.NewAgency();
        var content = Documents.Pdf("Kept for three years");
        await agency.Describes("a.pdf", new { maintenance = "01", issuedDate = "15/03/2027", mode = "01" });
        await agency.Puts("a.pdf", content);
        await archive.Settles();
        Assert.Equal((ClockState.Scheduled, new DateOnly(2030, 3, 15)), (await Clock()).Standing());

        await archive.WakesOn(new DateOnly(2029, 9, 15));
        Assert.Equal(ClockState.Scheduled, (await Clock()).State);
        await archive.WakesOn(new DateOnly(2029, 9, 16));
        Assert.Equal((ClockState.Noticed, 180), ((await Clock()).State, (await Clock()).Noticed!.Value));
        await archive.WakesOn(new DateOnly(2029, 12, 15));
        await archive.WakesOn(new DateOnly(2030, 2, 13));
        await archive.WakesOn(new DateOnly(2030, 3, 8));
        Assert.Equal(ClockState.Due, (await Clock()).State);
        await archive.WakesOn(new DateOnly(2030, 3, 16));
        Assert.Equal(ClockState.Overdue, (await Clock()).State);
        Assert.Contains((await Clock()).Reasons, reason => reason is { Code: "T-401", Where: "subject" });

        var notices = (await archive.Get<NoticeTable>().Of(agency.Code, null, 100, CancellationToken.None)).Notices;
        Assert.Equal(["overdue-1", "kept", "notice-30", "notice-90", "notice-180"], notices.Select(notice => notice.Kind));

        async Task<TransferClock> Clock() => (await agency.Record(content))!.Transfer!;
    }

    [Fact]
    public async Task A_night_swept_ten_times_says_everything_once()
    {
        var agency = await archive.NewAgency();
        await agency.Describes("a.pdf", new { maintenance = "01", issuedDate = "03/2027" });
        var content = Documents.Pdf("Swept ten times");
        await agency.Puts("a.pdf", content);
        await archive.Settles();
        await archive.WakesOn(new DateOnly(2029, 9, 10));
        var version = (await agency.Record(content))!.Version;
        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => archive.Get<FunctionRuntime>().RunAsync("SweepDeadlines")));
        await archive.Settles();

        Assert.Equal(version, (await agency.Record(content))!.Version);
        Assert.Single((await archive.Get<NoticeTable>().Of(agency.Code, null, 100, CancellationToken.None)).Notices);
    }

    [Fact]
    public async Task A_new_date_moves_the_record_to_its_new_month_and_leaves_nothing_in_the_old_one()
    {
        var agency = await archive.NewAgency();
        var content = Documents.Pdf("Moved to another month");
        await agency.Describes("a.pdf", new { maintenance = "01", issuedDate = "15/03/2027" });
        await agency.Puts("a.pdf", content);
        await archive.Settles();
        await agency.Describes("a.pdf", new { maintenance = "01", issuedDate = "15/05/2027" });
        await archive.Settles();

        Assert.Empty((await archive.Get<DeadlineTable>().Of(agency.Code, new DateOnly(2030, 3, 1), null, 10, CancellationToken.None)).Deadlines);
        Assert.Single((await archive.Get<DeadlineTable>().Of(agency.Code, new DateOnly(2030, 5, 1), null, 10, CancellationToken.None)).Deadlines);
        Assert.Single(await archive.Get<AgendaTable>().Until(new DateOnly(2040, 1, 1), CancellationToken.None).ToListAsync());
    }
}

/// <summary>An archive whose days pass as the story says.</summary>
public class PunctualArchive : RunningArchive
{
    private readonly FakeTimeProvider clock = new(TimeProvider.System.GetUtcNow());

    /// <summary>A day begins: the night's sweep has run, and everything it announced is done.</summary>
    public async Task WakesOn(DateOnly day)
    {
        var morning = new DateTimeOffset(day, new TimeOnly(6, 0), TimeSpan.FromHours(7));
        clock.Advance(morning - clock.GetUtcNow());
        await Settles();
        await Get<FunctionRuntime>().RunAsync("SweepDeadlines");
        await Settles();
    }

    protected override void Adjust(IServiceCollection services)
    {
        services.AddSingleton<TimeProvider>(clock);
        var runtime = (FunctionRuntimeOptions)services.Last(service => service.ServiceType == typeof(FunctionRuntimeOptions)).ImplementationInstance!;
        services.AddSingleton(runtime with { BlobRetryDelay = static _ => TimeSpan.Zero });
    }
}

internal static class ClockWords
{
    public static (ClockState State, DateOnly Due) Standing(this TransferClock clock) => (clock.State, clock.Due!.Value);
}
