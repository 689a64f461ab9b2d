using System.Net;
using System.Text.RegularExpressions;
using ArchiveFunctions.Tests.Stories;

namespace ArchiveFunctions.Tests.ReadingRoom.Requests;

/// <summary>The same with a browser, without a script.</summary>
[Collection(StoryCollection.Name)]
public sealed partial class RequestPageStories(RunningArchive archive)
{
    [Fact]
    public async Task A_reader_registers_asks_and_is_answered()
    {
        var (agency, id, _) = await archive.HoldsPublic();
        using var reader = await archive.As($"{agency.Code} Trần Thị An", "reader");
        using var archivist = await archive.As($"{agency.Code} Lan", "archivist");

        var record = await reader.Page($"reading-room/records/{id}?lang=en");
        var ask = AskLink().Match(record).Groups[1].Value;
        Assert.Contains("/reading-room/account?to=", await reader.Page($"{ask}&lang=en"), StringComparison.Ordinal);
        var refused = await reader.Fills("reading-room/account", ("fullName", "Trần Thị An"), ("personalId", "1"), ("version", "0"), ("to", ask));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("#f-personalId", refused.Page, StringComparison.Ordinal);
        Assert.Contains("value=\"Trần Thị An\"", refused.Page, StringComparison.Ordinal);
        var saved = await reader.Fills("reading-room/account", ("fullName", "Trần Thị An"), ("personalId", "001099012345"), ("phone", "0912 345 678"), ("version", "0"), ("to", ask));
        Assert.Equal((HttpStatusCode.Found, ask), (saved.Status, saved.To));

        var form = await reader.Page($"{ask}&lang=en");
        Assert.Contains("Bản đồ phố cổ", form, StringComparison.Ordinal);
        var key = Key().Match(form).Groups[1].Value;
        var faulty = await reader.Fills("reading-room/requests?lang=en", ("key", key), ("record", id), ("product", "readingCopy"), ("copies", "1"), ("purposeContent", "<b>Phố</b>"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, faulty.Status);
        Assert.Contains("#f-purpose\"", faulty.Page, StringComparison.Ordinal);
        Assert.Contains(key, faulty.Page, StringComparison.Ordinal);
        (string, string)[] good = [("key", key), ("record", id), ("product", "readingCopy"), ("copies", "1"), ("purpose", "01"), ("purposeContent", "Tìm hiểu phố")];
        var sent = await reader.Fills("reading-room/requests", good);
        Assert.Equal((HttpStatusCode.Found, sent.To), ((await reader.Fills("reading-room/requests", good)).Status, (await reader.Fills("reading-room/requests", good)).To));

        var request = RequestId().Match(sent.To!).Value;
        Assert.Contains("waits for an archivist", await reader.Page($"reading-room/requests?lang=en"), StringComparison.Ordinal);
        Assert.Contains("Trần Thị An", await archivist.Page("desk/requests"), StringComparison.Ordinal);
        var page = await archivist.Page($"desk/requests/{request}?lang=en");
        Assert.All(new[] { "001099012345", "0912 345 678", "Answer within 1 working day(s)", "Tìm hiểu phố" }, said => Assert.Contains(said, page, StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await archivist.Fills($"desk/requests/{request}/decision", ("decision", "decline"), ("reasons", " "))).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await archivist.Fills($"desk/requests/{request}/decision", ("reasons", "Có"))).Status);
        var decided = await archivist.Fills($"desk/requests/{request}/decision", ("decision", "decline"), ("reasons", "Tài liệu đang tu bổ"));
        Assert.Equal((HttpStatusCode.Found, $"/desk/requests/{request}?noted=1"), (decided.Status, decided.To));
        Assert.Contains("Tài liệu đang tu bổ", await reader.Page($"reading-room/requests/{request}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_people_write_is_shown_as_words_and_runs_nothing()
    {
        var (agency, id, _) = await archive.HoldsPublic();
        using var reader = await archive.Registered($"{agency.Code} <script>alert(1)</script>");
        using var archivist = await archive.As($"{agency.Code} Lan", "archivist");
        var request = await reader.Asks("k-<script>alert(2)</script>", "readingCopy", id);

        foreach (var address in new[] { $"desk/requests/{request}", "desk/requests" })
        {
            using var answer = await archivist.GetAsync(new Uri(address, UriKind.Relative));
            Assert.DoesNotContain("<script", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_reader_without_requests_is_told_how_to_begin()
    {
        var agency = await archive.NewAgency();
        using var reader = await archive.As($"{agency.Code} An", "reader");
        Assert.Contains("You have not asked for anything yet", await reader.Page("reading-room/requests?lang=en"), StringComparison.Ordinal);
        Assert.Contains("continuation-invalid", await reader.Page("reading-room/requests?after=x", HttpStatusCode.BadRequest), StringComparison.Ordinal);
    }

    [GeneratedRegex("""href="(/reading-room/ask\?[^"]+)">""")]
    private static partial Regex AskLink();

    [GeneratedRegex("name=\"key\" value=\"([0-9a-f]{32})\"")]
    private static partial Regex Key();

    [GeneratedRegex("q[0-9a-z]{26}")]
    private static partial Regex RequestId();
}
