using System.Net;
using Archive.ReadingRoom;
using Archive.ReadingRoom.Audit;
using Archive.Records;
using ArchiveFunctions.ReadingRoom.Audit;
using ArchiveFunctions.Records;
using ArchiveFunctions.Tests.ReadingRoom.Requests;
using ArchiveFunctions.Tests.Stories;
using Azure;
using Azure.Data.Tables;

namespace ArchiveFunctions.Tests.ReadingRoom.Audit;

/// <summary>Who did what with a running archive, as its administrator reads it.</summary>
[Collection(StoryCollection.Name)]
public sealed class AuditStories(RunningArchive archive)
{
    [Fact]
    public async Task Whoever_reads_a_restricted_record_is_noted_before_it_is_served_and_a_public_one_concerns_nobody()
    {
        var agency = await archive.NewAgency();
        var (hidden, open) = (await agency.Deposits("a.pdf", new { mode = "02", subject = "Hạn chế" }), await agency.Deposits("b.pdf", new { mode = "01", subject = "Công khai" }));
        await archive.Settles();
        using var officer = await agency.Officer();
        foreach (var content in new[] { hidden, open })
        {
            foreach (var part in new[] { "", "/history", "/content" })
                await officer.IsRefused(HttpStatusCode.OK, $"api/records/{agency.IdOf(content)}{part}");
            await officer.IsRefused(HttpStatusCode.OK, $"reading-room/records/{agency.IdOf(content)}");
        }

        var (read, opened) = (await About(AuditAct.ReadRestricted, agency.IdOf(hidden).Value), await About(AuditAct.OpenedRestricted, agency.IdOf(hidden).Value));
        Assert.InRange(read.Count, 1, 2);
        Assert.InRange(opened.Count, 1, 2);
        Assert.All(read.Concat(opened), entry => Assert.Equal((agency.Code, Role.Officer), (entry.Agency, Assert.Single(entry.Roles))));
        Assert.Empty(await About(AuditAct.ReadRestricted, agency.IdOf(open).Value));
        Assert.Empty(await About(AuditAct.OpenedRestricted, agency.IdOf(open).Value));
    }

    [Fact]
    public async Task A_search_is_noted_with_its_words_when_restricted_records_are_among_what_is_found()
    {
        var agency = await archive.NewAgency();
        await agency.Deposits("a.pdf", new { mode = "02", subject = "Thửa đất số chín" });
        await agency.Deposits("b.pdf", new { mode = "01", subject = "Quy hoạch số mười" });
        await archive.Settles();
        using var officer = await agency.Officer();
        using var nobody = await archive.Client(null);
        await officer.Reads($"api/records?agency={agency.Code}&q={Uri.EscapeDataString("thửa\r\nđất")}");
        await officer.Reads($"api/records?agency={agency.Code}&q={Uri.EscapeDataString("quy hoạch")}&access=01");
        await nobody.Reads($"api/records?agency={agency.Code}&q={Uri.EscapeDataString("thửa đất")}");

        var noted = Assert.Single(await Entries(AuditAct.SearchedRestricted), entry => entry.Detail.Contains(agency.Code.Value, StringComparison.Ordinal));
        Assert.Equal($"q=thửa  đất; agency={agency.Code}", noted.Detail);
        await officer.IsRefused(HttpStatusCode.OK, $"reading-room/export?format=csv&agency={agency.Code}");
        Assert.Single(await Entries(AuditAct.Exported), entry => entry.Detail == $"agency={agency.Code}");
    }

    [Fact]
    public async Task Acts_are_noted_with_who_set_about_them()
    {
        var agency = await archive.NewAgency();
        var content = await agency.Deposits("a.pdf", new { maintenance = "01", issuedDate = "15/03/2027", mode = "01" });
        await archive.Settles();
        await archive.Exempts(agency, content);
        await archive.Revokes(agency, content);
        using var archivist = await archive.Client(null, "archivist");
        await archivist.Sends(HttpStatusCode.OK, $"api/records/{agency.IdOf(content)}/hold", new { reason = "điều tra" }, HttpMethod.Put);
        await archivist.Sends(HttpStatusCode.NoContent, $"api/records/{agency.IdOf(content)}/hold", null, HttpMethod.Delete);
        using var officer = await agency.Officer();
        await officer.Sends(HttpStatusCode.Accepted, $"api/agencies/{agency.Code}/transfers", new { recordIds = new[] { agency.IdOf(content).Value } });

        var id = agency.IdOf(content).Value;
        foreach (var act in new[] { AuditAct.ProposedExemption, AuditAct.ConfirmedExemption, AuditAct.ProposedRevocation, AuditAct.ConfirmedRevocation, AuditAct.OrderedHold, AuditAct.LiftedHold })
            Assert.Single(await About(act, id));
        Assert.Equal("điều tra", (await About(AuditAct.OrderedHold, id))[0].Detail);
        Assert.Contains(id, Assert.Single(await About(AuditAct.HandedOver, agency.Code.Value)).Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_asks_for_what_is_not_there_for_them_is_noted_alike_whether_or_not_it_is_there()
    {
        var agency = await archive.NewAgency();
        var hidden = agency.IdOf(await agency.Deposits("a.pdf", new { mode = "02", subject = "Hạn chế" })).Value;
        await archive.Settles();
        var (nothing, name) = ($"r{agency.Code.Value.Replace(".", "", StringComparison.Ordinal).ToLowerInvariant().PadRight(26, '0')}", $"Tò mò {agency.Code}");
        using var reader = await archive.Registered(name);
        foreach (var id in new[] { hidden, nothing })
        {
            foreach (var part in new[] { "", "/content", "/history" })
                await reader.IsRefused(HttpStatusCode.NotFound, $"api/records/{id}{part}");
            await reader.Sends(HttpStatusCode.NotFound, "api/requests", RequestPeople.Form($"form-{id}", "readingCopy", id));
        }

        var noted = (await Entries(AuditAct.WasRefused)).Where(entry => entry.Name == name).ToList();
        foreach (var id in new[] { hidden, nothing })
            Assert.Equal(["AskForCopies", "GetRecord", "GetRecordContent", "GetRecordHistory"], noted.Where(entry => entry.About == id).Select(entry => entry.Detail).Order());
        Assert.All(noted, entry => Assert.Equal(AuditOutcome.Refused, entry.Outcome));
        await IsShown("was-refused", name, "Refused", "Bị từ chối", "refused");
    }

    [Fact]
    public async Task An_account_that_is_saved_and_an_archivist_who_looks_at_it_are_noted()
    {
        var (agency, record, _) = await archive.HoldsPublic();
        var (lan, minh) = ($"Lan {agency.Code}", $"Minh {agency.Code}");
        using var reader = await archive.Registered(lan);
        Assert.Equal(HttpStatusCode.Found, (await reader.Fills("reading-room/account", ("fullName", lan), ("personalId", "001099012346"), ("email", "lan@example.vn"), ("version", "1"))).Status);
        var request = await reader.Asks("account-story", "readingCopy", record);
        await reader.Reads($"api/requests/{request}");
        using var archivist = await archive.As(minh, "archivist");
        await archivist.Reads($"api/requests/{request}");
        await archivist.Page($"desk/requests/{request}");
        await archivist.Page("desk/requests");
        await archivist.Reads("api/open-requests");

        Assert.Equal(2, (await Entries(AuditAct.SavedAccount)).Count(entry => entry.Name == lan && entry.About == RecordId.ForReader(entry.Subject)));
        var looked = (await Entries(AuditAct.ReadAccount)).Where(entry => entry.Name == minh).Select(entry => (entry.About, entry.Detail)).Distinct().ToList();
        Assert.Equal(2, looked.Count);
        Assert.Contains(("open-requests", ""), looked);
        Assert.Equal(request, looked.Single(one => one.About != "open-requests").Detail);
        Assert.DoesNotContain(await Entries(AuditAct.ReadAccount), entry => entry.Name == lan);
        await IsShown("read-account", minh, "Allowed", "Được phép", "allowed");
    }

    [Fact]
    public async Task An_administrator_reads_the_audit_page_by_page_and_stands_in_it()
    {
        var (trail, about) = (archive.Get<AuditTrail>(), "policy-of-the-audit-story");
        for (var number = 0; number < 5; number++)
            await trail.Note(AuditAct.AddedPolicy, Lan, about, $"=HYPERLINK({number})", CancellationToken.None);
        using var administrator = await archive.Client(null, "administrator");

        var (details, next) = (new List<string>(), "");
        do
        {
            var page = await administrator.Reads($"api/audit?act=added-policy&size=2{next}");
            details.AddRange(page.GetProperty("items").EnumerateArray().Where(item => item.Text("about") == about).Select(item => item.Text("detail")));
            next = page.TryGetProperty("continuation", out var continuation) ? $"&continuation={Uri.EscapeDataString(continuation.GetString()!)}" : null;
        }
        while (next is not null);

        Assert.Equal(Enumerable.Range(0, 5).Select(number => $"=HYPERLINK({number})"), details);
        var whole = await administrator.Reads("api/audit?size=100");
        Assert.Contains(whole.GetProperty("counts").EnumerateArray(), count => count.Text("act") == "looked-at-audit");
        Assert.All(new[] { "day=yesterday", "act=nothing", "continuation=x", "size=0" }, async wrong => await administrator.IsRefused(HttpStatusCode.BadRequest, $"api/audit?{wrong}"));
        Assert.Contains("\"'=HYPERLINK(3)\"", await administrator.GetStringAsync("desk/audit/export?act=added-policy"), StringComparison.Ordinal);
        Assert.Contains("=HYPERLINK(3)", await administrator.GetStringAsync("desk/audit?act=added-policy&lang=en"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_act_told_twice_by_a_message_is_one_entry_also_when_its_day_is_over()
    {
        var (trail, now) = (archive.Get<AuditTrail>(), archive.Get<TimeProvider>().GetUtcNow());
        foreach (var (about, at) in new[] { ("told-today", now), ("told-late", now.AddDays(-3)) })
        {
            await trail.NoteOnce(AuditAct.Delivered, Lan, about, "1", at, CancellationToken.None);
            await trail.NoteOnce(AuditAct.Delivered, Lan, about, "1", at, CancellationToken.None);
            Assert.Equal(at, Assert.Single(await About(AuditAct.Delivered, about)).At);
        }
    }

    [Fact]
    public async Task A_day_that_is_over_is_sealed_and_an_entry_removed_from_it_shows()
    {
        var day = DateOnly.FromDateTime(archive.Get<TimeProvider>().GetUtcNow().AddYears(-4).DateTime);
        var (chain, table) = (archive.Get<AuditChain>(), archive.Get<TableServiceClient>().GetTableClient(StorageNames.Audit));
        var rows = new List<AuditKey>();
        foreach (var (number, on) in new[] { (0, day), (1, day), (2, day.AddDays(1)) })
        {
            var entry = AuditEntry.Of(AuditAct.Asked, Lan, $"old-{number}", null, new DateTimeOffset(on, new TimeOnly(9, number), TimeSpan.FromHours(7)));
            rows.Add(AuditKey.OfOnce(entry));
            await table.AddEntityAsync(AuditRow.Of(rows[^1], entry));
        }

        foreach (var on in new[] { day, day.AddDays(1), day })
            await chain.Close(on, CancellationToken.None);
        Assert.Equal([SealVerdict.Intact, SealVerdict.Intact], await Verdicts(chain, day));

        await table.DeleteEntityAsync(rows[0].Partition, rows[0].Row, ETag.All);
        Assert.Equal([SealVerdict.Changed, SealVerdict.Intact], await Verdicts(chain, day));
        using var administrator = await archive.Client(null, "administrator");
        Assert.Contains("1 of ", await administrator.GetStringAsync($"desk/audit/check?month={day:yyyy-MM}&lang=en"), StringComparison.Ordinal);
    }

    /// <summary>A person's entries of an act, with their outcome, on the page and in the file in both languages and over the API.</summary>
    private async Task IsShown(string act, string name, string english, string vietnamese, string code)
    {
        using var administrator = await archive.Client(null, "administrator");
        foreach (var (language, word) in new[] { ("en", english), ("vi", vietnamese) })
        {
            // The file holds the whole day, a page of it the first fifty.
            var line = (await administrator.GetStringAsync($"desk/audit/export?act={act}&lang={language}")).Split("\r\n").First(one => one.Contains($"\"{name}\"", StringComparison.Ordinal));
            Assert.Contains($"\"{word}\"", line, StringComparison.Ordinal);
            Assert.Contains($"<td>{word}</td>", WebUtility.HtmlDecode(await administrator.GetStringAsync($"desk/audit?act={act}&lang={language}")), StringComparison.Ordinal);
        }

        Assert.All((await administrator.Reads($"api/audit?act={act}&size=5")).GetProperty("items").EnumerateArray(), item => Assert.Equal(code, item.Text("outcome")));
    }

    private static readonly Caller Lan = new("s-lan", "Lan", new HashSet<Role> { Role.Archivist }, null);

    private static async Task<IReadOnlyList<SealVerdict>> Verdicts(AuditChain chain, DateOnly day)
    {
        var verdicts = new List<SealVerdict>();
        foreach (var month in new[] { day, day.AddDays(1) }.Select(on => new DateOnly(on.Year, on.Month, 1)).Distinct())
            verdicts.AddRange(await chain.Check(month, CancellationToken.None).Where(check => check.Day == day || check.Day == day.AddDays(1)).Select(check => check.Verdict).ToListAsync());
        return verdicts;
    }

    private async Task<IReadOnlyList<AuditEntry>> About(AuditAct act, string about) => [.. (await Entries(act)).Where(entry => entry.About == about)];

    /// <summary>Of yesterday and today: a story may run over midnight.</summary>
    private async Task<IReadOnlyList<AuditEntry>> Entries(AuditAct act)
    {
        var today = DateOnly.FromDateTime(archive.Get<TimeProvider>().GetUtcNow().ToOffset(TimeSpan.FromHours(7)).DateTime);
        var book = archive.Get<AuditBook>();
        return [.. await book.All(today.AddDays(-1), act, CancellationToken.None).ToListAsync(), .. await book.All(today, act, CancellationToken.None).ToListAsync()];
    }
}
