using System.Net;
using Archive.ReadingRoom;
using Archive.Records;
using ArchiveFunctions.Catalogue;
using ArchiveFunctions.ReadingRoom.Disclosing;
using ArchiveFunctions.Tests.Stories;

namespace ArchiveFunctions.Tests.ReadingRoom.Leaks;

/// <summary>What strangers may know of conditional records is set, corrected, and seen.</summary>
[Collection(StoryCollection.Name)]
public sealed class DisclosureStories(RunningArchive archive)
{
    [Fact]
    public async Task What_is_disclosed_shows_at_once_in_lists_on_pages_and_in_the_API_and_goes_at_once()
    {
        var (agency, id) = await Holds();
        using var anyone = await archive.Client(null);
        Assert.Equal(HttpStatusCode.NotFound, await Status(anyone, $"api/records/{id}"));

        await Sets(agency, Disclosure.Described);
        var described = await anyone.Reads($"api/records/{id}");
        Assert.Equal(("described", "Hồ sơ có điều kiện", false), (described.Text("disclosed"), described.Text("title"), described.TryGetProperty("content", out _)));
        var page = await anyone.GetStringAsync($"reading-room/records/{id}");
        Assert.Contains("Hồ sơ có điều kiện", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        Assert.DoesNotContain("SHA-256", page, StringComparison.Ordinal);
        Assert.All((await anyone.Reads($"api/records/{id}/history")).GetProperty("items").EnumerateArray(), line => Assert.Equal(("", ""), (line.Text("detail"), line.Text("actor"))));
        Assert.Equal(HttpStatusCode.NotFound, await Status(anyone, $"api/records/{id}/content"));
        Assert.Equal(1, await Count(anyone, agency, "q=điều kiện"));

        await Sets(agency, Disclosure.Stub);
        var stub = await anyone.Reads($"api/records/{id}");
        Assert.Equal(["access", "agency", "custody", "disclosed", "id", "issuedOn", "links", "type"], stub.EnumerateObject().Select(property => property.Name).Order());
        Assert.Equal(("stub", "2021"), (stub.Text("disclosed"), stub.Text("issuedOn")));
        Assert.Contains("Tài liệu tiếp cận có điều kiện", WebUtility.HtmlDecode(await anyone.GetStringAsync($"reading-room/records/{id}")), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await Status(anyone, $"api/records/{id}/history"));
        Assert.Equal((0, 1), (await Count(anyone, agency, "q=điều kiện"), await Count(anyone, agency, "year=2021")));

        await Sets(agency, Disclosure.Hidden);
        Assert.Equal(HttpStatusCode.NotFound, await Status(anyone, $"api/records/{id}"));
        Assert.Equal(0, await Count(anyone, agency, ""));
    }

    [Fact]
    public async Task A_decision_for_a_later_day_shows_nothing_yet_and_every_decision_stays_to_be_read()
    {
        var (agency, id) = await Holds();
        using var administrator = await archive.Client(null, "administrator");
        using var officer = await agency.Officer();
        using var anyone = await archive.Client(null);

        await administrator.Sends(HttpStatusCode.Created, Route(agency), new { shows = "described", inForceFrom = Holdings.Day(1), legalBasis = "QĐ 2" });
        await Sets(agency, Disclosure.Stub);
        await administrator.Sends(HttpStatusCode.OK, Route(agency), Holdings.Said(Disclosure.Stub));

        Assert.Equal("stub", (await anyone.Reads($"api/records/{id}")).Text("disclosed"));
        var all = (await officer.Reads(Route(agency))).GetProperty("items").EnumerateArray().Select(one => (one.Text("shows"), one.GetProperty("inForce").GetBoolean()));
        Assert.Equal([("described", false), ("stub", true)], all);
    }

    [Theory]
    [InlineData("something", 0, "QĐ 1", "shows")]
    [InlineData("stub", -1, "QĐ 1", "inForceFrom")]
    [InlineData("stub", 0, "", "legalBasis")]
    public async Task A_decision_without_sense_is_refused_with_the_value_at_fault(string shows, int day, string basis, string parameter)
    {
        var agency = await archive.NewAgency();
        using var administrator = await archive.Client(null, "administrator");
        var problem = await administrator.Sends(HttpStatusCode.UnprocessableEntity, Route(agency), new { shows, inForceFrom = Holdings.Day(day), legalBasis = basis });
        Assert.Equal(("policy-invalid", parameter), (problem.Text("code"), problem.Text("parameter")));
    }

    [Fact]
    public async Task Decisions_said_at_the_same_time_are_all_kept()
    {
        var agency = await archive.NewAgency();
        var table = archive.Get<DisclosureTable>();
        await Task.WhenAll(Enumerable.Range(1, 6).Select(number => table.Add(Policy(agency, $"QĐ {number}"), CancellationToken.None)));

        var all = await table.Of(agency.Code, CancellationToken.None);
        Assert.Equal((6, 6), (all.Count, all.Select(policy => policy.LegalBasis).Distinct().Count()));
        Assert.Equal([1, 2, 3, 4, 5, 6], all.Select(policy => policy.Number));
    }

    [Fact]
    public async Task A_record_that_is_opened_has_one_entry_and_a_rebuild_puts_right_what_is_left_over()
    {
        var (agency, id) = await Holds();
        await Sets(agency, Disclosure.Stub);
        using var anyone = await archive.Client(null);
        await agency.Describes("a.pdf", new { mode = "01", subject = "Hồ sơ có điều kiện", issuedDate = "15/03/2021", typeName = "10" });
        await archive.Settles();
        Assert.Equal((1, 1), (await Count(anyone, agency, ""), await Count(anyone, agency, "q=điều kiện")));

        // Entries of a record that is no more, as an index of another day may hold them.
        var stray = Shelf(agency, id);
        await archive.Get<CatalogueIndex>().Write([stray], CancellationToken.None);
        Assert.Equal(2, await Count(anyone, agency, ""));
        for (RebuildReport? report = null; report is not { Finished: true };)
            report = await archive.Get<CatalogueRebuild>().Run(report?.Continuation is { } next ? RecordId.Parse(next) : null, CancellationToken.None);
        Assert.Equal(1, await Count(anyone, agency, ""));
    }

    private static CatalogueChange Shelf(Depositor agency, RecordId id)
    {
        var record = Tests.Catalogue.Shelf.Record("no more", agency.Code, "02", ("subject", "Không còn"));
        Assert.NotEqual(id, record.Id);
        return CatalogueChange.Of(record, "");
    }

    private static DisclosurePolicy Policy(Depositor agency, string basis) => new()
    {
        Agency = agency.Code,
        InForceFrom = new DateOnly(2027, 1, 1),
        Number = 1,
        Shows = Disclosure.Stub,
        LegalBasis = basis,
        SetBy = "someone",
        SetAt = DateTimeOffset.UnixEpoch,
    };

    private static string Route(Depositor agency) => $"api/agencies/{agency.Code}/disclosures";

    private static async Task<HttpStatusCode> Status(HttpClient client, string path)
    {
        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));
        return answer.StatusCode;
    }

    private static async Task<int> Count(HttpClient client, Depositor agency, string asked) => (await client.Reads($"api/records?agency={agency.Code}&{asked}")).Number("count");

    private async Task Sets(Depositor agency, Disclosure shows)
    {
        using var administrator = await archive.Client(null, "administrator");
        await administrator.Sends(HttpStatusCode.Created, Route(agency), Holdings.Said(shows));
    }

    private async Task<(Depositor Agency, RecordId Id)> Holds()
    {
        var agency = await archive.NewAgency();
        var id = agency.IdOf(await agency.Deposits("a.pdf", new { mode = "02", subject = "Hồ sơ có điều kiện", issuedDate = "15/03/2021", typeName = "10" }));
        await archive.Settles();
        return (agency, id);
    }
}
