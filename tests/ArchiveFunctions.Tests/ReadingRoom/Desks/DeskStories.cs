using System.Net;
using ArchiveFunctions.Tests.Stories;
using Microsoft.AspNetCore.WebUtilities;

namespace ArchiveFunctions.Tests.ReadingRoom.Desks;

/// <summary>What people who work for an agency or the archive find when they come to the desk.</summary>
[Collection(StoryCollection.Name)]
public sealed class DeskStories(RunningArchive archive)
{
    [Fact]
    public async Task Whoever_is_not_signed_in_is_sent_to_sign_in_and_comes_back_to_the_page_asked_for()
    {
        var agency = await archive.NewAgency();
        var wanted = $"/desk/agencies/{agency.Code}/uploads?status=Refused";
        using var browser = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = archive.Host.Address };

        var signIn = await Sent(browser.GetAsync(new Uri(wanted, UriKind.Relative)));
        Assert.Equal(QueryHelpers.AddQueryString("/reading-room/sign-in", "to", wanted), $"{signIn}");
        using var person = new FormUrlEncodedContent([new("role", "officer"), new("agency", agency.Code.Value), new("name", "Hoa")]);
        var back = await Sent(browser.PostAsync(await Sent(browser.GetAsync(signIn)), person));
        Assert.Equal(wanted, $"{await Sent(browser.GetAsync(back))}");
        using var page = await browser.GetAsync(new Uri(wanted, UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
    }

    [Fact]
    public async Task The_desk_offers_an_officer_the_pages_of_the_own_agency_and_a_reader_none()
    {
        var agency = await archive.NewAgency();
        using var officer = await Browser.Of(archive, agency.Code.Value, "officer");
        using var lost = await Browser.Of(archive, null, "officer");
        using var reader = await Browser.Of(archive, null, "reader");

        var html = await officer.Html("desk?lang=en");
        Assert.All(new[] { "", "/upload", "/uploads", "/schedule", "/receipts" }, page => Assert.Contains($"href=\"/desk/agencies/{agency.Code}{page}\"", html, StringComparison.Ordinal));
        Assert.Contains("<a href=\"/desk\">Desk</a>", html, StringComparison.Ordinal);
        Assert.Contains("Your account names no agency", await lost.Reads("desk?lang=en"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await reader.Asks("desk")).Status);
        Assert.DoesNotContain("href=\"/desk\"", await reader.Html("reading-room"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/upload")]
    [InlineData("/uploads")]
    [InlineData("/schedule")]
    [InlineData("/receipts")]
    public async Task An_agency_without_anything_has_pages_that_say_so_in_both_languages(string page)
    {
        var agency = await archive.NewAgency();
        using var officer = await Browser.Of(archive, agency.Code.Value, "officer");
        var english = await officer.Html($"desk/agencies/{agency.Code}{page}?lang=en");
        var vietnamese = await officer.Html($"desk/agencies/{agency.Code}{page}?lang=vi");

        Assert.Contains("<html lang=\"en\">", english, StringComparison.Ordinal);
        Assert.Contains("<html lang=\"vi\">", vietnamese, StringComparison.Ordinal);
        Assert.Contains("aria-current=\"page\"", english, StringComparison.Ordinal);
        Assert.Contains($"Agency {agency.Code}", english, StringComparison.Ordinal);
        Assert.True(english.Length < 100_000);
    }

    [Theory]
    [InlineData("/uploads?status=5")]
    [InlineData("/uploads?continuation=x")]
    [InlineData("/schedule?month=2030-13")]
    [InlineData("/schedule?continuation=x")]
    [InlineData("/receipts?continuation=-1")]
    [InlineData("/dossier")]
    public async Task What_makes_no_sense_is_told(string page)
    {
        var agency = await archive.NewAgency();
        using var officer = await Browser.Of(archive, agency.Code.Value, "officer");
        Assert.Equal(HttpStatusCode.BadRequest, (await officer.Asks($"desk/agencies/{agency.Code}{page}")).Status);
    }

    private static async Task<Uri> Sent(Task<HttpResponseMessage> asking)
    {
        using var answer = await asking;
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        return answer.Headers.Location!;
    }
}
