using Archive.Transfer;
using ArchiveFunctions.Transfer.Consignments;
using EmbeddedHost.Triggers;

namespace ArchiveFunctions.Tests.Stories;

/// <summary>A dossier that is called up in several lots; the story moves the clock.</summary>
public sealed class SettlingStories : IAsyncLifetime
{
    private readonly PatientArchive archive = new();

    public ValueTask InitializeAsync() => archive.InitializeAsync();

    public ValueTask DisposeAsync() => archive.DisposeAsync();

    [Fact]
    public async Task A_dossier_called_up_in_two_lots_goes_in_one_package()
    {
        var agency = await archive.NewAgency();
        await agency.Deposits("a.pdf", PunctualArchive.Complete("15/03/1998", "HS.01"));
        await agency.Deposits("b.pdf", PunctualArchive.Complete("16/03/1998", "HS.01"));
        await archive.Settles();
        await archive.WakesOn(new DateOnly(2028, 1, 10));
        Assert.Empty(await Consignments());

        await archive.Passes(TimeSpan.FromMinutes(8));
        await agency.Deposits("c.pdf", PunctualArchive.Complete("17/03/1998", "HS.01"));
        await archive.Settles();
        await archive.Get<FunctionRuntime>().RunAsync("SweepDeadlines");
        await archive.Settles();
        await archive.Passes(TimeSpan.FromMinutes(8));
        await archive.FormsConsignments();
        Assert.Empty(await Consignments());

        // A sweep names what waits again, and postpones nothing by that.
        await archive.Get<FunctionRuntime>().RunAsync("SweepDeadlines");
        await archive.Settles();
        await archive.Passes(TimeSpan.FromMinutes(5));
        await archive.FormsConsignments();
        var one = Assert.Single(await Consignments());
        Assert.Equal((3, ConsignmentState.Done), (one.Count, one.State));

        async Task<List<Consignment>> Consignments() => await archive.Get<ConsignmentTable>().Of(agency.Code, CancellationToken.None).ToListAsync();
    }

    private sealed class PatientArchive : PunctualArchive
    {
        protected override Settling Settling => Settling.Usual;
    }
}
