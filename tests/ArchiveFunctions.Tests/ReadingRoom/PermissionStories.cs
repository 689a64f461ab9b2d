using System.Net;
using Archive.ReadingRoom;
using Archive.ReadingRoom.Audit;
using ArchiveFunctions.ReadingRoom.Audit;
using ArchiveFunctions.Tests.ReadingRoom.Requests;
using ArchiveFunctions.Tests.Stories;
using ArchiveFunctions.Transfer;

namespace ArchiveFunctions.Tests.ReadingRoom;

/// <summary>
/// Everybody tries everything: each HTTP function, by each of its methods, about a record of each openness where it is about one, is refused to
/// exactly those to whom <see cref="Permissions"/> does not allow it. What the table means is said here once more and not asked of it, so that
/// its reading is tried too.
/// </summary>
[Collection(StoryCollection.Name)]
public sealed class PermissionStories(People people, RunningArchive archive) : IClassFixture<People>
{
    public static TheoryData<string, string, Openness, Person> Attempts()
    {
        var attempts = new TheoryData<string, string, Openness, Person>();
        foreach (var function in HttpFunction.All)
        {
            foreach (var method in function.Methods)
            {
                foreach (var openness in function.Route.Contains("{id}", StringComparison.Ordinal) ? Enum.GetValues<Openness>() : [Openness.Public])
                {
                    foreach (var person in Enum.GetValues<Person>())
                        attempts.Add(function.Name, method, openness, person);
                }
            }
        }

        return attempts;
    }

    [Fact]
    public void Every_function_that_answers_over_HTTP_has_one_row_and_there_is_no_other()
    {
        Assert.NotEmpty(HttpFunction.All);
        Assert.Equal(HttpFunction.All.Select(function => function.Name).Order(), Permissions.All.Select(permission => permission.Act).Order());
    }

    [Fact]
    public void A_row_says_what_its_route_is_about() =>
        Assert.All(HttpFunction.All, function => Assert.Equal((function.Name, Row(function.Name).Scope), (function.Name, ScopeOf(function.Route))));

    [Theory]
    [MemberData(nameof(Attempts))]
    public async Task An_act_is_refused_to_exactly_those_who_may_not(string act, string method, Openness openness, Person person)
    {
        var (row, status) = (Row(act), await Status(act, method, openness, person));
        if (row.Scope == Scope.Record && !Sees(person, openness))
            Assert.Equal(HttpStatusCode.NotFound, status);
        else if (!May(row, person))
            Assert.Equal(person != Person.Nobody ? HttpStatusCode.Forbidden : IsPage(act, method) ? HttpStatusCode.Found : HttpStatusCode.Unauthorized, status);
        else
            Assert.False(
                status is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or >= HttpStatusCode.InternalServerError || (row.Scope == Scope.Record && status == HttpStatusCode.NotFound),
                $"{person} may {act} and was answered {(int)status}.");
    }

    [Fact]
    public async Task A_withheld_record_named_in_a_body_is_one_that_does_not_exist()
    {
        var wanted = new { recordIds = new[] { people.Record(Openness.Withheld) } };
        Assert.Equal("not-found", (await people.Client(Person.Officer).Sends(HttpStatusCode.NotFound, $"api/agencies/{people.Agency}/transfers", wanted)).Text("code"));
    }

    [Fact]
    public async Task Whoever_is_signed_in_and_refused_is_noted_once_with_what_they_tried_whatever_that_was()
    {
        var name = $"Người lạ {people.Agency}";
        using var reader = await archive.As(name, "reader");
        using var manager = await archive.As(name, "manager");
        var expected = new HashSet<string>();
        foreach (var (function, row) in HttpFunction.All.Select(function => (function, Row(function.Name))))
        {
            // What is anybody's, and what everybody signed in may do, is refused to nobody; a record that is withheld, to all.
            var stranger = row.Scope == Scope.Record || !(row.Anyone || row.Roles.Contains(Role.Reader)) ? reader : row.Anyone || row.Roles.Contains(Role.Manager) ? null : manager;
            if (stranger is null)
                continue;

            foreach (var method in function.Methods)
                Assert.Contains(await Tries(stranger, method, Address(function, Openness.Withheld)), new[] { HttpStatusCode.Forbidden, HttpStatusCode.NotFound });
            expected.Add(function.Name);
        }

        Assert.True(expected.Count > 60, "The functions are declared in a form this test does not know.");
        Assert.Equal(expected.Order(), (await Refused(name)).Select(entry => entry.Detail).Distinct().Order());
    }

    [Fact]
    public async Task Whoever_is_not_signed_in_adds_nothing_to_the_audit_however_often_they_are_refused()
    {
        foreach (var function in HttpFunction.All.Where(function => function.Methods.Contains("GET")))
            await people.Status(Person.Nobody, HttpMethod.Get, Address(function, Openness.Withheld));
        Assert.Empty(await Refused(""));
    }

    private static async Task<HttpStatusCode> Tries(HttpClient stranger, string method, string address)
    {
        if (method == "POST" && !address.StartsWith("api/", StringComparison.Ordinal))
            return (await stranger.Fills(address)).Status;
        using var request = new HttpRequestMessage(new HttpMethod(method), address);
        using var answer = await stranger.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        return answer.StatusCode;
    }

    /// <summary>Who was refused under a name, yesterday and today: a story may run over midnight.</summary>
    private async Task<IReadOnlyList<AuditEntry>> Refused(string name)
    {
        var today = Today.Of(archive.Get<TimeProvider>().GetUtcNow());
        var all = new[] { today.AddDays(-1), today }.Select(day => archive.Get<AuditBook>().All(day, AuditAct.WasRefused, CancellationToken.None).ToListAsync().AsTask());
        return [.. (await Task.WhenAll(all)).SelectMany(entries => entries).Where(entry => entry.Name == name && (name.Length > 0 || entry.Subject.Length == 0))];
    }

    private async Task<HttpStatusCode> Status(string act, string method, Openness openness, Person person)
    {
        var address = Address(HttpFunction.All.Single(one => one.Name == act), openness);
        return act switch
        {
            _ when method == "POST" && !address.StartsWith("api/", StringComparison.Ordinal) => await people.StatusOfForm(person, address),

            // Where to go on is nonsense, so that nobody's index is made again.
            "RebuildCatalogue" => await people.Status(person, new HttpMethod(method), address + "?continuation=none"),
            _ => await people.Status(person, new HttpMethod(method), address),
        };
    }

    private string Address(HttpFunction function, Openness openness)
    {
        var address = function.Route.Replace("{agency}", people.Agency, StringComparison.Ordinal).Replace("{id}", people.Record(openness), StringComparison.Ordinal)
            .Replace("{uploadId}", "none", StringComparison.Ordinal).Replace("{delivery}", "none", StringComparison.Ordinal).Replace("{code}", "none", StringComparison.Ordinal).Replace("{transfer}", "none", StringComparison.Ordinal).Replace("{sequence}", "9", StringComparison.Ordinal).Replace("{search}", "none", StringComparison.Ordinal)
            .Replace("{version}", "none", StringComparison.Ordinal).Replace("{name}", "none", StringComparison.Ordinal).Replace("{request}", "none", StringComparison.Ordinal);
        Assert.DoesNotContain("{", address, StringComparison.Ordinal);
        return address;
    }

    /// <summary>Whoever asks for a page without being signed in is sent to sign in.</summary>
    private static bool IsPage(string act, string method) => (method is "GET" or "HEAD") && HttpFunction.All.Single(one => one.Name == act).Route.Split('/')[0] is "desk" or "reading-room";

    private static Permission Row(string act) => Permissions.All.Single(permission => permission.Act == act);

    private static Scope ScopeOf(string route) => route.Contains("{id}", StringComparison.Ordinal) ? Scope.Record : route.Contains("{agency}", StringComparison.Ordinal) ? Scope.Agency : Scope.City;

    /// <summary>TT 05/2025, mức độ tiếp cận: what is restricted shows to its agency and the staff, what is withheld to nobody.</summary>
    private static bool Sees(Person person, Openness openness) => openness switch
    {
        Openness.Public => true,
        Openness.Restricted => person is Person.Officer or Person.Archivist or Person.Administrator,
        _ => false,
    };

    internal static bool May(Permission row, Person person) => row.Anyone || person switch
    {
        Person.Nobody => false,
        Person.Officer => row.Roles.Contains(Role.Officer),
        Person.OtherOfficer => row.Roles.Contains(Role.Officer) && row.Scope == Scope.City,
        _ => row.Roles.Contains(Enum.Parse<Role>(person.ToString())),
    };
}
