using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Archive.Catalogue;
using ArchiveFunctions.Catalogue;
using ArchiveFunctions.ReadingRoom.Export;
using ArchiveFunctions.Tests.Catalogue;
using ArchiveFunctions.Tests.Stories;
using ArchiveFunctions.Transfer;

namespace ArchiveFunctions.Tests.ReadingRoom.Export;

/// <summary>What readers take along is what their search finds.</summary>
[Collection(StoryCollection.Name)]
public sealed class ExportStories(RunningArchive archive)
{
    [Fact]
    public async Task What_a_reader_takes_along_is_what_the_readers_search_finds()
    {
        var agency = await archive.NewAgency();
        await agency.Deposits("a.pdf", new { mode = "01", subject = "=2+3 bảo tồn", typeName = "02", codeNumber = "12", codeNotation = "QĐ-UBND", issuedDate = "03/1998" });
        await agency.Deposits("b.pdf", new { mode = "01", subject = "Bảo tồn cầu cũ", issuedDate = "1997" });
        await agency.Deposits("c.pdf", new { mode = "01", subject = "Chuyện khác" });
        await agency.Deposits("d.pdf", new { mode = "02", subject = "Bảo tồn có điều kiện" });
        await archive.Settles();
        var asked = $"q=bao%20ton&agency={agency.Code}&sort=oldest&lang=en";
        using var reader = await archive.Client(null);
        using var archivist = await archive.Client(null, "archivist");

        Assert.Equal(["Bảo tồn cầu cũ", "=2+3 bảo tồn"], await Titles(reader, asked));
        foreach (var person in new[] { reader, archivist })
            Assert.Equal(await Found(person, asked), await Ids(person, asked));
        Assert.Contains("Bảo tồn có điều kiện", await Titles(archivist, asked));

        var table = await Table(reader, asked);
        Assert.StartsWith("\"Record\",\"Subject\",\"Type\",", table[0], StringComparison.OrdinalIgnoreCase);
        Assert.Contains("\",\"'=2+3 bảo tồn\",\"Decision\",\"12\",\"QĐ-UBND\",\"1998-03\",", table[2], StringComparison.Ordinal);
        Assert.EndsWith($",\"{archive.Host.Address}reading-room/records/{(await Ids(reader, asked))[1]}\"", table[2], StringComparison.Ordinal);
        Assert.Equal((4, ""), (table.Length, table[^1]));
    }

    [Fact]
    public async Task A_list_is_a_file_named_by_its_day_that_nobody_keeps_and_the_page_leads_to_it()
    {
        var agency = await archive.NewAgency();
        await agency.Deposits("a.pdf", new { mode = "01", subject = "Về việc" });
        await archive.Settles();
        using var reader = await archive.Client(null);
        var page = WebUtility.HtmlDecode(await reader.GetStringAsync($"reading-room?agency={agency.Code}&size=5"));
        Assert.Contains($"Tải danh sách: <a href=\"/reading-room/export?agency={agency.Code}&format=csv\" download>CSV</a>", page, StringComparison.Ordinal);

        using var answer = await reader.GetAsync($"reading-room/export?agency={agency.Code}&format=csv&size=0&continuation=x");
        var day = Today.Of(archive.Get<TimeProvider>().GetUtcNow());
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal($"attachment; filename=\"records-{day:yyyy-MM-dd}.csv\"", $"{answer.Content.Headers.ContentDisposition}");
        Assert.Equal(("text/csv", "no-store, private", "whole"), (answer.Content.Headers.ContentType!.MediaType, $"{answer.Headers.CacheControl}", answer.Headers.GetValues(ListResult.ExtentHeader).Single()));
    }

    [Theory]
    [InlineData("format=xml", "format")]
    [InlineData("", "format")]
    [InlineData("format=csv&year=abc", "year")]
    public async Task A_parameter_without_sense_is_a_page_that_says_which(string asked, string parameter)
    {
        using var reader = await archive.Client(null);
        using var answer = await reader.GetAsync($"reading-room/export?{asked}&lang=en");
        Assert.Equal((HttpStatusCode.BadRequest, "text/html"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        Assert.Contains(parameter == "year" ? "Year of issue" : "Format of the download", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_of_several_portions_neither_repeats_nor_loses_a_record()
    {
        const int Many = ExportPortions.Portion + 150;
        var agency = await archive.NewAgency();
        var changes = Enumerable.Range(1, Many).Select(number => Shelf.Change(Shelf.Record($"{number}", agency.Code, "01", ("subject", $"Báo cáo {number}")), "")).ToList();
        await archive.Get<CatalogueIndex>().Write(changes, CancellationToken.None);
        using var reader = await archive.Client(null);

        var ids = await Ids(reader, $"agency={agency.Code}");
        Assert.Equal(changes.Select(change => change.Id.Value).Order(StringComparer.Ordinal), ids.Order(StringComparer.Ordinal));
        Assert.Equal(Many + 2, (await Table(reader, $"agency={agency.Code}")).Length);
        await archive.Get<CatalogueIndex>().Write([.. changes.Select(change => change with { Entries = [] })], CancellationToken.None);
    }

    private static async Task<string?[]> Titles(HttpClient reader, string asked) => await Items(reader, $"reading-room/export?format=json&{asked}", "title");

    private static async Task<string?[]> Ids(HttpClient reader, string asked) => await Items(reader, $"reading-room/export?format=json&{asked}", "id");

    private static async Task<string?[]> Found(HttpClient reader, string asked) => await Items(reader, $"api/records?size=100&{asked}", "id");

    private static async Task<string?[]> Items(HttpClient reader, string address, string property) =>
        [.. (await reader.GetFromJsonAsync<JsonElement>(address)).GetProperty("items").EnumerateArray().Select(item => item.GetProperty(property).GetString())];

    private static async Task<string[]> Table(HttpClient reader, string asked)
    {
        var body = await reader.GetByteArrayAsync($"reading-room/export?format=csv&{asked}");
        Assert.Equal(Encoding.UTF8.Preamble, body.AsSpan(0, 3));
        return Encoding.UTF8.GetString(body.AsSpan(3)).Split("\r\n");
    }
}
