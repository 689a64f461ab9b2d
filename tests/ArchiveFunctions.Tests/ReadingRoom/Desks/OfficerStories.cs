using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using ArchiveFunctions.Tests.Stories;

namespace ArchiveFunctions.Tests.ReadingRoom.Desks;

/// <summary>An officer follows what the agency sent and what falls due, page by page.</summary>
[Collection(StoryCollection.Name)]
public sealed class OfficerStories(RunningArchive archive)
{
    [Fact]
    public async Task An_officer_sees_what_became_of_each_upload_and_how_to_mend_what_was_refused()
    {
        var agency = await archive.NewAgency();
        var content = await agency.Deposits("quyet dinh.pdf", new { mode = "01", subject = "Về <i>việc</i>" });
        await agency.Puts("rỗng.txt", []);
        await archive.Settles();
        using var officer = await Browser.Of(archive, agency.Code.Value, "officer");

        var overview = await officer.Reads($"desk/agencies/{agency.Code}?lang=en");
        Assert.Matches("Refused ?: 1", overview);
        var all = await officer.Reads($"desk/agencies/{agency.Code}/uploads?lang=en");
        Assert.Contains("quyet dinh.pdf", all, StringComparison.Ordinal);
        var refused = await officer.Html($"desk/agencies/{agency.Code}/uploads?status=refused&lang=en");
        Assert.DoesNotContain("quyet dinh.pdf", refused, StringComparison.Ordinal);

        var page = await officer.Reads($"desk/agencies/{agency.Code}/uploads/{(await agency.OutcomeOf("rỗng.txt")).Text("uploadId")}?lang=en");
        Assert.Contains("Error: The file is empty. A-101", page, StringComparison.Ordinal);
        Assert.Contains("Check the file at its source and send it again.", page, StringComparison.Ordinal);
        var admitted = await officer.Html($"desk/agencies/{agency.Code}/uploads/{(await agency.OutcomeOf("quyet dinh.pdf")).Text("uploadId")}?lang=en");
        Assert.Contains($"href=\"/reading-room/records/{agency.IdOf(content)}\"", admitted, StringComparison.Ordinal);
        Assert.DoesNotContain("<i>", admitted, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_list_of_uploads_goes_on_on_a_second_page()
    {
        var agency = await archive.NewAgency();
        for (var number = 0; number < 31; number++)
            await agency.Puts($"{number:D2}.txt", Encoding.UTF8.GetBytes($"Công văn {number} {agency.Code}"));
        await archive.Settles();
        using var officer = await Browser.Of(archive, agency.Code.Value, "officer");

        var first = await officer.Html($"desk/agencies/{agency.Code}/uploads");
        var next = WebUtility.HtmlDecode(Regex.Match(first, "rel=\"next\" href=\"/([^\"]+)\"").Groups[1].Value);
        var second = await officer.Html(next);
        Assert.Equal((30, 1), (Items(first), Items(second)));
        Assert.DoesNotContain("rel=\"next\"", second, StringComparison.Ordinal);

        static int Items(string html) => html.Split("<h2>").Length - 1;
    }

    [Fact]
    public async Task An_upload_of_another_agency_or_of_none_is_not_there()
    {
        var (agency, other) = (await archive.NewAgency(), await archive.NewAgency());
        await agency.Puts("a.txt", Encoding.UTF8.GetBytes($"Công văn {agency.Code}"));
        await archive.Settles();
        var id = (await agency.OutcomeOf("a.txt")).Text("uploadId");
        using var stranger = await Browser.Of(archive, other.Code.Value, "officer");

        Assert.Equal(HttpStatusCode.Forbidden, (await stranger.Asks($"desk/agencies/{agency.Code}/uploads/{id}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Asks($"desk/agencies/{other.Code}/uploads/{id}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Asks($"desk/agencies/{other.Code}/uploads/x")).Status);
    }
}
