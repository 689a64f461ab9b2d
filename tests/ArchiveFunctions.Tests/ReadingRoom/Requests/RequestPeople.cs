using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using ArchiveFunctions.ReadingRoom.SignIn;
using ArchiveFunctions.Tests.Stories;

namespace ArchiveFunctions.Tests.ReadingRoom.Requests;

/// <summary>People with names of their own, and what they do about requests, in one line each.</summary>
internal static class RequestPeople
{
    /// <summary>A client of somebody by a name: the same name is the same person.</summary>
    public static async Task<HttpClient> As(this RunningArchive archive, string name, params string[] roles)
    {
        var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = archive.Host.Address };
        using var answer = await client.PostAsJsonAsync("dev/token", new { roles, name });
        var token = (await answer.Content.ReadFromJsonAsync<JsonElement>()).Text("access_token");
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    /// <summary>A reader who has registered.</summary>
    public static async Task<HttpClient> Registered(this RunningArchive archive, string name, params string[] roles)
    {
        var client = await archive.As(name, roles.Length == 0 ? ["reader"] : roles);
        await client.Sends(HttpStatusCode.OK, "api/account", new { fullName = name, personalId = "001099012345", email = "an@example.vn" }, HttpMethod.Put);
        return client;
    }

    /// <summary>What is asked for records, to be changed with <c>with</c>.</summary>
    public static object Form(string key, string product, params string[] records) =>
        new { key, recordIds = records, product, purpose = "01", purposeContent = "Tìm hiểu lịch sử phố cổ" };

    /// <summary>Asks; returns the request's id.</summary>
    public static async Task<string> Asks(this HttpClient reader, string key, string product, params string[] records) =>
        (await reader.Sends(HttpStatusCode.Created, "api/requests", Form(key, product, records))).Text("id");

    /// <summary>A record of a new agency that anyone may see.</summary>
    public static async Task<(Depositor Agency, string Id, byte[] Content)> HoldsPublic(this RunningArchive archive)
    {
        var agency = await archive.NewAgency();
        var content = await agency.Deposits("a.pdf", new { mode = "01", subject = "Bản đồ phố cổ" });
        await archive.Settles();
        return (agency, agency.IdOf(content).Value, content);
    }

    /// <summary>A page.</summary>
    public static async Task<string> Page(this HttpClient client, string address, HttpStatusCode status = HttpStatusCode.OK)
    {
        using var answer = await client.GetAsync(new Uri(address, UriKind.Relative));
        Assert.Equal(status, answer.StatusCode);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }

    /// <summary>Sends a page's form with the session it was made for; returns status, where it leads, and the page.</summary>
    public static async Task<(HttpStatusCode Status, string? To, string Page)> Fills(this HttpClient client, string address, params (string Name, string Value)[] values)
    {
        var session = client.DefaultRequestHeaders.Authorization!.Parameter!;
        using var request = new HttpRequestMessage(HttpMethod.Post, address)
        {
            Content = new FormUrlEncodedContent(values.Append((Session.FormField, Session.Proof(session))).Select(one => KeyValuePair.Create(one.Item1, one.Item2))),
            Headers = { { "Cookie", $"archive={session}" } },
        };
        using var answer = await client.SendAsync(request);
        return (answer.StatusCode, answer.Headers.Location?.OriginalString, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()));
    }
}
