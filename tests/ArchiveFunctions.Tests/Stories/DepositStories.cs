using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using Archive.Records;

namespace ArchiveFunctions.Tests.Stories;

[Collection(StoryCollection.Name)]
public sealed class DepositStories(RunningArchive archive)
{
    [Fact]
    public async Task An_upload_through_a_slot_becomes_a_record_found_without_accents_and_read_back_byte_for_byte()
    {
        var agency = await archive.NewAgency();
        var content = Documents.Text("BÁO CÁO\nVề công tác lưu trữ tài liệu điện tử của phường Đống Đa");
        using var officer = await agency.Officer();

        using var asked = await officer.PostAsJsonAsync($"api/agencies/{agency.Code}/uploads", new { fileName = "báo cáo #1.txt", size = content.Length, sha256 = Convert.ToHexString(SHA256.HashData(content)) });
        Assert.Equal(HttpStatusCode.Created, asked.StatusCode);
        var slot = await asked.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(HttpStatusCode.Created, await Put(slot, content));
        await archive.Settles();

        var upload = await officer.GetFromJsonAsync<JsonElement>($"api/agencies/{agency.Code}/uploads/{slot.GetProperty("uploadId").GetString()}");
        Assert.Equal("admitted", upload.GetProperty("status").GetString());
        var found = await agency.Finds("tai lieu dien tu dong da");
        var id = Assert.Single(found.GetProperty("items").EnumerateArray()).GetProperty("id").GetString();
        Assert.Equal(upload.GetProperty("recordIds")[0].GetString(), id);
        Assert.Equal(content, await officer.GetByteArrayAsync($"api/records/{id}/content"));
    }

    [Fact]
    public async Task A_slot_creates_its_document_once_and_allows_nothing_else()
    {
        var agency = await archive.NewAgency();
        using var officer = await agency.Officer();
        using var asked = await officer.PostAsJsonAsync($"api/agencies/{agency.Code}/uploads", new { fileName = "a.txt" });
        var slot = await asked.Content.ReadFromJsonAsync<JsonElement>();

        Assert.Equal(HttpStatusCode.Created, await Put(slot, Documents.Text("một")));
        Assert.Equal(HttpStatusCode.Forbidden, await Put(slot, Documents.Text("hai")));
        using var anyone = new HttpClient();
        Assert.Equal(HttpStatusCode.Forbidden, (await anyone.GetAsync(slot.GetProperty("url").GetString())).StatusCode);
        await archive.Settles();
    }

    [Fact]
    public async Task A_blob_put_straight_into_the_inbox_does_the_same_and_leaves_the_inbox_when_it_is_described()
    {
        var agency = await archive.NewAgency();
        var content = Documents.Pdf("Ke hoach trong cay xanh");
        await agency.Puts("2026/tháng 5/kế hoạch.pdf", content);
        await archive.Settles();

        Assert.Equal("admitted", (await agency.SeesOf("2026/tháng 5/kế hoạch.pdf")).Status);
        Assert.Equal(1, (await agency.Finds("\"trong cay xanh\"")).GetProperty("count").GetInt32());
        Assert.False(await archive.Inbox.GetBlobClient($"{agency.Code}/2026/tháng 5/kế hoạch.pdf").ExistsAsync());
        var record = await agency.Record(content);
        Assert.Equal((RecordStatus.Described, "2026/tháng 5/kế hoạch.pdf"), (record!.Status, record.Content.OriginalName));
    }

    [Fact]
    public async Task The_same_upload_five_times_is_one_record_and_every_depositor_is_told_which()
    {
        var agency = await archive.NewAgency();
        var content = Documents.Pdf("Five times the same");
        for (var copy = 1; copy <= 5; copy++)
            await agency.Puts($"bản {copy}.pdf", content);
        await archive.Settles();

        var outcomes = await Task.WhenAll(Enumerable.Range(1, 5).Select(copy => agency.OutcomeOf($"bản {copy}.pdf")));
        Assert.Single(outcomes, outcome => outcome.GetProperty("status").GetString() == "admitted");
        Assert.Equal(4, outcomes.Count(outcome => outcome.GetProperty("status").GetString() == "alreadyHeld"));
        Assert.Single(outcomes.Select(outcome => outcome.GetProperty("recordIds")[0].GetString()).Distinct());
        Assert.Equal(1, (await agency.Finds("five times")).GetProperty("count").GetInt32());
    }

    [Fact]
    public async Task The_journal_tells_what_happened_to_a_record_in_order()
    {
        var agency = await archive.NewAgency();
        var content = Documents.Pdf("A journal");
        await agency.Puts("a.pdf", content);
        await archive.Settles();

        using var officer = await agency.Officer();
        var history = await officer.GetFromJsonAsync<JsonElement>($"api/records/{(await agency.Record(content))!.Id}/history");
        Assert.Equal(
            [EventTypes.Capture, EventTypes.MessageDigestCalculation, EventTypes.FormatIdentification, EventTypes.Validation, EventTypes.Ingestion, EventTypes.MetadataExtraction],
            history.GetProperty("items").EnumerateArray().Select(line => line.GetProperty("type").GetString()));
    }

    [Theory]
    [InlineData("{\"fileName\":\"../a.pdf\"}", "A-112")]
    [InlineData("{\"fileName\":\"a.pdf\",\"size\":0}", "A-101")]
    [InlineData("{\"fileName\":\"a.pdf\",\"size\":99999999999999}", "A-102")]
    [InlineData("{\"fileName\":\"a.pdf\",\"metadata\":{\"mode\":\"03\"}}", "A-110")]
    [InlineData("{\"fileName\":\"a.pdf\",\"metadata\":[]}", "S-201")]
    public async Task A_slot_for_what_would_be_refused_is_refused_with_its_finding(string body, string code)
    {
        var agency = await archive.NewAgency();
        using var officer = await agency.Officer();
        using var answer = await officer.PostAsync($"api/agencies/{agency.Code}/uploads", new StringContent(body, new System.Net.Http.Headers.MediaTypeHeaderValue("application/json")));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(code, problem.GetProperty("findings")[0].GetProperty("code").GetString());
    }

    [Fact]
    public async Task Only_officers_of_the_agency_see_its_uploads()
    {
        var agency = await archive.NewAgency();
        var other = await archive.NewAgency();
        using var nobody = await archive.Client(null);
        using var stranger = await other.Officer();
        using var archivist = await archive.Client(null, "archivist");
        Assert.Equal(HttpStatusCode.Unauthorized, (await nobody.GetAsync($"api/agencies/{agency.Code}/uploads")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await stranger.GetAsync($"api/agencies/{agency.Code}/uploads")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await archivist.PostAsJsonAsync($"api/agencies/{agency.Code}/uploads", new { fileName = "a.pdf" })).StatusCode);
    }

    [Fact]
    public async Task Uploads_are_listed_newest_first_page_by_page_and_by_status()
    {
        var agency = await archive.NewAgency();
        foreach (var number in Enumerable.Range(1, 3))
        {
            await agency.Puts($"{number}.txt", Documents.Text($"văn bản số {number}"));
            await archive.Settles();
        }

        await agency.Puts("trống.txt", []);
        await archive.Settles();

        using var officer = await agency.Officer();
        var first = await officer.GetFromJsonAsync<JsonElement>($"api/agencies/{agency.Code}/uploads?size=2");
        var rest = await officer.GetFromJsonAsync<JsonElement>($"api/agencies/{agency.Code}/uploads?size=2&continuation={first.GetProperty("continuation").GetString()}");
        Assert.Equal(["trống.txt", "3.txt", "2.txt", "1.txt"], Names(first).Concat(Names(rest)));
        Assert.False(rest.TryGetProperty("continuation", out _));
        Assert.Equal(["trống.txt"], Names(await officer.GetFromJsonAsync<JsonElement>($"api/agencies/{agency.Code}/uploads?status=refused")));
        foreach (var wrong in new[] { "continuation=x", "status=x", "status=1", "status=Awaiting,Received", "status=%2B1" })
            Assert.Equal(HttpStatusCode.BadRequest, (await officer.GetAsync($"api/agencies/{agency.Code}/uploads?{wrong}")).StatusCode);
    }

    private static IEnumerable<string> Names(JsonElement page) =>
        page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("blob").GetString()!.Split('/')[^1]);

    private static async Task<HttpStatusCode> Put(JsonElement slot, byte[] content)
    {
        using var anyone = new HttpClient();
        using var put = new HttpRequestMessage(HttpMethod.Put, slot.GetProperty("url").GetString()) { Content = new ByteArrayContent(content) };
        put.Headers.Add("x-ms-blob-type", "BlockBlob");
        using var answer = await anyone.SendAsync(put);
        return answer.StatusCode;
    }
}
