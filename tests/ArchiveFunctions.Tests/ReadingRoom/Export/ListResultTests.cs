using System.Text;
using System.Text.Json;
using Archive.Catalogue;
using ArchiveFunctions.ReadingRoom.Export;
using ArchiveFunctions.ReadingRoom.Pages;
using ArchiveFunctions.Resources;
using Microsoft.AspNetCore.Http;

namespace ArchiveFunctions.Tests.ReadingRoom.Export;

public sealed class ListResultTests
{
    private const int Most = ExportPortions.Most;
    private static readonly ListedRecord One = new("r1", "=1+1, \"phố cổ\"", "Quyết định", null, null, "1998-03", null, "Sở", "Lưu trữ", "Công khai", "https://a.invalid/reading-room/records/r1");

    [Theory]
    [InlineData(Most, "whole", false)]
    [InlineData(Most + 1, "cut", true)]
    public async Task A_cut_table_says_so_in_a_header_and_in_its_last_line(int count, string extent, bool isCut)
    {
        var (response, body) = await Answers.Of(List("csv", count));
        var lines = Encoding.UTF8.GetString(body.AsSpan(3)).Split("\r\n");

        Assert.Equal(Encoding.UTF8.Preamble, body.AsSpan(0, 3));
        Assert.Equal((extent, $"{count}"), ($"{response.Headers[ListResult.ExtentHeader]}", $"{response.Headers[ListResult.CountHeader]}"));
        Assert.StartsWith("\"Record\",", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("\"r1\",\"'=1+1, \"\"phố cổ\"\"\",\"Quyết định\",\"\"", lines[1], StringComparison.Ordinal);
        Assert.Equal(isCut ? 5 : 4, lines.Length);
        Assert.All(lines[..^1], line => Assert.Equal(11, line.Split("\",\"").Length));
        if (isCut)
            Assert.Contains("10,000 of 10,001", lines[^2], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Most, false)]
    [InlineData(Most + 1, true)]
    public async Task A_list_as_JSON_ends_with_what_was_found_and_whether_it_is_cut(int count, bool isCut)
    {
        var json = await Answers.Json(List("json", count));

        Assert.Equal(["items", "count", "isCut"], json.EnumerateObject().Select(property => property.Name));
        Assert.Equal((count, isCut), (json.GetProperty("count").GetInt32(), json.GetProperty("isCut").GetBoolean()));
        Assert.Equal(["=1+1, \"phố cổ\"", "=1+1, \"phố cổ\""], json.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("title").GetString()!));
    }

    [Fact]
    public async Task An_empty_list_is_a_list()
    {
        var list = new ListResult(ListFormat.Of("json")!, new PageWords(Words.English), 0, default, _ => AsyncEnumerable.Empty<IEnumerable<ListedRecord>>());
        Assert.Equal(0, (await Answers.Json(list)).GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task A_list_goes_out_portion_by_portion_and_what_breaks_off_does_not_end_well()
    {
        using var body = new MemoryStream();
        var context = new DefaultHttpContext();
        var sent = new List<long>();
        var list = new ListResult(ListFormat.Of("json")!, new PageWords(Words.English), 3, default, _ => Breaking());
        context.Response.Body = body;

        await Assert.ThrowsAsync<TimeoutException>(() => list.ExecuteAsync(context));
        Assert.Equal((0L, true), (sent[0], sent[1] > 0));
        Assert.ThrowsAny<JsonException>(() => JsonDocument.Parse(body.ToArray()));

        async IAsyncEnumerable<IEnumerable<ListedRecord>> Breaking()
        {
            sent.Add(body.Length);
            yield return [One];
            sent.Add(body.Length);
            await Task.Yield();
            throw new TimeoutException();
        }
    }

    private static ListResult List(string format, long count) =>
        new(ListFormat.Of(format)!, new PageWords(Words.English), count, new DateOnly(2030, 1, 2), _ => new[] { new[] { One }, [One] }.ToAsyncEnumerable<IEnumerable<ListedRecord>>());
}
