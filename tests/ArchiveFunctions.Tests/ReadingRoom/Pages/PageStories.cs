using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;
using ArchiveFunctions.Tests.Stories;
using Microsoft.AspNetCore.WebUtilities;

namespace ArchiveFunctions.Tests.ReadingRoom.Pages;

/// <summary>What people see who read with a browser, without a script.</summary>
[Collection(StoryCollection.Name)]
public sealed partial class PageStories(RunningArchive archive)
{
    [Fact]
    public async Task A_reader_without_accents_finds_a_decision_and_opens_its_page()
    {
        var agency = await archive.NewAgency();
        await agency.Deposits("a.pdf", new { mode = "01", subject = "Về việc <b>bảo tồn</b> phố cổ", typeName = "02", codeNumber = "12", codeNotation = "QĐ-UBND", issuedDate = "03/1998" });
        await archive.Settles();
        using var reader = await archive.Client(null);

        var found = await Page(reader, $"reading-room?q=bao%20ton%20pho%20co&agency={agency.Code}&lang=en");
        Assert.Contains("1 records; showing 1–1", found, StringComparison.Ordinal);
        Assert.Contains("Decision · <span lang=\"vi\">12/QĐ-UBND</span> · 03/1998", found, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", found, StringComparison.Ordinal);

        var record = await Page(reader, RecordLink().Match(found).Value[1..]);
        Assert.Contains("Về việc <b>bảo tồn</b> phố cổ", WebUtility.HtmlDecode(Heading().Match(record).Groups[1].Value), StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", Heading().Match(record).Value, StringComparison.Ordinal);
        Assert.Contains("/content\"", record, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reader_goes_from_a_record_to_the_others_of_its_dossier()
    {
        const string Code = "H26.02 & '1998'";
        var (agency, other) = (await archive.NewAgency(), await archive.NewAgency());
        var content = await agency.Deposits("a.pdf", new { mode = "01", subject = "Tờ trình", fileCode = Code });
        await agency.Deposits("b.pdf", new { mode = "01", subject = "Quyết định", fileCode = Code });
        await agency.Deposits("c.pdf", new { mode = "01", subject = "Hồ sơ viết thường", fileCode = Code.ToLowerInvariant() });
        await agency.Deposits("d.pdf", new { mode = "02", subject = "Có điều kiện", fileCode = Code });
        await other.Deposits("e.pdf", new { mode = "01", subject = "Của cơ quan khác", fileCode = Code });
        await archive.Settles();
        using var reader = await archive.Client(null);

        var record = await Page(reader, $"reading-room/records/{agency.IdOf(content)}?lang=en");
        var dossier = await Page(reader, WebUtility.HtmlDecode(DossierLink().Match(record).Groups[1].Value));
        Assert.Contains("2 records; showing 1–2", dossier, StringComparison.Ordinal);
        Assert.All(new[] { "Tờ trình", "Quyết định", "Dossier: H26.02 &amp; '1998' <span" }, said => Assert.Contains(said, dossier, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_short_plain_text_is_read_on_its_page_and_runs_nothing()
    {
        var agency = await archive.NewAgency();
        var text = Encoding.UTF8.GetBytes($"Điều 1. <script>alert('{agency.Code}')</script>");
        await agency.Describes("a.txt", new { mode = "01", subject = "Nghị quyết" });
        await agency.Puts("a.txt", text);
        await agency.Describes("b.txt", new { mode = "01", subject = "Dài" });
        await agency.Puts("b.txt", Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat($"Điều khoản {agency.Code}\n", 10_000))));
        await archive.Settles();
        using var reader = await archive.Client(null);

        var page = await Page(reader, $"reading-room/records/{agency.IdOf(text)}");
        Assert.Contains("Điều 1. &lt;script&gt;alert(", page[page.IndexOf("<pre", StringComparison.Ordinal)..page.IndexOf("</pre>", StringComparison.Ordinal)], StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
        var longer = RecordLink().Match(await Page(reader, $"reading-room?q=dai&agency={agency.Code}")).Value;
        var found = await Page(reader, longer);
        Assert.Contains("<h1><span lang=\"vi\">Dài</span></h1>", found, StringComparison.Ordinal);
        Assert.DoesNotContain("<pre", found, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_plain_text_is_shown_to_nobody_who_may_not_read_it()
    {
        var agency = await archive.NewAgency();
        var text = Encoding.UTF8.GetBytes($"Nội dung hạn chế {agency.Code}");
        await agency.Describes("a.txt", new { mode = "02", subject = "Hạn chế" });
        await agency.Puts("a.txt", text);
        await archive.Settles();
        using var reader = await archive.Client(null);
        using var archivist = await archive.Client(null, "archivist");

        Assert.Contains("Nội dung hạn chế", await Page(archivist, $"reading-room/records/{agency.IdOf(text)}"), StringComparison.Ordinal);
        using var hidden = await reader.GetAsync($"reading-room/records/{agency.IdOf(text)}");
        Assert.DoesNotContain("hạn chế", WebUtility.HtmlDecode(await hidden.Content.ReadAsStringAsync()), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_page_allows_nothing_but_its_own_style_and_is_kept_by_nobody()
    {
        using var reader = await archive.Client(null);
        using var answer = await reader.GetAsync("reading-room");

        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        Assert.StartsWith("default-src 'none'; style-src 'sha256-", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("no-store, private", $"{answer.Headers.CacheControl}");
        Assert.True((await answer.Content.ReadAsByteArrayAsync()).Length < 100_000);
    }

    [Theory]
    [InlineData("reading-room/records/r00000000000000000000000000", 404, "not-found")]
    [InlineData("reading-room?year=abc", 400, "parameter-invalid")]
    [InlineData("reading-room?continuation=abc", 400, "continuation-invalid")]
    [InlineData("reading-room/signed-in?code=x&state=y", 400, "sign-in-failed")]
    public async Task A_problem_is_a_page_with_its_code(string address, int status, string code)
    {
        using var reader = await archive.Client(null);
        using var answer = await reader.GetAsync(address);
        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal("text/html", answer.Content.Headers.ContentType!.MediaType);
        Assert.Contains(code, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_may_not_see_a_record_is_shown_what_is_shown_when_there_is_none()
    {
        var agency = await archive.NewAgency();
        var content = await agency.Deposits("a.pdf", new { mode = "02", subject = "Có điều kiện" });
        await archive.Settles();
        using var reader = await archive.Client(null);
        using var archivist = await archive.Client(null, "archivist");

        using var hidden = await reader.GetAsync($"reading-room/records/{agency.IdOf(content)}");
        using var none = await reader.GetAsync("reading-room/records/r00000000000000000000000000");
        Assert.Equal((none.StatusCode, Body(await none.Content.ReadAsStringAsync())), (hidden.StatusCode, Body(await hidden.Content.ReadAsStringAsync())));
        Assert.Equal(HttpStatusCode.NotFound, hidden.StatusCode);
        Assert.Contains("Có điều kiện", await Page(archivist, $"reading-room/records/{agency.IdOf(content)}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_archivist_signs_in_with_a_browser_sees_more_and_signs_out()
    {
        var agency = await archive.NewAgency();
        await agency.Deposits("a.pdf", new { mode = "02", subject = "Chỉ cho người có quyền" });
        await archive.Settles();
        using var browser = Browser();
        var list = $"/reading-room?agency={agency.Code}";
        Assert.DoesNotContain("Chỉ cho", await Page(browser, list), StringComparison.Ordinal);

        var issuer = await Sent(browser.GetAsync(QueryHelpers.AddQueryString("/reading-room/sign-in", "to", list)));
        using var person = new FormUrlEncodedContent([new("role", "archivist"), new("name", "Lan")]);
        var back = await Sent(browser.PostAsync(issuer, person));
        Assert.Equal(list, $"{await Sent(browser.GetAsync(back))}");
        var seen = await Page(browser, list);
        Assert.Contains("Chỉ cho", seen, StringComparison.Ordinal);
        using var again = await browser.GetAsync(back);
        Assert.Equal(HttpStatusCode.BadRequest, again.StatusCode);

        using var foreign = await browser.PostAsync(new Uri("/reading-room/sign-out", UriKind.Relative), new FormUrlEncodedContent([new("csrf", new string('0', 64))]));
        Assert.Equal(HttpStatusCode.Forbidden, foreign.StatusCode);
        using var ours = new FormUrlEncodedContent([new("csrf", Proof().Match(seen).Groups[1].Value)]);
        Assert.Equal("/reading-room", $"{await Sent(browser.PostAsync(new Uri("/reading-room/sign-out", UriKind.Relative), ours))}");
        Assert.DoesNotContain("Chỉ cho", await Page(browser, list), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_session_is_no_token_for_requests_that_change_something()
    {
        using var browser = Browser();
        using var token = await archive.Client(null, "administrator");
        var session = token.DefaultRequestHeaders.Authorization!.Parameter;
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/transfer-policies") { Content = new StringContent("{}", new MediaTypeHeaderValue("application/json")), Headers = { { "Cookie", $"archive={session}" } } };
        using var plain = new HttpClient { BaseAddress = archive.Host.Address };
        using var answer = await plain.SendAsync(request);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    private HttpClient Browser() => new(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = archive.Host.Address };

    private static async Task<string> Page(HttpClient client, string address)
    {
        using var answer = await client.GetAsync(new Uri(address, UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return Heading().IsMatch(await answer.Content.ReadAsStringAsync()) ? Decoded(await answer.Content.ReadAsStringAsync()) : throw new InvalidDataException($"{address} has no heading.");
    }

    /// <summary>Letters decoded, signs that mean something in HTML not.</summary>
    private static string Decoded(string page) => Reference().Replace(page, letter => letter.Value is "&#x3C;" or "&#x3E;" ? letter.Value : WebUtility.HtmlDecode(letter.Value));

    private static async Task<Uri> Sent(Task<HttpResponseMessage> asking)
    {
        using var answer = await asking;
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        return answer.Headers.Location!;
    }

    private static string Body(string page) => page[page.IndexOf("<main", StringComparison.Ordinal)..];

    [GeneratedRegex("""/reading-room/records/r[0-9a-z]{26}""")]
    private static partial Regex RecordLink();

    [GeneratedRegex("""<a href="(/reading-room\?dossier=[^"]+)""")]
    private static partial Regex DossierLink();

    [GeneratedRegex("<h1>(.*?)</h1>")]
    private static partial Regex Heading();

    [GeneratedRegex("name=\"csrf\" value=\"([0-9a-f]{64})\"")]
    private static partial Regex Proof();

    [GeneratedRegex("&#x[0-9A-F]+;")]
    private static partial Regex Reference();
}
