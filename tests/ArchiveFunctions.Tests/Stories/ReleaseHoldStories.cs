using System.Net;
using Archive.Transfer;
using ArchiveFunctions.Records;
using static ArchiveFunctions.Tests.Stories.CheckedArchive;

namespace ArchiveFunctions.Tests.Stories;

/// <summary>A hold on a record keeps the agency's own copy of it.</summary>
public sealed class ReleaseHoldStories : IAsyncLifetime
{
    private readonly CheckedArchive archive = new();

    public ValueTask InitializeAsync() => archive.InitializeAsync();

    public ValueTask DisposeAsync() => archive.DisposeAsync();

    [Fact]
    public async Task A_hold_keeps_the_copy_and_its_lifting_lets_it_go()
    {
        var (agency, content, record, consignment) = await archive.OneTransferred();
        using var archivist = await archive.Client(null, "archivist");
        using var officer = await agency.Officer();
        await archivist.Sends(HttpStatusCode.OK, $"api/records/{record.Id}/hold", new { reason = "Thanh tra" }, HttpMethod.Put);
        var problem = await officer.Sends(HttpStatusCode.Conflict, Release(consignment), null);
        Assert.Equal(("record-on-hold", "T-404"), (problem.Text("code"), problem.GetProperty("findings")[0].Text("code")));
        Assert.Equal("record-on-hold", (await officer.Sends(HttpStatusCode.Conflict, Release(consignment) + "?partly=true", null)).Text("code"));

        await archivist.Sends(HttpStatusCode.NoContent, $"api/records/{record.Id}/hold", null, HttpMethod.Delete);
        await officer.Sends(HttpStatusCode.Accepted, Release(consignment), null);
        await archive.Settles();
        Assert.False(await archive.InVault(record));
    }

    [Fact]
    public async Task A_hold_that_came_before_the_copy_was_destroyed_keeps_it_also_when_the_bytes_are_uploaded_again()
    {
        var (agency, content, _, _) = await archive.OneTransferred();
        var held = (await archive.Get<RecordTable>().Find(agency.IdOf(content), Never))!;
        // A run that was killed between its word that the permit is used and the destruction.
        var used = held.Record with { Version = held.Record.Version + 1, Hold = "Thanh tra", Permit = held.Record.Permit! with { Used = new PermitUse(held.Record.AdmittedAt, "hoa") } };
        await archive.Get<RecordTable>().Amend(held, used, [], statement: null, text: null, Never);

        await agency.Puts("b.pdf", content);
        await archive.Settles();
        Assert.Equal("alreadyHeld", (await agency.SeesOf("b.pdf")).Status);
        Assert.True(await archive.InVault(used));
    }
}
