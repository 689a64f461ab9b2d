using System.Net;

namespace ArchiveFunctions.Tests.Stories;

/// <summary>The list behind a figure, as those see it who may ask for it.</summary>
[Collection(StoryCollection.Name)]
public sealed class FigureStories(RunningArchive archive)
{
    [Fact]
    public async Task A_record_withheld_is_counted_and_named_to_nobody()
    {
        var agency = await archive.NewAgency();
        var shown = await agency.Deposits("a.pdf", new { maintenance = "01", issuedDate = "15/10/2023", mode = "02" });
        var withheld = await agency.Deposits("b.pdf", new { maintenance = "01", issuedDate = "16/10/2023", mode = "01" });
        await archive.Settles();
        await agency.Describes("b.pdf", new { mode = "03" });
        using var officer = await agency.Officer();
        await Eventually.Holds(async () => (await officer.GetAsync($"api/records/{agency.IdOf(withheld)}")).StatusCode == HttpStatusCode.NotFound, "the record is withheld");
        await archive.Settles();

        using var manager = await archive.Client(null, "manager");
        foreach (var client in new[] { officer, manager })
        {
            var figure = await client.Reads($"api/agencies/{agency.Code}/targets/transfer-within-term?month=2026-10&list=missing");
            Assert.Equal([agency.IdOf(shown).Value], figure.GetProperty("items").EnumerateArray().Select(item => item.Text("recordId")));
            Assert.Equal(2, figure.Number("due"));
        }
    }
}
