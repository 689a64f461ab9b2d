using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using ArchiveFunctions.ReadingRoom.SignIn;
using ArchiveFunctions.Tests.Stories;
using Azure.Storage.Blobs;

namespace ArchiveFunctions.Tests.ReadingRoom.Desks;

/// <summary>An officer sends records from the browser: what its script asks of the archive and of storage, and what nobody else can.</summary>
[Collection(StoryCollection.Name)]
public sealed class SendingStories(RunningArchive archive)
{
    [Fact]
    public async Task The_page_alone_may_talk_to_storage_and_its_scripts_are_kept_for_ever()
    {
        var agency = await archive.NewAgency();
        using var officer = await Browser.Of(archive, agency.Code.Value, "officer");
        using var answer = await officer.Http.GetAsync(new Uri($"desk/agencies/{agency.Code}/upload", UriKind.Relative));
        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        var storage = archive.Get<BlobServiceClient>().Uri.GetLeftPart(UriPartial.Authority);
        Assert.Contains($"connect-src 'self' {storage}; worker-src 'self'; script-src 'self'", policy, StringComparison.Ordinal);
        using var other = await officer.Http.GetAsync(new Uri($"desk/agencies/{agency.Code}", UriKind.Relative));
        Assert.DoesNotContain(storage, other.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);

        var script = Regex.Match(await answer.Content.ReadAsStringAsync(), "src=\"/(desk/assets/[0-9a-f]{16}/upload.mjs)\"").Groups[1].Value;
        using var fetched = await officer.Http.GetAsync(new Uri(script, UriKind.Relative));
        Assert.Equal(("text/javascript", "public, max-age=31536000, immutable"), (fetched.Content.Headers.ContentType!.MediaType, $"{fetched.Headers.CacheControl}"));
        var parts = Regex.Matches(await fetched.Content.ReadAsStringAsync(), "from './([a-z0-9]+\\.mjs)'").Select(match => match.Groups[1].Value).ToList();
        Assert.NotEmpty(parts);
        foreach (var part in parts)
            Assert.Equal(HttpStatusCode.OK, (await officer.Asks(script.Replace("upload.mjs", part, StringComparison.Ordinal))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await officer.Asks("desk/assets/0000000000000000/upload.mjs")).Status);
    }

    [Fact]
    public async Task A_session_opens_a_slot_only_with_the_proof_that_the_page_is_its_own()
    {
        var agency = await archive.NewAgency();
        using var officer = await Browser.Of(archive, agency.Code.Value, "officer");
        using var reader = await Browser.Of(archive, null, "reader");
        var wanted = new { fileName = "a.txt", size = 1 };

        Assert.Equal(HttpStatusCode.Unauthorized, (await Opens(officer, agency, wanted, proof: null)).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await Opens(officer, agency, wanted, reader.Proof)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await Opens(reader, agency, wanted, reader.Proof)).Status);
        Assert.Equal(HttpStatusCode.Created, (await Opens(officer, agency, wanted, officer.Proof)).Status);
    }

    [Fact]
    public async Task Storage_lets_pages_of_the_archive_send_and_no_others()
    {
        var agency = await archive.NewAgency();
        using var officer = await Browser.Of(archive, agency.Code.Value, "officer");
        var url = (await Opens(officer, agency, new { fileName = "a.txt", size = 1 }, officer.Proof)).Body.Text("url");

        Assert.Equal(archive.Host.Address.GetLeftPart(UriPartial.Authority), await Preflight(url, archive.Host.Address.GetLeftPart(UriPartial.Authority), "PUT"));
        Assert.Null(await Preflight(url, "https://elsewhere.example", "PUT"));
        Assert.Null(await Preflight(url, archive.Host.Address.GetLeftPart(UriPartial.Authority), "DELETE"));
    }

    [Fact]
    public async Task An_interrupted_file_goes_on_in_its_slot_with_the_blocks_that_are_there()
    {
        var agency = await archive.NewAgency();
        using var officer = await Browser.Of(archive, agency.Code.Value, "officer");
        var (one, two) = (Encoding.UTF8.GetBytes($"Nửa đầu {agency.Code}, "), Encoding.UTF8.GetBytes("nửa sau."));
        byte[] whole = [.. one, .. two];
        object Wanted(string? resumes, string name) => new { fileName = name, size = whole.Length, sha256 = Convert.ToHexString(SHA256.HashData(whole)), blocks = true, resumes, metadata = new { mode = "01", subject = "Hai nửa" } };

        var first = (await Opens(officer, agency, Wanted(null, "a.txt"), officer.Proof)).Body;
        Assert.Equal(HttpStatusCode.Created, await Puts($"{first.Text("url")}&comp=block&blockid=MDAwMDAwMDA%3D", one));
        var other = (await Opens(officer, agency, Wanted(first.Text("uploadId"), "b.txt"), officer.Proof)).Body;
        Assert.NotEqual(first.Text("uploadId"), other.Text("uploadId"));
        var again = (await Opens(officer, agency, Wanted(first.Text("uploadId"), "a.txt"), officer.Proof)).Body;
        Assert.Equal((first.Text("uploadId"), first.Text("blob")), (again.Text("uploadId"), again.Text("blob")));

        Assert.Equal(HttpStatusCode.Created, await Puts($"{again.Text("url")}&comp=block&blockid=MDAwMDAwMDE%3D", two));
        Assert.Equal(HttpStatusCode.Created, await Puts($"{again.Text("url")}&comp=blocklist", "<?xml version=\"1.0\" encoding=\"utf-8\"?><BlockList><Latest>MDAwMDAwMDA=</Latest><Latest>MDAwMDAwMDE=</Latest></BlockList>"u8.ToArray()));
        await archive.Settles();
        var record = await agency.Record(whole);
        Assert.Equal("a.txt", record!.Content.OriginalName);
        Assert.NotEqual(first.Text("uploadId"), (await Opens(officer, agency, Wanted(first.Text("uploadId"), "a.txt"), officer.Proof)).Body.Text("uploadId"));
    }

    [Fact]
    public async Task A_slot_for_a_file_sent_whole_takes_no_blocks()
    {
        var agency = await archive.NewAgency();
        using var officer = await Browser.Of(archive, agency.Code.Value, "officer");
        var slot = (await Opens(officer, agency, new { fileName = "a.txt", size = 3 }, officer.Proof)).Body;
        Assert.Equal("sp=c", Regex.Match(slot.Text("url"), "sp=[a-z]+").Value);
        Assert.Equal(HttpStatusCode.Forbidden, await Puts($"{slot.Text("url")}&comp=block&blockid=MDAwMDAwMDA%3D", "abc"u8.ToArray()));
    }

    private static async Task<(HttpStatusCode Status, JsonElement Body)> Opens(Browser browser, Depositor agency, object wanted, string? proof)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"api/agencies/{agency.Code}/uploads")
        {
            Content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(wanted)) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } },
        };
        if (proof is not null)
            request.Headers.Add(Session.FormHeader, proof);
        using var answer = await browser.Http.SendAsync(request);
        return (answer.StatusCode, JsonSerializer.Deserialize<JsonElement>(await answer.Content.ReadAsByteArrayAsync()));
    }

    private static async Task<HttpStatusCode> Puts(string url, byte[] content)
    {
        using var storage = new HttpClient();
        using var body = new ByteArrayContent(content);
        using var answer = await storage.PutAsync(new Uri(url), body);
        return answer.StatusCode;
    }

    private static async Task<string?> Preflight(string url, string origin, string method)
    {
        using var storage = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Options, url)
        {
            Headers = { { "Origin", origin }, { "Access-Control-Request-Method", method }, { "Access-Control-Request-Headers", "content-type,x-ms-blob-type" } },
        };
        using var answer = await storage.SendAsync(request);
        return answer.Headers.TryGetValues("Access-Control-Allow-Origin", out var allowed) ? allowed.Single() : null;
    }
}
