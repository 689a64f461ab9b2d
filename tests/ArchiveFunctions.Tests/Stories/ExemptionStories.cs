using System.Net;
using Archive.Records;
using Archive.Transfer;
using ArchiveFunctions.Transfer;
using EmbeddedHost.Triggers;

namespace ArchiveFunctions.Tests.Stories;

/// <summary>Exemptions over the years: one that ends on a day, one that is taken back, and what the figure of a month says of them afterwards.</summary>
public sealed class ExemptionStories : IAsyncLifetime
{
    private static readonly CancellationToken Never = CancellationToken.None;
    private readonly PunctualArchive archive = new();

    public ValueTask InitializeAsync() => archive.InitializeAsync();

    public ValueTask DisposeAsync() => archive.DisposeAsync();

    [Fact]
    public async Task A_longer_term_by_exception_ends_on_its_day_with_notices_before_it_and_the_transfer_in_it()
    {
        var agency = await archive.NewAgency();
        var content = await agency.Deposits("a.pdf", PunctualArchive.Complete("15/03/2027"));
        await archive.Settles();
        var route = $"api/records/{agency.IdOf(content)}/exemption";
        var why = new { code = "longer-term", evidence = "QĐ 12/QĐ-UBND", legalBasis = "Luật khác", until = "2035-01-31" };
        using (var officer = await agency.Officer())
        using (var archivist = await archive.Client(null, "archivist"))
        {
            Assert.Equal("until", (await officer.Sends(HttpStatusCode.UnprocessableEntity, route, new { why.code, why.evidence, why.legalBasis })).Text("parameter"));
            Assert.Equal("exemption-invalid", (await officer.Sends(HttpStatusCode.UnprocessableEntity, route, why with { until = "2030-03-15" })).Text("code"));
            Assert.Equal("exemption-too-long", (await officer.Sends(HttpStatusCode.UnprocessableEntity, route, why with { until = "2099-01-01" })).Text("code"));
            await officer.Sends(HttpStatusCode.BadRequest, route, why with { until = "2035" });
            var proposal = (await officer.Sends(HttpStatusCode.Created, route, why)).Text("proposal");
            Assert.Equal("2035-01-31", (await archivist.Sends(HttpStatusCode.OK, route + "/confirmation", new { proposal })).Text("until"));
        }

        Assert.Equal((ClockState.Exempt, "longer-term"), Assert.Single(await archive.Month(agency, 2030, 3)) is var was ? (was.State, was.Exemption) : default);
        Assert.Equal((ClockState.Scheduled, null), Assert.Single(await archive.Month(agency, 2035, 1)) is var now ? (now.State, now.Exemption) : default);
        Assert.Equal([new DateOnly(2034, 8, 4)], (await archive.Get<AgendaTable>().Until(new DateOnly(2040, 1, 1), Never).ToListAsync()).Select(entry => entry.Day));

        await archive.WakesOn(new DateOnly(2034, 8, 3));
        Assert.Equal(ClockState.Scheduled, (await agency.Record(content))!.Transfer!.State);
        await archive.WakesOn(new DateOnly(2034, 8, 4));
        using (var manager = await archive.Client(null, "manager"))
        {
            Assert.Equal(1, (await manager.Reads($"api/agencies/{agency.Code}/transfer-forecast")).GetProperty("months").EnumerateArray().Single(month => month.Text("month") == "2035-01").Number("fallingDue"));
            var figure = await manager.Reads($"api/agencies/{agency.Code}/targets/transfer-within-term?month=2030-03");
            Assert.Equal((0, 1), (figure.Number("due"), figure.GetProperty("exclusions").Number("longer-term")));
        }

        await archive.WakesOn(new DateOnly(2035, 1, 24));
        Assert.Equal(Custody.Historical, (await agency.Record(content))!.Custody);
        Assert.Equal("notice-180", (await archive.Get<NoticeTable>().Of(agency.Code, null, 10, Never)).Notices[^1].Kind);
        await archive.WakesOn(new DateOnly(2035, 2, 1));
        using var later = await archive.Client(null, "manager");
        var end = await later.Reads($"api/agencies/{agency.Code}/targets/transfer-within-term?month=2035-01");
        Assert.Equal((1, 1), (end.Number("inTime"), end.Number("due")));
        Assert.Equal(1, (await later.Reads($"api/agencies/{agency.Code}/targets/transfer-within-term?month=2030-03")).GetProperty("exclusions").Number("longer-term"));
    }

    [Fact]
    public async Task Two_persons_take_an_exemption_back_and_the_clock_goes_on()
    {
        var (agency, other) = (await archive.NewAgency(), await archive.NewAgency());
        var content = await agency.Deposits("a.pdf", new { maintenance = "01", issuedDate = "15/03/2027", mode = "02" });
        await archive.Settles();
        var route = $"api/records/{agency.IdOf(content)}/exemption/revocation";
        var why = new { code = "ground-gone", evidence = "QĐ 9" };
        using var officer = await agency.Officer();
        using var archivist = await archive.Client(null, "archivist");
        using var stranger = await other.Officer();
        Assert.Equal("exemption-not-in-force", (await officer.Sends(HttpStatusCode.Conflict, route, why)).Text("code"));
        await archive.Exempts(agency, content);

        await stranger.Sends(HttpStatusCode.NotFound, route, why);
        Assert.Equal("code", (await officer.Sends(HttpStatusCode.UnprocessableEntity, route, why with { code = "because" })).Text("parameter"));
        var own = (await archivist.Sends(HttpStatusCode.Created, route, why)).GetProperty("revocation").Text("proposal");
        Assert.Equal("second-person-required", (await archivist.Sends(HttpStatusCode.Forbidden, route + "/confirmation", new { proposal = own })).Text("code"));
        var proposal = (await officer.Sends(HttpStatusCode.Created, route, why)).GetProperty("revocation").Text("proposal");
        await officer.Sends(HttpStatusCode.OK, route, why);
        await officer.Sends(HttpStatusCode.Forbidden, route + "/confirmation", new { proposal });
        Assert.Equal("exemption-not-proposed", (await archivist.Sends(HttpStatusCode.Conflict, route + "/confirmation", new { proposal = own })).Text("code"));
        Assert.Equal(ClockState.Exempt, (await agency.Record(content))!.Transfer!.State);

        Assert.True((await archivist.Sends(HttpStatusCode.OK, route + "/confirmation", new { proposal })).GetProperty("revocation").TryGetProperty("confirmedAt", out _));
        var version = (await agency.Record(content))!.Version;
        await archivist.Sends(HttpStatusCode.OK, route + "/confirmation", new { proposal });
        Assert.Equal(version, (await agency.Record(content))!.Version);
        Assert.Equal((ClockState.Scheduled, null), Assert.Single(await archive.Month(agency, 2030, 3)) is var row ? (row.State, row.Exemption) : default);
        Assert.Contains(await archive.Journal(agency.IdOf(content)), line => line.Detail.StartsWith("exemption=revoked; code=duplicate; ground=ground-gone; ", StringComparison.Ordinal));
        await archive.WakesOn(new DateOnly(2029, 9, 16));
        Assert.Equal((ClockState.Noticed, 180), (await agency.Record(content))!.Transfer is { } clock ? (clock.State, clock.Noticed!.Value) : default);
    }

    [Fact]
    public async Task A_month_frozen_late_counts_the_exemptions_of_its_last_day_and_the_journals_alone_give_the_same()
    {
        var agency = await archive.NewAgency();
        var late = await agency.Deposits("late.pdf", new { maintenance = "01", issuedDate = "15/03/2027", mode = "02" });
        var gone = await agency.Deposits("gone.pdf", new { maintenance = "01", issuedDate = "16/03/2027", mode = "02" });
        await archive.Settles();
        await archive.WakesOn(new DateOnly(2030, 3, 20));
        await archive.Exempts(agency, gone);
        await archive.WakesOn(new DateOnly(2030, 4, 2));
        await archive.Exempts(agency, late);
        await archive.Revokes(agency, gone);
        await archive.WakesOn(new DateOnly(2030, 4, 3));
        await archive.Get<FunctionRuntime>().RunAsync("FreezeFigures");

        using var manager = await archive.Client(null, "manager");
        var figure = await manager.Reads($"api/agencies/{agency.Code}/targets/transfer-within-term?month=2030-03&list=missing");
        Assert.True(figure.GetProperty("frozen").GetBoolean());
        Assert.Equal((0, 1, 1), (figure.Number("inTime"), figure.Number("due"), figure.GetProperty("exclusions").Number("duplicate")));
        Assert.Equal(agency.IdOf(late).Value, figure.GetProperty("items")[0].Text("recordId"));
        var (march, end) = (new DateOnly(2030, 3, 1), new DateOnly(2030, 3, 31));
        var derived = new List<Deadline>();
        foreach (var content in new[] { late, gone })
            derived.Add(Derived((await agency.Record(content))!, await archive.Journal(agency.IdOf(content)), end));
        Assert.Equal(figure.Text("sha256"), TermFigure.Count(march, derived, end).Sha256);

        // The record's due day and exemption as the lines up to the end of the month say them.
        static Deadline Derived(ArchiveRecord record, IReadOnlyList<JournalEvent> journal, DateOnly asOf)
        {
            var said = journal.Where(line => DateOnly.FromDateTime(line.At.ToOffset(TimeSpan.FromHours(7)).DateTime) <= asOf && line.Type == EventTypes.PolicyAssignment)
                .Select(line => line.Detail.Split("; ").Select(part => part.Split('=', 2)).ToDictionary(part => part[0], part => part[1])).ToList();
            var exemption = said.LastOrDefault(line => line.GetValueOrDefault("exemption") is "confirmed" or "revoked");
            Excuse[] excuses = exemption?["exemption"] == "confirmed" ? [new Excuse(exemption["code"], asOf)] : [];
            return new Deadline(record.Id.Value, record.Agency, ClockState.Scheduled, DateOnly.ParseExact(said.Last(line => line.ContainsKey("due"))["due"], "yyyy-MM-dd"), "", [], null, excuses);
        }
    }
}
