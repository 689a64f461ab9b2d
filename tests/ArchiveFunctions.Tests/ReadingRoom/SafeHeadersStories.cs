using System.Net;
using ArchiveFunctions.ReadingRoom;
using ArchiveFunctions.Tests.Stories;
using Microsoft.AspNetCore.Http;

namespace ArchiveFunctions.Tests.ReadingRoom;

/// <summary>Every answer, whatever it is and whoever asks, tells a browser what it may do with it.</summary>
[Collection(StoryCollection.Name)]
public sealed class SafeHeadersStories(People people) : IClassFixture<People>
{
    public static TheoryData<string, Person> Answers()
    {
        var answers = new TheoryData<string, Person>();
        foreach (var function in HttpFunction.All)
        {
            foreach (var person in new[] { Person.Nobody, Person.Officer, Person.Administrator })
                answers.Add(function.Name, person);
        }

        return answers;
    }

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task Every_functions_answer_is_safe_in_a_browser(string act, Person person)
    {
        var function = HttpFunction.All.Single(one => one.Name == act);
        var address = System.Text.RegularExpressions.Regex.Replace(
            function.Route.Replace("{agency}", people.Agency, StringComparison.Ordinal).Replace("{id}", people.Record(Openness.Restricted), StringComparison.Ordinal), @"\{\w+\}", "9");
        foreach (var method in function.Methods)
        {
            // Where to go on is nonsense, so that nobody's index is made again.
            using var request = new HttpRequestMessage(new HttpMethod(method), act == "RebuildCatalogue" ? address + "?continuation=none" : address);
            if (method is "POST" or "PUT")
                request.Content = new StringContent("[]", new System.Net.Http.Headers.MediaTypeHeaderValue("application/json"));
            request.Headers.Authorization = people.Client(person).DefaultRequestHeaders.Authorization;
            using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = people.Client(person).BaseAddress };
            using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
            IsSafe(answer);
        }
    }

    [Fact]
    public async Task An_answer_is_safe_whether_it_is_there_or_not_and_for_a_form_that_cannot_be_read()
    {
        var nobody = people.Client(Person.Nobody);
        foreach (var address in new[] { "api/records/none", "api/records?size=0", "reading-room?size=0", $"api/records/{people.Record(Openness.Public)}/content" })
        {
            using var answer = await nobody.GetAsync(new Uri(address, UriKind.Relative));
            IsSafe(answer);
        }

        using var large = new FormUrlEncodedContent([new("name", new string('a', 300_000))]);
        using var refused = await nobody.PostAsync(new Uri("reading-room/sign-out", UriKind.Relative), large);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, refused.StatusCode);
        IsSafe(refused);
    }

    [Theory]
    [InlineData("https", "max-age=31536000; includeSubDomains")]
    [InlineData("http", "")]
    public void Browsers_are_held_to_https_where_it_is_used(string scheme, string told)
    {
        var context = new DefaultHttpContext { Request = { Scheme = scheme } };
        SafeHeaders.Put(context);
        Assert.Equal(told, context.Response.Headers.StrictTransportSecurity.ToString());
    }

    private static void IsSafe(HttpResponseMessage answer)
    {
        string Said(string name) => answer.Headers.TryGetValues(name, out var values) ? Assert.Single(values) : throw new Xunit.Sdk.XunitException($"{answer.RequestMessage!.RequestUri} {(int)answer.StatusCode} has no {name}.");
        Assert.Equal("nosniff", Said("X-Content-Type-Options"));
        Assert.Contains("default-src 'none'", Said("Content-Security-Policy"), StringComparison.Ordinal);
        Assert.Matches("frame-ancestors '(none|self)'", Said("Content-Security-Policy"));
        Assert.Contains(Said("Referrer-Policy"), new[] { "no-referrer", "same-origin" });
        Assert.Contains("camera=()", Said("Permissions-Policy"), StringComparison.Ordinal);
        Assert.Equal("same-origin", Said("Cross-Origin-Resource-Policy"));
    }
}
