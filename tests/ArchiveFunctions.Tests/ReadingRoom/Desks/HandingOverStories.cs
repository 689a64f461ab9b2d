using System.Net;
using ArchiveFunctions.Tests.Stories;
using ArchiveFunctions.Transfer.Consignments;

namespace ArchiveFunctions.Tests.ReadingRoom.Desks;

/// <summary>An officer hands over early, in an archive whose timers do not run by themselves.</summary>
public sealed class HandingOverStories(PunctualArchive archive) : IClassFixture<PunctualArchive>
{
    [Fact]
    public async Task An_officer_sees_what_falls_due_and_what_keeps_it_and_hands_over_early()
    {
        var agency = await archive.NewAgency();
        var ready = await agency.Deposits("a.pdf", PunctualArchive.Complete("15/03/2027", "HS-1"));
        var kept = await agency.Deposits("b.pdf", new { maintenance = "01", issuedDate = "15/03/2027", fileCode = "HS-1", subject = "Thiếu nhiều" });
        await archive.Settles();
        using var officer = await Browser.Of(archive, agency.Code.Value, "officer");

        var month = await officer.Reads($"desk/agencies/{agency.Code}/schedule?month=2030-03&lang=en");
        Assert.Contains("Falling due in 03/2030", month, StringComparison.Ordinal);
        Assert.Contains("Thiếu nhiều", month, StringComparison.Ordinal);
        var dossier = await officer.Reads($"desk/agencies/{agency.Code}/dossier?dossier=HS-1&lang=en");
        Assert.Contains("Could go now (1)", dossier, StringComparison.Ordinal);
        Assert.Contains("Kept (1)", dossier, StringComparison.Ordinal);
        Assert.Contains("T-401", dossier, StringComparison.Ordinal);

        foreach (var time in new[] { 1, 2 })
        {
            var (status, said) = await officer.Sends($"desk/agencies/{agency.Code}/early?lang=en", ("record", agency.IdOf(ready).Value), ("record", agency.IdOf(kept).Value));
            Assert.Equal(HttpStatusCode.OK, status);
            Assert.Contains("1 records wait for the next consignment.", said, StringComparison.Ordinal);
            Assert.Contains("Kept (1)", said, StringComparison.Ordinal);
        }

        var waiting = await archive.Get<WaitingTable>().Groups(CancellationToken.None).Where(group => group.Agency == agency.Code).ToListAsync();
        Assert.Equal(agency.IdOf(ready).Value, Assert.Single(Assert.Single(waiting).Records).RecordId);
        Assert.Equal(HttpStatusCode.NotFound, (await officer.Sends($"desk/agencies/{agency.Code}/early", ("dossier", "HS-2"))).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await officer.Sends($"desk/agencies/{agency.Code}/early")).Status);
    }
}
