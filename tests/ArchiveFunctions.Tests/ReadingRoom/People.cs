using System.Net;
using System.Net.Http.Headers;
using ArchiveFunctions.ReadingRoom.SignIn;
using ArchiveFunctions.Tests.Stories;

namespace ArchiveFunctions.Tests.ReadingRoom;

/// <summary>Who may come to a desk. The officers are told apart by whether they are of the agency a route, or its record, is about.</summary>
public enum Person
{
    Nobody,
    Reader,
    Officer,
    OtherOfficer,
    Archivist,
    Manager,
    Administrator,
}

/// <summary>How far a record is open.</summary>
public enum Openness
{
    Public,
    Restricted,
    Withheld,
}

/// <summary>One of each, with a token of their own, and an agency with a record of each kind.</summary>
public sealed class People(RunningArchive archive) : IAsyncLifetime
{
    private readonly Dictionary<Person, HttpClient> clients = [];
    private readonly Dictionary<Openness, string> records = [];

    public string Agency { get; private set; } = "";

    public HttpClient Client(Person person) => clients[person];

    public string Record(Openness openness) => records[openness];

    public async ValueTask InitializeAsync()
    {
        var (agency, other) = (await archive.NewAgency(), await archive.NewAgency());
        Agency = agency.Code.Value;
        clients[Person.Nobody] = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = archive.Host.Address };
        clients[Person.Officer] = await agency.Officer();
        clients[Person.OtherOfficer] = await other.Officer();
        foreach (var (person, role) in new[] { (Person.Reader, "reader"), (Person.Archivist, "archivist"), (Person.Manager, "manager"), (Person.Administrator, "administrator") })
            clients[person] = await archive.Client(null, role);

        foreach (var (openness, mode) in new[] { (Openness.Public, "01"), (Openness.Restricted, "02"), (Openness.Withheld, "01") })
            records[openness] = agency.IdOf(await agency.Deposits($"{openness}.pdf", new { maintenance = "01", issuedDate = "15/03/2027", mode })).Value;
        await archive.Settles();

        // Something for everybody to find under api/records/{id}/exemption.
        foreach (var id in records.Values)
            await clients[Person.Officer].Sends(HttpStatusCode.Created, $"api/records/{id}/exemption", new { code = "duplicate", evidence = "QĐ 12", legalBasis = "TT 05/2025" });
        await agency.Describes($"{Openness.Withheld}.pdf", new { mode = "03" });
        await Eventually.Holds(async () => await Status(Person.Archivist, HttpMethod.Get, $"api/records/{Record(Openness.Withheld)}") == HttpStatusCode.NotFound, "the record is withheld");
    }

    public ValueTask DisposeAsync()
    {
        foreach (var client in clients.Values)
            client.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>The status of what a person is answered who asks for an address, with a body no function takes for a good one.</summary>
    public async Task<HttpStatusCode> Status(Person person, HttpMethod method, string address)
    {
        using var request = new HttpRequestMessage(method, address);
        if (method == HttpMethod.Post || method == HttpMethod.Put)
            request.Content = new StringContent("[]", new MediaTypeHeaderValue("application/json"));
        using var answer = await clients[person].SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        return answer.StatusCode;
    }

    /// <summary>The same for a form of a page, which comes with a session, be it one that has ended, and its proof.</summary>
    public async Task<HttpStatusCode> StatusOfForm(Person person, string address)
    {
        var session = clients[person].DefaultRequestHeaders.Authorization?.Parameter ?? "ended";
        using var request = new HttpRequestMessage(HttpMethod.Post, address)
        {
            Content = new FormUrlEncodedContent([new(Session.FormField, Session.Proof(session))]),
            Headers = { { "Cookie", $"archive={session}" } },
        };
        using var answer = await clients[person].SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        return answer.StatusCode;
    }
}
