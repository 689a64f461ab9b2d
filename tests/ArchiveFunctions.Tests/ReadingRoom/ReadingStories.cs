using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using ArchiveFunctions.Tests.Stories;

namespace ArchiveFunctions.Tests.ReadingRoom;

/// <summary>What readers get over HTTP from a running archive.</summary>
[Collection(StoryCollection.Name)]
public sealed class ReadingStories(RunningArchive archive)
{
    private static readonly byte[] Bytes = Documents.Text("Nội dung để đọc từng phần, có dấu tiếng Việt.");

    [Fact]
    public async Task Anyone_reads_a_public_record_in_their_language()
    {
        var id = await Holds("01", "Công khai");
        using var anyone = await archive.Client(null);

        using var vietnamese = await anyone.GetAsync($"api/records/{id}");
        using var asked = new HttpRequestMessage(HttpMethod.Get, $"api/records/{id}") { Headers = { { "Accept-Language", "en" } } };
        using var english = await anyone.SendAsync(asked);

        Assert.Equal(("vi", "en"), (vietnamese.Content.Headers.ContentLanguage.Single(), english.Content.Headers.ContentLanguage.Single()));
        Assert.Contains("Công khai", await vietnamese.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("no-cache", $"{vietnamese.Headers.CacheControl}");
        Assert.NotEqual(vietnamese.Headers.ETag, english.Headers.ETag);
        anyone.DefaultRequestHeaders.IfNoneMatch.Add(vietnamese.Headers.ETag!);
        Assert.Equal(HttpStatusCode.NotModified, (await anyone.GetAsync($"api/records/{id}")).StatusCode);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/content")]
    [InlineData("/history")]
    public async Task What_a_caller_may_not_see_is_answered_exactly_as_what_does_not_exist(string part)
    {
        var hidden = await Holds("02", "Có điều kiện");
        using var nobody = await archive.Client(null);
        using var stranger = await (await archive.NewAgency()).Officer();
        using var archivist = await archive.Client(null, "archivist");

        foreach (var client in new[] { nobody, stranger })
            Assert.Equal(await Told(client, $"api/records/r{new string('0', 26)}{part}"), await Told(client, $"api/records/{hidden}{part}"));
        using var seen = await archivist.GetAsync($"api/records/{hidden}{part}");
        Assert.Equal(HttpStatusCode.OK, seen.StatusCode);
        Assert.Equal("no-store, private", $"{seen.Headers.CacheControl}");
    }

    [Fact]
    public async Task What_depends_on_a_session_is_told_apart_by_it_and_a_permit_is_kept_by_nobody()
    {
        var id = await Holds("01", "Công khai");
        using var anyone = await archive.Client(null);
        using var archivist = await archive.Client(null, "archivist");

        foreach (var (client, part, kept) in new[] { (anyone, "", "no-cache"), (anyone, "/content", "no-cache"), (archivist, "", "no-store, private"), (archivist, "/content", "no-cache") })
        {
            using var answer = await client.GetAsync($"api/records/{id}{part}");
            Assert.Equal(kept, $"{answer.Headers.CacheControl}");
            Assert.Superset(new HashSet<string> { "Authorization", "Cookie" }, answer.Headers.Vary.ToHashSet());
        }
    }

    [Theory]
    [InlineData(null, null, 200, 0, null)]
    [InlineData("bytes=0-3", null, 206, 0, 4)]
    [InlineData("bytes=-5", null, 206, -5, null)]
    [InlineData("bytes=4-", "mine", 206, 4, null)]
    [InlineData("bytes=4-", "other", 200, 0, null)]
    [InlineData("bytes=0-1,3-4", null, 200, 0, null)]
    [InlineData("bytes=100000-", null, 416, null, null)]
    public async Task Content_is_read_whole_or_in_part(string? range, string? ifRange, int status, int? from, int? length)
    {
        var id = await Holds("01", "Từng phần");
        using var anyone = await archive.Client(null);
        using var head = await anyone.SendAsync(new HttpRequestMessage(HttpMethod.Head, $"api/records/{id}/content"));
        using var asked = new HttpRequestMessage(HttpMethod.Get, $"api/records/{id}/content");
        if (range is not null)
            asked.Headers.TryAddWithoutValidation("Range", range);
        if (ifRange is not null)
            asked.Headers.IfRange = new RangeConditionHeaderValue(ifRange == "mine" ? head.Headers.ETag! : new EntityTagHeaderValue("\"other\""));

        using var answer = await anyone.SendAsync(asked);

        Assert.Equal((status, Bytes.Length), ((int)answer.StatusCode, (int)head.Content.Headers.ContentLength!));
        if (from is { } first)
            Assert.Equal(length is { } most ? Bytes[first..(first + most)] : Bytes[(first < 0 ? Bytes.Length + first : first)..], await answer.Content.ReadAsByteArrayAsync());
        if (status == 416)
            Assert.Equal(Bytes.Length, answer.Content.Headers.ContentRange!.Length);
    }

    [Fact]
    public async Task Content_comes_with_its_name_and_without_any_right_to_run()
    {
        var id = await Holds("01", "Tên tệp");
        using var anyone = await archive.Client(null);

        using var answer = await anyone.GetAsync($"api/records/{id}/content");

        Assert.Equal("văn bản đọc.txt", answer.Content.Headers.ContentDisposition!.FileNameStar);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.StartsWith("sandbox", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        anyone.DefaultRequestHeaders.IfNoneMatch.Add(answer.Headers.ETag!);
        Assert.Equal(HttpStatusCode.NotModified, (await anyone.GetAsync($"api/records/{id}/content")).StatusCode);
    }

    [Fact]
    public async Task History_comes_page_by_page()
    {
        var id = await Holds("01", "Nhật ký");
        using var anyone = await archive.Client(null);
        var (types, next) = (new List<string>(), "");
        do
        {
            var page = JsonSerializer.Deserialize<JsonElement>(await anyone.GetStringAsync($"api/records/{id}/history?size=2{next}"));
            types.AddRange(page.GetProperty("items").EnumerateArray().Select(line => line.GetProperty("type").GetString()!));
            next = page.TryGetProperty("continuation", out var continuation) ? $"&continuation={continuation.GetString()}" : null;
        }
        while (next is not null);

        Assert.InRange(types.Count, 6, 30);
        Assert.Equal("capture", types[0]);
        Assert.Equal((400, "continuation-invalid"), Code(await Told(anyone, $"api/records/{id}/history?continuation=x")));
    }

    [Theory]
    [InlineData("api/records?size=0", 400, "parameter-invalid")]
    [InlineData("api/records?continuation=abc", 400, "continuation-invalid")]
    [InlineData("api/records/nothing", 404, "not-found")]
    public async Task Nonsense_is_answered_with_a_code(string path, int status, string code)
    {
        using var anyone = await archive.Client(null);
        Assert.Equal((status, code), Code(await Told(anyone, path)));
    }

    [Fact]
    public async Task A_bad_token_is_refused_even_for_what_anyone_may_see()
    {
        using var client = await archive.Client(null);
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "a.b.c");

        using var answer = await client.GetAsync("api/records");

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Contains("invalid_token", $"{answer.Headers.WwwAuthenticate}", StringComparison.Ordinal);
    }

    private static (int Status, string Code) Code((int Status, string Headers, string Body) told) =>
        (told.Status, JsonSerializer.Deserialize<JsonElement>(told.Body).GetProperty("code").GetString()!);

    /// <summary>Everything a caller can tell two answers apart by, but the time.</summary>
    private static async Task<(int Status, string Headers, string Body)> Told(HttpClient client, string path)
    {
        using var answer = await client.GetAsync(path);
        var headers = answer.Headers.Concat(answer.Content.Headers).Where(header => header.Key != "Date").Select(header => $"{header.Key}: {string.Join(',', header.Value)}").Order();
        return ((int)answer.StatusCode, string.Join('\n', headers), await answer.Content.ReadAsStringAsync());
    }

    private async Task<string> Holds(string mode, string subject)
    {
        var agency = await archive.NewAgency();
        await agency.Puts("văn bản đọc.txt", Bytes);
        await agency.Describes("văn bản đọc.txt", new { mode, subject });
        await archive.Settles();
        return (await agency.Record(Bytes))!.Id.Value;
    }
}
