using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using Archive.Records;
using Archive.Transfer;
using ArchiveFunctions.Records;
using ArchiveFunctions.Transfer;

namespace ArchiveFunctions.Tests.Stories;

/// <summary>What the stories of transfers say in one line.</summary>
internal static class TransferWords
{
    public static string Text(this JsonElement json, string property) => json.GetProperty(property).GetString()!;

    public static int Number(this JsonElement json, string property) => json.GetProperty(property).GetInt32();

    public static async Task<JsonElement> Reads(this HttpClient client, string route) => await client.GetFromJsonAsync<JsonElement>(route);

    public static async Task IsRefused(this HttpClient client, HttpStatusCode status, string route)
    {
        using var answer = await client.GetAsync(new Uri(route, UriKind.Relative));
        Assert.Equal(status, answer.StatusCode);
    }

    /// <summary>Sends a body and expects a status; returns the answer's body.</summary>
    public static async Task<JsonElement> Sends(this HttpClient client, HttpStatusCode status, string route, object? body, HttpMethod? method = null)
    {
        using var request = new HttpRequestMessage(method ?? HttpMethod.Post, route) { Content = body is null ? null : JsonContent.Create(body) };
        using var answer = await client.SendAsync(request);
        Assert.Equal(status, answer.StatusCode);
        var said = await answer.Content.ReadAsStringAsync();
        return said.Length == 0 ? default : JsonSerializer.Deserialize<JsonElement>(said);
    }

    /// <summary>Deposits a document of its own with a description; returns its bytes.</summary>
    public static async Task<byte[]> Deposits(this Depositor agency, string name, object description)
    {
        var content = Documents.Pdf($"{agency.Code} {name}");
        await agency.Describes(name, description);
        await agency.Puts(name, content);
        return content;
    }

    public static RecordId IdOf(this Depositor agency, byte[] content) => RecordId.ForContent(agency.Code, Sha256Digest.Of(SHA256.HashData(content)));

    /// <summary>An agency's deadlines of a month, as the schedule holds them.</summary>
    public static async Task<IReadOnlyList<Deadline>> Month(this RunningArchive archive, Depositor agency, int year, int month) =>
        (await archive.Get<DeadlineTable>().Of(agency.Code, new DateOnly(year, month, 1), null, 100, CancellationToken.None)).Deadlines;

    public static async Task<IReadOnlyList<JournalEvent>> Journal(this RunningArchive archive, RecordId id) =>
        (await archive.Get<RecordTable>().Journal(id, null, 100, CancellationToken.None)).Events;

    /// <summary>An officer proposes that a record be exempt as a duplicate, and an archivist confirms.</summary>
    public static Task Exempts(this RunningArchive archive, Depositor agency, byte[] content) =>
        archive.Decides(agency, $"api/records/{agency.IdOf(content)}/exemption", new { code = "duplicate", evidence = "QĐ 12", legalBasis = "TT 05/2025" }, answer => answer.Text("proposal"));

    /// <summary>An officer proposes that its exemption be taken back, and an archivist confirms.</summary>
    public static Task Revokes(this RunningArchive archive, Depositor agency, byte[] content) => archive.Decides(
        agency, $"api/records/{agency.IdOf(content)}/exemption/revocation", new { code = "granted-in-error", evidence = "QĐ 9" }, answer => answer.GetProperty("revocation").Text("proposal"));

    private static async Task Decides(this RunningArchive archive, Depositor agency, string route, object why, Func<JsonElement, string> named)
    {
        using var officer = await agency.Officer();
        using var archivist = await archive.Client(null, "archivist");
        var proposal = named(await officer.Sends(HttpStatusCode.Created, route, why));
        await archivist.Sends(HttpStatusCode.OK, route + "/confirmation", new { proposal });
    }

    /// <summary>Custody of a record moves now, as the verified consignment it is in moves it.</summary>
    public static async Task HasTransferred(this RunningArchive archive, ArchiveRecord record)
    {
        var held = (await archive.Get<RecordTable>().Find(record.Id, CancellationToken.None))!;
        var now = archive.Get<TimeProvider>().GetUtcNow();
        var next = held.Record with { Version = held.Record.Version + 1, Custody = Custody.Historical, Transfer = held.Record.Transfer! with { State = ClockState.Transferred, NextAction = null, TransferredAt = now } };
        await archive.Get<RecordTable>().Amend(held, next, [new JournalEvent("transfer", now, record.Agency.Value, "test", EventOutcome.Success, "consignment=c")], null, null, CancellationToken.None);
        await archive.Get<ClockKeeper>().Follow(next, held.Record.Transfer, CancellationToken.None);
    }
}
