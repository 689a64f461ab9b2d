using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using ArchiveFunctions.Tests.Stories;

namespace ArchiveFunctions.Tests.ReadingRoom.Requests;

/// <summary>A reader asks, an archivist answers.</summary>
[Collection(StoryCollection.Name)]
public sealed class RequestStories(RunningArchive archive)
{
    [Fact]
    public async Task What_has_conditions_is_given_as_a_copy_to_who_was_granted_it_and_as_it_is_to_nobody()
    {
        var (agency, id, _) = await archive.HoldsPublic();
        using var reader = await archive.Registered($"{agency.Code} An");
        using var other = await archive.Registered($"{agency.Code} Bình");
        using var archivist = await archive.As($"{agency.Code} Lan", "archivist");
        var request = await reader.Asks("k-00000001", "readingCopy", id);

        await agency.Describes("a.pdf", new { mode = "02", subject = "Bản đồ phố cổ" });
        await Eventually.Holds(async () => await Status(reader, id) == HttpStatusCode.NotFound, "the record has conditions");
        Assert.Equal("conditions-unconfirmed", (await archivist.Sends(HttpStatusCode.UnprocessableEntity, $"api/requests/{request}/decision", new { approved = true, reasons = "Đúng mục đích" })).Text("code"));
        var approved = await archivist.Sends(HttpStatusCode.OK, $"api/requests/{request}/decision", new { approved = true, reasons = "Đúng mục đích", conditionsConfirmed = true });

        Assert.Equal(("preparing", 2), (approved.Text("status"), approved.Number("version")));
        Assert.Equal(HttpStatusCode.NotFound, await Status(reader, id));
        Assert.Equal(HttpStatusCode.NotFound, await Status(other, id));
        using var nobody = await archive.Client(null);
        Assert.Equal(HttpStatusCode.NotFound, await Status(nobody, id));
    }

    [Fact]
    public async Task A_form_sent_twice_at_once_is_one_request()
    {
        var (agency, id, _) = await archive.HoldsPublic();
        using var reader = await archive.Registered($"{agency.Code} An");
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => reader.PostAsJsonAsync("api/requests", RequestPeople.Form("k-00000001", "readingCopy", id))));

        Assert.Equal(1, answers.Count(answer => answer.StatusCode == HttpStatusCode.Created));
        Assert.Equal(3, answers.Count(answer => answer.StatusCode == HttpStatusCode.OK));
        Assert.Single((await Task.WhenAll(answers.Select(async answer => (await answer.Content.ReadFromJsonAsync<JsonElement>()).Text("id")))).Distinct());
        Assert.Equal(1, (await reader.Reads("api/requests")).GetProperty("items").GetArrayLength());
        Assert.Equal("request-exists", (await reader.Sends(HttpStatusCode.Conflict, "api/requests", RequestPeople.Form("k-00000001", "authenticatedCopy", id))).Text("code"));
    }

    [Fact]
    public async Task Of_two_archivists_who_decide_at_once_one_is_first_and_the_other_is_told()
    {
        var (agency, id, _) = await archive.HoldsPublic();
        using var reader = await archive.Registered($"{agency.Code} An");
        using var lan = await archive.As($"{agency.Code} Lan", "archivist");
        using var hoa = await archive.As($"{agency.Code} Hoa", "archivist");
        for (var round = 0; round < 5; round++)
        {
            var request = await reader.Asks($"k-0000000{round}", "readingCopy", id);
            var answers = await Task.WhenAll(
                lan.PostAsJsonAsync($"api/requests/{request}/decision", new { approved = true, reasons = "Đúng mục đích" }),
                hoa.PostAsJsonAsync($"api/requests/{request}/decision", new { approved = false, reasons = "Đang tu bổ" }));

            Assert.Equal([HttpStatusCode.OK, HttpStatusCode.Conflict], answers.Select(answer => answer.StatusCode).Order());
            Assert.Equal("request-not-open", (await answers.Single(answer => answer.StatusCode == HttpStatusCode.Conflict).Content.ReadFromJsonAsync<JsonElement>()).Text("code"));
            Assert.Equal(answers[0].StatusCode == HttpStatusCode.OK ? "preparing" : "declined", (await reader.Reads($"api/requests/{request}")).Text("status"));
        }
    }

    [Fact]
    public async Task Nobody_decides_their_own_request_and_no_reader_sees_another_s()
    {
        var (agency, id, _) = await archive.HoldsPublic();
        using var both = await archive.Registered($"{agency.Code} Chi", "reader", "archivist");
        using var other = await archive.Registered($"{agency.Code} Bình");
        var request = await both.Asks("k-00000001", "readingCopy", id);

        Assert.Equal("own-request", (await both.Sends(HttpStatusCode.Forbidden, $"api/requests/{request}/decision", new { approved = true, reasons = "Cho tôi" })).Text("code"));
        await other.IsRefused(HttpStatusCode.NotFound, $"api/requests/{request}");
        await other.IsRefused(HttpStatusCode.NotFound, $"reading-room/requests/{request}");
        await other.Sends(HttpStatusCode.NotFound, $"api/requests/{request}/withdrawal", null);
        Assert.Equal("submitted", (await both.Reads($"api/requests/{request}")).Text("status"));
    }

    [Fact]
    public async Task Without_an_account_nothing_is_asked_and_a_record_one_may_not_know_of_does_not_exist()
    {
        var (agency, id, _) = await archive.HoldsPublic();
        var hidden = agency.IdOf(await agency.Deposits("b.pdf", new { mode = "02", subject = "Có điều kiện" })).Value;
        await archive.Settles();
        using var reader = await archive.As($"{agency.Code} An", "reader");
        Assert.Equal("account-missing", (await reader.Sends(HttpStatusCode.Conflict, "api/requests", RequestPeople.Form("k-00000001", "readingCopy", id))).Text("code"));

        Assert.Equal("personalId", (await reader.Sends(HttpStatusCode.UnprocessableEntity, "api/account", new { fullName = "An", personalId = "1", email = "an@example.vn" }, HttpMethod.Put)).Text("parameter"));
        using var registered = await archive.Registered($"{agency.Code} An");
        Assert.Equal("account-changed", (await registered.Sends(HttpStatusCode.Conflict, "api/account", new { fullName = "Người khác", personalId = "999999", email = "x@example.vn" }, HttpMethod.Put)).Text("code"));
        foreach (var nothing in new[] { hidden, "r00000000000000000000000000" })
            Assert.Equal("not-found", (await registered.Sends(HttpStatusCode.NotFound, "api/requests", RequestPeople.Form("k-00000001", "readingCopy", id, nothing))).Text("code"));
        Assert.Equal("purposeContent", (await registered.Sends(HttpStatusCode.UnprocessableEntity, "api/requests", new { key = "k-00000001", recordIds = new[] { id }, product = "readingCopy", purpose = "01" })).Text("parameter"));
    }

    [Fact]
    public async Task What_is_taken_back_waits_for_nobody_and_what_is_made_is_not_taken_back()
    {
        var (agency, id, _) = await archive.HoldsPublic();
        using var reader = await archive.Registered($"{agency.Code} An");
        using var archivist = await archive.As($"{agency.Code} Lan", "archivist");
        var (first, second) = (await reader.Asks("k-00000001", "readingCopy", id), await reader.Asks("k-00000002", "readingCopy", id));
        Assert.Subset(await Open(archivist), new HashSet<string> { first, second });

        Assert.Equal("withdrawn", (await reader.Sends(HttpStatusCode.OK, $"api/requests/{first}/withdrawal", null)).Text("status"));
        Assert.Equal("withdrawn", (await reader.Sends(HttpStatusCode.OK, $"api/requests/{first}/withdrawal", null)).Text("status"));
        await archivist.Sends(HttpStatusCode.OK, $"api/requests/{second}/decision", new { approved = true, reasons = "Đúng mục đích" });
        Assert.Equal("request-not-open", (await reader.Sends(HttpStatusCode.Conflict, $"api/requests/{second}/withdrawal", null)).Text("code"));
        Assert.Equal("request-not-open", (await archivist.Sends(HttpStatusCode.Conflict, $"api/requests/{first}/decision", new { approved = true, reasons = "Đúng mục đích" })).Text("code"));
        Assert.DoesNotContain(first, await Open(archivist));
    }

    [Fact]
    public async Task A_list_of_requests_is_read_page_by_page_newest_first()
    {
        var (agency, id, _) = await archive.HoldsPublic();
        using var reader = await archive.Registered($"{agency.Code} An");
        var asked = new List<string>();
        for (var number = 0; number < 5; number++)
            asked.Insert(0, await reader.Asks($"k-0000000{number}", "readingCopy", id));

        var (read, after) = (new List<string>(), "");
        do
        {
            var page = await reader.Reads($"api/requests?size=2&continuation={Uri.EscapeDataString(after)}");
            read.AddRange(page.GetProperty("items").EnumerateArray().Select(item => item.Text("id")));
            after = page.TryGetProperty("continuation", out var next) ? next.GetString()! : "";
        }
        while (after.Length > 0);
        Assert.Equal(asked, read);
        await reader.IsRefused(HttpStatusCode.BadRequest, "api/requests?continuation=x");
    }

    [Fact]
    public async Task What_is_asked_decided_and_taken_back_is_in_the_audit_without_a_reader_s_data()
    {
        var (agency, id, _) = await archive.HoldsPublic();
        using var reader = await archive.Registered($"{agency.Code} An");
        using var archivist = await archive.As($"{agency.Code} Lan", "archivist");
        using var administrator = await archive.As($"{agency.Code} Quản trị", "administrator");
        var (first, second, third) = (await reader.Asks("k-00000001", "readingCopy", id), await reader.Asks("k-00000002", "readingCopy", id), await reader.Asks("k-00000003", "readingCopy", id));
        await archivist.Sends(HttpStatusCode.OK, $"api/requests/{first}/decision", new { approved = true, reasons = "Đúng mục đích" });
        await archivist.Sends(HttpStatusCode.OK, $"api/requests/{first}/decision", new { approved = true, reasons = "Đúng mục đích" });
        await archivist.Sends(HttpStatusCode.OK, $"api/requests/{second}/decision", new { approved = false, reasons = "Đang tu bổ" });
        await reader.Sends(HttpStatusCode.OK, $"api/requests/{third}/withdrawal", null);

        foreach (var (act, request) in new[] { ("asked", first), ("approved", first), ("asked", second), ("declined", second), ("asked", third), ("withdrew", third) })
        {
            var line = Assert.Single((await administrator.Reads($"api/audit?act={act}&size=100")).GetProperty("items").EnumerateArray(), line => line.Text("about") == request);
            Assert.DoesNotContain("001099012345", line.GetRawText(), StringComparison.Ordinal);
            if (act != "withdrew")
                Assert.Contains(id, line.Text("detail"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_waits_is_read_page_by_page_also_at_the_desk()
    {
        var (agency, id, _) = await archive.HoldsPublic();
        using var reader = await archive.Registered($"{agency.Code} An");
        using var archivist = await archive.As($"{agency.Code} Lan", "archivist");
        var asked = new List<string>();
        for (var number = 0; number < 3; number++)
            asked.Add(await reader.Asks($"k-0000000{number}", "readingCopy", id));
        Assert.Superset(asked.ToHashSet(), await Open(archivist));

        // The desk goes on from the same places as the API.
        var first = await archivist.Reads("api/open-requests?size=1");
        var rest = await archivist.Page($"desk/requests?continuation={Uri.EscapeDataString(first.Text("continuation"))}");
        var passed = first.GetProperty("items").EnumerateArray().Select(item => item.Text("id")).ToList();
        Assert.All(passed, request => Assert.DoesNotContain(request, rest, StringComparison.Ordinal));
        Assert.All(asked.Except(passed), request => Assert.Contains(request, rest, StringComparison.Ordinal));
        foreach (var route in new[] { "api/open-requests?continuation=x", "api/open-requests?size=0", "desk/requests?continuation=x" })
            await archivist.IsRefused(HttpStatusCode.BadRequest, route);
    }

    /// <summary>All open requests, by the smallest pages that are more than one.</summary>
    private static async Task<HashSet<string>> Open(HttpClient archivist)
    {
        var (read, after) = (new HashSet<string>(), "");
        do
        {
            var page = await archivist.Reads($"api/open-requests?size=2&continuation={Uri.EscapeDataString(after)}");
            Assert.All(page.GetProperty("items").EnumerateArray(), item => Assert.True(read.Add(item.Text("id"))));
            after = page.TryGetProperty("continuation", out var next) ? next.GetString()! : "";
        }
        while (after.Length > 0);
        return read;
    }

    private static async Task<HttpStatusCode> Status(HttpClient client, string record)
    {
        using var answer = await client.GetAsync(new Uri($"api/records/{record}/content", UriKind.Relative));
        return answer.StatusCode;
    }
}
