using Archive;
using ArchiveFunctions.Transfer;
using EmbeddedHost.Triggers;
using Microsoft.Extensions.DependencyInjection;

namespace ArchiveFunctions.Tests.Stories;

/// <summary>What other systems hear of a day's notices.</summary>
public sealed class NoticeStories : IAsyncLifetime
{
    private static readonly CancellationToken Never = CancellationToken.None;
    private readonly PunctualArchive archive = new();

    public ValueTask InitializeAsync() => archive.InitializeAsync();

    public ValueTask DisposeAsync() => archive.DisposeAsync();

    [Fact]
    public async Task Each_agency_with_notices_is_told_of_once_a_day_and_missed_days_are_caught_up()
    {
        var (one, two, three) = (await archive.NewAgency(), await archive.NewAgency(), await archive.NewAgency());
        await one.Deposits("a.pdf", new { maintenance = "01", issuedDate = "15/03/2027" });
        await one.Deposits("b.pdf", new { maintenance = "01", issuedDate = "15/03/2027" });
        await two.Deposits("c.pdf", new { maintenance = "01", issuedDate = "16/03/2027" });
        await three.Deposits("d.pdf", new { maintenance = "01", issuedDate = "15/03/2040" });
        await archive.Settles();

        // A day is summed up from half past six on; the stories' days begin at six, so each hears of the one before.
        foreach (var day in new[] { 7, 8, 9, 10 })
            await Begins(new DateOnly(2030, 3, day));
        Assert.Equal(new DateOnly(2030, 3, 9), await archive.Get<NoticeTable>().SummedUp(Never));
        Assert.Equal([new AgencyNoticed(one.Code.Value, new DateOnly(2030, 3, 8), 0, 2, 0)], await Told(new DateOnly(2030, 3, 8)));
        Assert.Equal([new AgencyNoticed(two.Code.Value, new DateOnly(2030, 3, 9), 0, 1, 0)], await Told(new DateOnly(2030, 3, 9)));

        await Begins(new DateOnly(2030, 3, 17));
        Assert.Equal(new DateOnly(2030, 3, 16), await archive.Get<NoticeTable>().SummedUp(Never));
        Assert.Empty(await Days());
        await Told(new DateOnly(2030, 3, 8));
        Assert.Equal(new DateOnly(2030, 3, 16), await archive.Get<NoticeTable>().SummedUp(Never));
    }

    private async Task Begins(DateOnly day)
    {
        await archive.WakesOn(day);
        await Days();
        await archive.Settles();
    }

    private async Task<DayNoticed[]> Days() => (DayNoticed[])(await archive.Get<FunctionRuntime>().RunAsync(nameof(SummariseNotices)))!;

    private async Task<AgencyNoticed[]> Told(DateOnly day) => await ActivatorUtilities.CreateInstance<TellAgencies>(archive.Host.Services).Run(new DayNoticed(day), Never);
}
