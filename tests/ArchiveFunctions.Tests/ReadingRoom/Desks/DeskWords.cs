using System.Net;
using System.Text.RegularExpressions;
using ArchiveFunctions.ReadingRoom.SignIn;

namespace ArchiveFunctions.Tests.ReadingRoom.Desks;

/// <summary>What the stories of desks say in one line: pages read, forms sent as a browser sends them.</summary>
internal static partial class DeskWords
{
    /// <summary>A page, decoded.</summary>
    public static async Task<string> Page(this HttpClient client, string address, HttpStatusCode status = HttpStatusCode.OK)
    {
        using var answer = await client.GetAsync(new Uri(address, UriKind.Relative));
        Assert.Equal(status, answer.StatusCode);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }

    /// <summary>Sends a form of the client's own session; the page it leads to, decoded.</summary>
    public static async Task<string> SendsForm(this HttpClient client, string address, HttpStatusCode status, params (string Name, string Value)[] fields)
    {
        var session = client.DefaultRequestHeaders.Authorization!.Parameter!;
        using var request = new HttpRequestMessage(HttpMethod.Post, address)
        {
            Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)).Append(new(Session.FormField, Session.Proof(session)))),
            Headers = { { "Cookie", $"archive={session}" } },
        };
        using var answer = await client.SendAsync(request);
        Assert.Equal(status, answer.StatusCode);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }

    /// <summary>What a review's form says it was made from.</summary>
    public static string ShownIn(string page) => Shown().Match(page).Groups[1].Value is { Length: > 0 } shown ? shown : throw new InvalidDataException("The page has no form of a review.");

    [GeneratedRegex("name=\"shown\" value=\"([0-9a-f]+)\"")]
    private static partial Regex Shown();
}
