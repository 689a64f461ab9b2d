using System.Net;
using System.Text.RegularExpressions;
using ArchiveFunctions.ReadingRoom.SignIn;
using ArchiveFunctions.Tests.Stories;

namespace ArchiveFunctions.Tests.ReadingRoom.Desks;

/// <summary>Somebody with a browser: a session in a cookie, and no script. Follows no redirect by itself.</summary>
internal sealed partial class Browser : IDisposable
{
    private readonly HttpClient http;

    private Browser(RunningArchive archive, string? session)
    {
        http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = archive.Host.Address };
        if (session is not null)
            http.DefaultRequestHeaders.Add("Cookie", $"archive={session}");
        Proof = session is null ? "" : Session.Proof(session);
    }

    /// <summary>What the session's own forms carry.</summary>
    public string Proof { get; }

    public HttpClient Http => http;

    public static async Task<Browser> Of(RunningArchive archive, string? agency, params string[] roles)
    {
        using var token = await archive.Client(agency, roles);
        return new Browser(archive, token.DefaultRequestHeaders.Authorization?.Parameter);
    }

    /// <summary>A page as text: no markup, letters decoded.</summary>
    public async Task<string> Reads(string address) => Text(await Html(address));

    public async Task<string> Html(string address)
    {
        using var answer = await http.GetAsync(new Uri(address, UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("text/html", answer.Content.Headers.ContentType!.MediaType);
        return await answer.Content.ReadAsStringAsync();
    }

    public async Task<(HttpStatusCode Status, string? Location)> Asks(string address)
    {
        using var answer = await http.GetAsync(new Uri(address, UriKind.Relative));
        return (answer.StatusCode, answer.Headers.Location?.ToString());
    }

    public async Task<(HttpStatusCode Status, string Text)> Sends(string address, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)).Append(KeyValuePair.Create(Session.FormField, Proof)));
        using var answer = await http.PostAsync(new Uri(address, UriKind.Relative), form);
        return (answer.StatusCode, Text(await answer.Content.ReadAsStringAsync()));
    }

    public void Dispose() => http.Dispose();

    private static string Text(string html) => Space().Replace(WebUtility.HtmlDecode(Markup().Replace(html[html.IndexOf("<body", StringComparison.Ordinal)..], " ")), " ");

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Markup();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
