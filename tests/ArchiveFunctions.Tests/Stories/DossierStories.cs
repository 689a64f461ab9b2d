using System.Net;
using System.Security.Cryptography;
using System.Text;
using Archive;
using Archive.Records;
using ArchiveFunctions.Catalogue;
using ArchiveFunctions.Records;
using ArchiveFunctions.Transfer.Consignments;
using Microsoft.Extensions.DependencyInjection;

namespace ArchiveFunctions.Tests.Stories;

/// <summary>An agency hands over a whole dossier before its time.</summary>
public sealed class DossierStories : IAsyncLifetime
{
    private const string Code = "H26.02.2027 'Hồ sơ' 01";
    private static readonly CancellationToken Never = CancellationToken.None;
    private readonly PunctualArchive archive = new();

    public ValueTask InitializeAsync() => archive.InitializeAsync();

    public ValueTask DisposeAsync() => archive.DisposeAsync();

    [Fact]
    public async Task What_can_go_of_a_dossier_goes_and_what_keeps_the_rest_is_said()
    {
        var (agency, other) = (await archive.NewAgency(), await archive.NewAgency());
        var going = await agency.Deposits("a.pdf", PunctualArchive.Complete("15/03/2027", Code));
        var thin = await agency.Deposits("b.pdf", new { maintenance = "01", issuedDate = "15/03/2027", mode = "01", fileCode = Code });
        var brief = await agency.Deposits("c.pdf", new { maintenance = "02", issuedDate = "15/03/2027", mode = "01", fileCode = Code });
        var secret = await agency.Deposits("d.pdf", PunctualArchive.Complete("15/03/2027", Code));
        var elsewhere = await agency.Deposits("e.pdf", PunctualArchive.Complete("15/03/2027", Code + "2"));
        var anothers = await other.Deposits("f.pdf", PunctualArchive.Complete("15/03/2027", Code));
        await archive.Settles();
        await agency.Describes("d.pdf", new { mode = "03" });
        await archive.Settles();

        using var officer = await agency.Officer();
        var route = $"api/agencies/{agency.Code}/transfers";
        Assert.Equal("not-found", (await officer.Sends(HttpStatusCode.NotFound, route, new { dossier = "H26.02.2027.99" })).Text("code"));
        foreach (var strange in new object[] { new { }, new { dossier = "" }, new { dossier = Code, recordIds = new[] { agency.IdOf(going).Value } } })
            Assert.Equal("body-invalid", (await officer.Sends(HttpStatusCode.BadRequest, route, strange)).Text("code"));

        var readiness = await officer.Reads($"api/agencies/{agency.Code}/dossier-readiness?dossier={Uri.EscapeDataString(Code)}");
        Assert.Equal([agency.IdOf(going).Value], readiness.GetProperty("ready").EnumerateArray().Select(id => id.GetString()!));
        await officer.IsRefused(HttpStatusCode.NotFound, $"api/agencies/{agency.Code}/dossier-readiness?dossier=x");
        await officer.IsRefused(HttpStatusCode.BadRequest, $"api/agencies/{agency.Code}/dossier-readiness");
        await officer.IsRefused(HttpStatusCode.BadRequest, $"api/agencies/{agency.Code}/dossier-readiness?dossier=x&continuation=y");
        await officer.IsRefused(HttpStatusCode.Forbidden, $"api/agencies/{other.Code}/dossier-readiness?dossier={Uri.EscapeDataString(Code)}");
        Assert.Empty(await archive.Get<WaitingTable>().Groups(Never).ToListAsync());

        var answer = await officer.Sends(HttpStatusCode.Accepted, route, new { dossier = Code });
        Assert.False(answer.GetProperty("continues").GetBoolean());
        Assert.Equal([agency.IdOf(going).Value], answer.GetProperty("waiting").EnumerateArray().Select(id => id.GetString()!));
        var kept = answer.GetProperty("kept").EnumerateArray().ToDictionary(one => one.Text("recordId"), one => one.GetProperty("reasons").EnumerateArray().Select(reason => reason.Text("code")).Distinct().Single());
        Assert.Equal(new Dictionary<string, string> { [agency.IdOf(thin).Value] = "T-401", [agency.IdOf(brief).Value] = "T-411" }, kept);

        await archive.FormsConsignments();
        Assert.Equal(Custody.Historical, (await agency.Record(going))!.Custody);
        foreach (var (holder, content) in new[] { (agency, thin), (agency, brief), (agency, secret), (agency, elsewhere), (other, anothers) })
            Assert.Equal(Custody.Agency, (await holder.Record(content))!.Custody);
        var again = await officer.Sends(HttpStatusCode.Accepted, route, new { dossier = Code });
        Assert.Equal("T-412", Assert.Single(again.GetProperty("kept").EnumerateArray(), one => one.Text("recordId") == agency.IdOf(going).Value).GetProperty("reasons")[0].Text("code"));
    }

    [Fact]
    public async Task A_dossier_of_more_records_than_a_request_takes_goes_on_by_itself()
    {
        const int More = Dossiers.Portion + 130;
        var agency = await archive.NewAgency();
        var first = await agency.Deposits("a.pdf", PunctualArchive.Complete("15/03/2027", Code));
        await archive.Settles();
        var record = (await agency.Record(first))!;
        var copies = Enumerable.Range(1, More).Select(number => record with { Id = RecordId.ForContent(agency.Code, Sha256Digest.Of(SHA256.HashData(Encoding.UTF8.GetBytes($"{agency.Code} {number}")))) }).ToList();
        await Parallel.ForEachAsync(copies, async (copy, stop) => Assert.Null(await archive.Get<RecordTable>().Create(copy, [], null, stop)));
        await archive.Get<CatalogueUpkeep>().Refresh([.. copies.Select(copy => copy.Id)], Never);

        using var officer = await agency.Officer();
        var answer = await officer.Sends(HttpStatusCode.Accepted, $"api/agencies/{agency.Code}/transfers", new { dossier = Code });
        Assert.Equal((true, Dossiers.Portion), (answer.GetProperty("continues").GetBoolean(), answer.GetProperty("waiting").GetArrayLength()));
        await archive.Settles();
        Assert.Equal(More + 1, Assert.Single(await archive.Get<WaitingTable>().Groups(Never).ToListAsync()).Records.Count);

        // A message that comes again, or for a dossier that is gone meanwhile, adds nothing.
        var function = ActivatorUtilities.CreateInstance<OfferDossier>(archive.Host.Services);
        Assert.Null(await function.Run(new DossierOffered(agency.Code.Value, Code, copies.Max(copy => copy.Id.Value)!), Never));
        Assert.NotNull(await function.Run(new DossierOffered(agency.Code.Value, Code, copies.Min(copy => copy.Id.Value)!), Never));
        Assert.Equal(More + 1, Assert.Single(await archive.Get<WaitingTable>().Groups(Never).ToListAsync()).Records.Count);

        var pages = 0;
        for (var next = ""; next is not null; pages++)
        {
            var page = await officer.Reads($"api/agencies/{agency.Code}/dossier-readiness?size=100&dossier={Uri.EscapeDataString(Code)}&continuation={next}");
            next = page.TryGetProperty("continuation", out var place) ? place.GetString() : null;
        }

        Assert.Equal((More + 100) / 100, pages);
    }
}
