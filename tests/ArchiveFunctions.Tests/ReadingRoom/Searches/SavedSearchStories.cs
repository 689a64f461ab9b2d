using System.Net;
using System.Text.RegularExpressions;
using ArchiveFunctions.ReadingRoom.SignIn;
using ArchiveFunctions.Tests.Stories;

namespace ArchiveFunctions.Tests.ReadingRoom.Searches;

/// <summary>Readers keep searches with a browser, without a script.</summary>
[Collection(StoryCollection.Name)]
public sealed partial class SavedSearchStories(RunningArchive archive)
{
    [Fact]
    public async Task A_reader_keeps_a_search_sees_what_is_new_runs_renames_and_deletes_it()
    {
        var agency = await archive.NewAgency();
        await agency.Deposits("a.pdf", new { mode = "01", subject = "Di tích một" });
        await archive.Settles();
        using var lan = await Browser($"Lan {agency.Code}");
        using var another = await Browser($"Minh {agency.Code}");
        Assert.Contains("Keep this search", await lan.GetStringAsync($"reading-room?q=di%20tich&agency={agency.Code}&lang=en"), StringComparison.Ordinal);

        await lan.Posts("reading-room/searches", ("name", "Di tích <b>"), ("q", "di tích"), ("agency", agency.Code.Value));
        var kept = WebUtility.HtmlDecode(await lan.GetStringAsync("reading-room/searches?lang=en"));
        Assert.Contains("0 records newly admitted", kept, StringComparison.Ordinal);
        var address = Address().Match(kept).Groups[1].Value;

        await agency.Deposits("b.pdf", new { mode = "01", subject = "Di tích hai" });
        await agency.Deposits("c.pdf", new { mode = "02", subject = "Di tích ba" });
        await archive.Settles();
        Assert.Contains("1 records newly admitted", await lan.GetStringAsync("reading-room/searches?lang=en"), StringComparison.Ordinal);
        Assert.Contains($"agency={agency.Code}", $"{await lan.Posts(address, ("do", "run"))}", StringComparison.Ordinal);
        Assert.Contains("0 records newly admitted", await lan.GetStringAsync("reading-room/searches?lang=en"), StringComparison.Ordinal);

        await lan.Posts(address, ("do", "rename"), ("name", "Khảo cổ"));
        Assert.Contains("<h2><span lang=\"vi\">Khảo cổ</span></h2>", WebUtility.HtmlDecode(await lan.GetStringAsync("reading-room/searches")), StringComparison.Ordinal);
        Assert.DoesNotContain("Khảo cổ", WebUtility.HtmlDecode(await another.GetStringAsync("reading-room/searches")), StringComparison.Ordinal);
        foreach (var act in new[] { "run", "rename", "delete" })
            Assert.Equal(HttpStatusCode.NotFound, await another.Status(address, ("do", act), ("name", "x")));
        await lan.Posts(address, ("do", "delete"));
        Assert.DoesNotContain("Khảo cổ", WebUtility.HtmlDecode(await lan.GetStringAsync("reading-room/searches")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_an_agency_discloses_is_counted_as_the_search_page_counts_it()
    {
        var agency = await archive.NewAgency();
        using var administrator = await archive.Client(null, "administrator");
        await administrator.Sends(HttpStatusCode.Created, $"api/agencies/{agency.Code}/disclosures", Leaks.Holdings.Said(Archive.ReadingRoom.Disclosure.Described));
        using var reader = await Browser($"Thu {agency.Code}");
        await reader.Posts("reading-room/searches", ("name", "Hộ tịch"), ("agency", agency.Code.Value));
        await agency.Deposits("a.pdf", new { mode = "02", subject = "Sổ hộ tịch" });
        await archive.Settles();

        Assert.Contains("1 records; showing 1–1", WebUtility.HtmlDecode(await reader.GetStringAsync($"reading-room?agency={agency.Code}&lang=en")), StringComparison.Ordinal);
        Assert.Contains("1 records newly admitted", await reader.GetStringAsync("reading-room/searches?lang=en"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_more_than_a_hundred_are_kept_and_that_is_said()
    {
        using var reader = await Browser("Nhiều tìm kiếm");
        for (var number = 0; number < 100; number++)
            await reader.Posts("reading-room/searches", ("name", $"n{number}"), ("q", $"n{number}"));
        using var refused = await reader.Sends("reading-room/searches", ("name", "m"), ("q", "m"));
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Contains("100", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("part=2", await reader.GetStringAsync("reading-room/searches"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_that_cannot_be_read_is_a_problem_with_a_code()
    {
        using var reader = await Browser("Biểu mẫu hỏng");
        using var broken = new StringContent("--x\r\nContent-Disposition: form-data; name=\"name\"\r\n\r\nnever ends");
        broken.Headers.ContentType = new("multipart/form-data") { Parameters = { new("boundary", "x") } };
        await Says(HttpStatusCode.BadRequest, "form-invalid", reader.Client.PostAsync("reading-room/searches", broken));
        using var many = new FormUrlEncodedContent(Enumerable.Range(0, 300).Select(number => KeyValuePair.Create($"f{number}", "")));
        await Says(HttpStatusCode.BadRequest, "form-invalid", reader.Client.PostAsync("reading-room/searches", many));
        using var large = new FormUrlEncodedContent([new("name", new string('a', 300_000))]);
        await Says(HttpStatusCode.RequestEntityTooLarge, "form-too-large", reader.Client.PostAsync("reading-room/searches", large));

        static async Task Says(HttpStatusCode status, string code, Task<HttpResponseMessage> asking)
        {
            using var answer = await asking;
            Assert.Equal((status, "text/html"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
            Assert.Contains(code, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    private async Task<BrowserOf> Browser(string name) => new(archive, await archive.TokenOf(name, "reader"));

    [GeneratedRegex("action=\"/(reading-room/searches/[0-9a-f]{32})\"")]
    private static partial Regex Address();

    /// <summary>A browser with somebody's session.</summary>
    private sealed class BrowserOf : IDisposable
    {
        private readonly string token;

        public BrowserOf(RunningArchive archive, string token)
        {
            this.token = token;
            Client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = archive.Host.Address };
            Client.DefaultRequestHeaders.Add("Cookie", $"archive={token}");
        }

        public HttpClient Client { get; }

        public Task<string> GetStringAsync(string address) => Client.GetStringAsync(new Uri(address, UriKind.Relative));

        public async Task<HttpResponseMessage> Sends(string address, params (string Name, string Value)[] fields)
        {
            using var form = new FormUrlEncodedContent([.. fields.Select(field => KeyValuePair.Create(field.Name, field.Value)), new(Session.FormField, Session.Proof(token))]);
            return await Client.PostAsync(new Uri(address, UriKind.Relative), form);
        }

        public async Task<HttpStatusCode> Status(string address, params (string Name, string Value)[] fields)
        {
            using var answer = await Sends(address, fields);
            return answer.StatusCode;
        }

        public async Task<Uri> Posts(string address, params (string Name, string Value)[] fields)
        {
            using var answer = await Sends(address, fields);
            Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
            return answer.Headers.Location!;
        }

        public void Dispose() => Client.Dispose();
    }
}
