using System.Net;
using Archive;
using Archive.Records;
using Archive.Transfer;
using ArchiveFunctions.Transfer;
using EmbeddedHost.Triggers;
using Microsoft.Extensions.DependencyInjection;

namespace ArchiveFunctions.Tests.Stories;

/// <summary>What officers, archivists, managers and administrators see and decide of transfers over HTTP.</summary>
public sealed class TransferApiStories : IAsyncLifetime
{
    private static readonly CancellationToken Never = CancellationToken.None;
    private readonly PunctualArchive archive = new();

    public ValueTask InitializeAsync() => archive.InitializeAsync();

    public ValueTask DisposeAsync() => archive.DisposeAsync();

    [Fact]
    public async Task An_officer_sees_the_months_deadlines_with_what_keeps_them_and_nobody_elses()
    {
        var (agency, other) = (await archive.NewAgency(), await archive.NewAgency());
        await agency.Deposits("a.pdf", new { maintenance = "01", issuedDate = "15/03/2027", mode = "02", subject = "Về việc một" });
        await agency.Deposits("b.pdf", new { maintenance = "01", issuedDate = "20/03/2027", mode = "02" });
        await agency.Deposits("c.pdf", new { maintenance = "01", mode = "02" });
        await other.Deposits("d.pdf", new { maintenance = "01", issuedDate = "16/03/2027", mode = "02" });
        await archive.Settles();
        await archive.WakesOn(new DateOnly(2030, 3, 8));

        using var officer = await agency.Officer();
        var month = await officer.Reads($"api/agencies/{agency.Code}/transfer-schedule?size=1");
        Assert.Equal("2030-03", month.GetProperty("month").GetString());
        var first = Assert.Single(month.GetProperty("items").EnumerateArray());
        Assert.Equal(("due", "2030-03-15", "Về việc một"), (first.Text("state"), first.Text("due"), first.Text("title")));
        Assert.Contains(first.GetProperty("reasons").EnumerateArray(), reason => reason.Text("code") == "T-401" && reason.Text("where") == "organName" && reason.Text("message").StartsWith("Thiếu", StringComparison.Ordinal));

        var next = await officer.Reads($"api/agencies/{agency.Code}/transfer-schedule?month=2030-03&size=1&continuation={Uri.EscapeDataString(month.Text("continuation"))}");
        Assert.Equal("2030-03-20", Assert.Single(next.GetProperty("items").EnumerateArray()).Text("due"));
        Assert.False(next.TryGetProperty("continuation", out _));
        Assert.Equal("undetermined", Assert.Single((await officer.Reads($"api/agencies/{agency.Code}/transfer-schedule?month=undetermined")).GetProperty("items").EnumerateArray()).Text("state"));

        var notice = (await officer.Reads($"api/agencies/{agency.Code}/notices")).GetProperty("items")[0];
        Assert.Equal(("2030-03-08", "kept", "Về việc một"), (notice.Text("day"), notice.Text("kind"), notice.Text("title")));
        await officer.IsRefused(HttpStatusCode.Forbidden, $"api/agencies/{other.Code}/transfer-schedule");
        await officer.IsRefused(HttpStatusCode.Forbidden, $"api/agencies/{other.Code}/notices");
        await officer.IsRefused(HttpStatusCode.BadRequest, $"api/agencies/{agency.Code}/transfer-schedule?month=2030-13");
        await officer.IsRefused(HttpStatusCode.BadRequest, $"api/agencies/{agency.Code}/transfer-schedule?continuation={Uri.EscapeDataString($"A1|01|{RecordId.ForContent(other.Code, Sha256Digest.Of(new byte[32]))}")}");
        await officer.IsRefused(HttpStatusCode.BadRequest, $"api/agencies/{agency.Code}/notices?continuation=x");
        using var archivist = await archive.Client(null, "archivist");
        Assert.Single((await archivist.Reads($"api/agencies/{other.Code}/transfer-schedule")).GetProperty("items").EnumerateArray());
        using var nobody = await archive.Client(null);
        await nobody.IsRefused(HttpStatusCode.Unauthorized, $"api/agencies/{agency.Code}/transfer-schedule");
    }

    [Fact]
    public async Task A_record_found_secret_leaves_its_officers_schedule()
    {
        var agency = await archive.NewAgency();
        var content = await agency.Deposits("a.pdf", new { maintenance = "01", issuedDate = "15/03/2027", mode = "02" });
        await archive.Settles();
        await agency.Describes("a.pdf", new { maintenance = "01", issuedDate = "15/03/2027", mode = "03" });
        await archive.Settles();
        await archive.WakesOn(new DateOnly(2030, 3, 8));

        using var officer = await agency.Officer();
        Assert.Empty((await officer.Reads($"api/agencies/{agency.Code}/transfer-schedule")).GetProperty("items").EnumerateArray());
        Assert.Empty((await officer.Reads($"api/agencies/{agency.Code}/notices")).GetProperty("items").EnumerateArray());
        await officer.Sends(HttpStatusCode.NotFound, $"api/agencies/{agency.Code}/transfers", new { recordIds = new[] { agency.IdOf(content).Value } });
    }

    [Fact]
    public async Task A_manager_sees_what_lies_ahead_of_an_agency()
    {
        var (agency, other) = (await archive.NewAgency(), await archive.NewAgency());
        foreach (var (name, date) in new[] { ("a.pdf", "01/01/2020"), ("b.pdf", "15/03/2027"), ("c.pdf", "16/03/2027"), ("d.pdf", "01/02/2030") })
            await agency.Deposits(name, new { maintenance = "01", issuedDate = date, mode = "01" });
        await agency.Deposits("e.pdf", new { maintenance = "01" });
        await other.Deposits("f.pdf", new { maintenance = "01", issuedDate = "01/01/2020" });
        await archive.Settles();
        await archive.WakesOn(new DateOnly(2030, 3, 8));

        using var manager = await archive.Client(null, "manager");
        var forecast = await manager.Reads($"api/agencies/{agency.Code}/transfer-forecast");
        Assert.Equal((1, 1, 0), (forecast.Number("overdue"), forecast.Number("undetermined"), forecast.Number("transferredLately")));
        var months = forecast.GetProperty("months").EnumerateArray().ToList();
        Assert.Equal(("2030-03", 2, 2, 36), (months[0].Text("month"), months[0].Number("fallingDue"), months[0].Number("kept"), months.Count));
        Assert.Equal(("2033-02", 1), (months[35].Text("month"), months[35].Number("fallingDue")));
        await manager.IsRefused(HttpStatusCode.Forbidden, $"api/agencies/{agency.Code}/transfer-schedule");
        using var stranger = await other.Officer();
        await stranger.IsRefused(HttpStatusCode.Forbidden, $"api/agencies/{agency.Code}/transfer-forecast");
    }

    [Fact]
    public async Task A_shorter_term_is_previewed_added_and_moves_every_open_due_day_once()
    {
        var agency = await archive.NewAgency();
        var moved = await agency.Deposits("a.pdf", new { maintenance = "01", issuedDate = "15/03/2029", mode = "01" });
        var settled = await agency.Deposits("b.pdf", new { maintenance = "01", issuedDate = "16/03/2029", mode = "01" });
        var gained = await agency.Deposits("c.pdf", new { maintenance = "02", issuedDate = "17/03/2029", mode = "01" });
        await archive.Settles();
        await archive.WakesOn(new DateOnly(2031, 6, 1));
        await archive.HasTransferred((await agency.Record(settled))!);

        using var administrator = await archive.Client(null, "administrator");
        object policy = new { id = "hn-2031", inForceFrom = "2031-06-02", legalBasis = "QĐ 1/2031", years = 2, legalYears = 5, legalYearsBasis = "Luật 33/2024/QH15", exceptionalYears = 30, exceptionalYearsBasis = "Luật 33/2024/QH15", sources = new { rule = "all" }, retentionCodes = new[] { "01", "02" }, noticeDays = new[] { 60, 30 }, leadDays = 7, escalationDays = new[] { 1, 8 } };
        var effect = await administrator.Sends(HttpStatusCode.OK, "api/transfer-policies", policy);
        Assert.Equal((false, "2031-06-02", 2, 2), (effect.GetProperty("applied").GetBoolean(), effect.Text("asOf"), effect.Number("moved"), effect.Number("overdue")));
        Assert.Equal(new[] { moved, gained }.Select(content => agency.IdOf(content).Value).Order(), effect.GetProperty("overdueIds").EnumerateArray().Select(id => id.GetString()!));
        Assert.Equal(2, Assert.Single(effect.GetProperty("agencies").EnumerateArray(), one => one.Text("agency") == agency.Code.Value).Number("moved"));
        Assert.Equal(new DateOnly(2032, 3, 15), (await agency.Record(moved))!.Transfer!.Due);

        Assert.True((await administrator.Sends(HttpStatusCode.Created, "api/transfer-policies?apply=true", policy)).GetProperty("applied").GetBoolean());
        await administrator.Sends(HttpStatusCode.Conflict, "api/transfer-policies?apply=true", policy);
        Assert.Empty((PolicyChanged[])(await archive.Get<FunctionRuntime>().RunAsync(nameof(AnnouncePolicy)))!);
        await archive.WakesOn(new DateOnly(2031, 6, 2));
        await archive.Get<FunctionRuntime>().RunAsync(nameof(AnnouncePolicy));
        await archive.Settles();

        Assert.Equal((new DateOnly(2031, 3, 15), "hn-2031"), ((await agency.Record(moved))!.Transfer!.Due!.Value, (await agency.Record(moved))!.Transfer!.Policy));
        Assert.Equal(new DateOnly(2031, 3, 17), (await agency.Record(gained))!.Transfer!.Due);
        Assert.Equal((ClockState.Transferred, "hn-67-2021"), ((await agency.Record(settled))!.Transfer!.State, (await agency.Record(settled))!.Transfer!.Policy));
        Assert.Equal([agency.IdOf(settled).Value], (await archive.Month(agency, 2032, 3)).Select(deadline => deadline.RecordId));
        Assert.Equal(2, (await archive.Month(agency, 2031, 3)).Count);

        var version = (await agency.Record(moved))!.Version;
        Assert.Empty((PolicyChanged[])(await archive.Get<FunctionRuntime>().RunAsync(nameof(AnnouncePolicy)))!);
        Assert.Null(await ActivatorUtilities.CreateInstance<ResetClocks>(archive.Host.Services).Run(new PolicyChanged("hn-2031", agency.IdOf(moved).Value[1], ""), Never));
        Assert.Equal(version, (await agency.Record(moved))!.Version);
        using var manager = await archive.Client(null, "manager");
        var known = (await manager.Reads("api/transfer-policies")).GetProperty("items");
        Assert.Equal(("hn-2031", true, false), (known[0].Text("id"), known[0].GetProperty("inForce").GetBoolean(), known[1].GetProperty("inForce").GetBoolean()));
    }

    [Fact]
    public async Task Only_administrators_add_policies_and_only_sound_ones()
    {
        using var archivist = await archive.Client(null, "archivist");
        using var administrator = await archive.Client(null, "administrator");
        Assert.Single((await archivist.Reads("api/transfer-policies")).GetProperty("items").EnumerateArray());
        await archivist.Sends(HttpStatusCode.Forbidden, "api/transfer-policies", new { id = "x" });
        Assert.Equal("inForceFrom", (await administrator.Sends(HttpStatusCode.UnprocessableEntity, "api/transfer-policies", new { id = "x" })).Text("parameter"));
        await administrator.Sends(HttpStatusCode.BadRequest, "api/transfer-policies", "x");
        await administrator.Sends(HttpStatusCode.BadRequest, "api/transfer-policies?apply=yes", new { id = "x" });
        var sameDay = new { id = "y", inForceFrom = "2021-01-01", legalBasis = "a", years = 2, legalYears = 5, legalYearsBasis = "b", exceptionalYears = 30, exceptionalYearsBasis = "b", sources = new { rule = "all" }, retentionCodes = new[] { "01" }, noticeDays = new[] { 60, 30 }, leadDays = 7, escalationDays = new[] { 1, 8 } };
        Assert.Equal("inForceFrom", (await administrator.Sends(HttpStatusCode.UnprocessableEntity, "api/transfer-policies?apply=true", sameDay)).Text("parameter"));
        await administrator.Sends(HttpStatusCode.OK, "api/transfer-policies", sameDay with { inForceFrom = "2021-01-02" });
        using var reader = await archive.Client(null, "reader");
        await reader.IsRefused(HttpStatusCode.Forbidden, "api/transfer-policies");
    }

    [Fact]
    public async Task Two_persons_exempt_a_record_and_one_cannot()
    {
        var (agency, other) = (await archive.NewAgency(), await archive.NewAgency());
        var content = await agency.Deposits("a.pdf", new { maintenance = "01", issuedDate = "15/03/2027", mode = "02" });
        await archive.Settles();
        var route = $"api/records/{agency.IdOf(content)}/exemption";
        var why = new { code = "duplicate", evidence = "QĐ 12/QĐ-UBND", legalBasis = "Luật 33/2024/QH15" };

        using var officer = await agency.Officer();
        using var archivist = await archive.Client(null, "archivist");
        using var stranger = await other.Officer();
        await stranger.Sends(HttpStatusCode.NotFound, route, why);
        await stranger.IsRefused(HttpStatusCode.NotFound, route);
        Assert.Equal("code", (await officer.Sends(HttpStatusCode.UnprocessableEntity, route, why with { code = "because" })).Text("parameter"));

        await archivist.Sends(HttpStatusCode.Created, route, why);
        var own = (await archivist.Reads(route)).Text("proposal");
        Assert.Equal("second-person-required", (await archivist.Sends(HttpStatusCode.Forbidden, route + "/confirmation", new { proposal = own })).Text("code"));
        var proposal = (await officer.Sends(HttpStatusCode.Created, route, why)).Text("proposal");
        Assert.Equal("forbidden", (await officer.Sends(HttpStatusCode.Forbidden, route + "/confirmation", new { proposal })).Text("code"));
        Assert.Equal("exemption-not-proposed", (await archivist.Sends(HttpStatusCode.Conflict, route + "/confirmation", new { proposal = own })).Text("code"));
        Assert.Equal(ClockState.Scheduled, (await agency.Record(content))!.Transfer!.State);

        await archivist.Sends(HttpStatusCode.OK, route + "/confirmation", new { proposal });
        var version = (await agency.Record(content))!.Version;
        await archivist.Sends(HttpStatusCode.OK, route + "/confirmation", new { proposal });
        Assert.Equal((ClockState.Exempt, version), ((await agency.Record(content))!.Transfer!.State, (await agency.Record(content))!.Version));
        Assert.Equal("duplicate", Assert.Single(await archive.Month(agency, 2030, 3)).Exemption);
        Assert.Empty(await archive.Get<AgendaTable>().Until(new DateOnly(2040, 1, 1), Never).ToListAsync());
        Assert.Contains(await archive.Journal(agency.IdOf(content)), line => line.Type == EventTypes.PolicyAssignment && line.Detail.StartsWith("transfer=Exempt; ", StringComparison.Ordinal));
        Assert.Equal("transfer-not-open", (await officer.Sends(HttpStatusCode.Conflict, route, why with { evidence = "khác" })).Text("code"));
    }

    [Fact]
    public async Task A_hold_keeps_a_record_and_its_lifting_lets_it_go_on()
    {
        var agency = await archive.NewAgency();
        var content = await agency.Deposits("a.pdf", new { maintenance = "01", issuedDate = "15/03/2027", mode = "01" });
        await archive.Settles();
        var route = $"api/records/{agency.IdOf(content)}/hold";
        using var archivist = await archive.Client(null, "archivist");
        using var officer = await agency.Officer();
        using var nobody = await archive.Client(null);

        await officer.Sends(HttpStatusCode.Forbidden, route, new { reason = "Thanh tra" }, HttpMethod.Put);
        await nobody.Sends(HttpStatusCode.Unauthorized, route, new { reason = "Thanh tra" }, HttpMethod.Put);
        await archivist.Sends(HttpStatusCode.BadRequest, route, new { reason = " " }, HttpMethod.Put);
        await archivist.Sends(HttpStatusCode.NotFound, $"api/records/{RecordId.ForContent(agency.Code, Sha256Digest.Of(new byte[32]))}/hold", new { reason = "Thanh tra" }, HttpMethod.Put);
        await archivist.Sends(HttpStatusCode.OK, route, new { reason = "Thanh tra" }, HttpMethod.Put);
        var version = (await agency.Record(content))!.Version;
        await archivist.Sends(HttpStatusCode.OK, route, new { reason = "Thanh tra" }, HttpMethod.Put);
        Assert.Equal(("Thanh tra", version), ((await agency.Record(content))!.Hold!, (await agency.Record(content))!.Version));
        await archive.WakesOn(new DateOnly(2030, 3, 9));
        Assert.Contains((await agency.Record(content))!.Transfer!.Reasons, reason => reason.Code == "T-404");

        using var later = await archive.Client(null, "archivist");
        await later.Sends(HttpStatusCode.NoContent, route, null, HttpMethod.Delete);
        Assert.Equal((null, new DateOnly(2030, 3, 9)), ((await agency.Record(content))!.Hold, (await agency.Record(content))!.Transfer!.NextAction!.Value));
        await later.Sends(HttpStatusCode.NoContent, route, null, HttpMethod.Delete);

        using var own = await agency.Officer();
        Assert.DoesNotContain("Thanh tra", await nobody.GetStringAsync($"api/records/{agency.IdOf(content)}/history"), StringComparison.Ordinal);
        Assert.Contains("hold=ordered; reason=Thanh tra", await own.GetStringAsync($"api/records/{agency.IdOf(content)}/history"), StringComparison.Ordinal);
    }
}
