using System.Net;
using Archive;
using Archive.Records;
using Archive.Transfer;
using ArchiveFunctions.Records;
using ArchiveFunctions.Transfer;
using ArchiveFunctions.Transfer.Consignments;
using ArchiveFunctions.Transfer.Fixity;
using ArchiveFunctions.Transfer.Releases;
using Microsoft.Azure.Functions.Worker;
using static ArchiveFunctions.Tests.Stories.CheckedArchive;

namespace ArchiveFunctions.Tests.Stories;

/// <summary>What becomes of the agency's own copy after a transfer: its permit, the checks that let it lapse, its release.</summary>
public sealed class ReleaseStories : IAsyncLifetime
{
    private readonly CheckedArchive archive = new();

    public ValueTask InitializeAsync() => archive.InitializeAsync();

    public ValueTask DisposeAsync() => archive.DisposeAsync();

    [Fact]
    public async Task A_healthy_copy_is_released_once_and_readers_read_on()
    {
        var (agency, content, record, consignment) = await archive.OneTransferred();
        Assert.Equal((PermitState.Granted, consignment.Id, Checked), (record.Permit!.State, record.Permit.Consignment, consignment.NextCheck!.Value));
        Assert.True(await archive.InVault(record));

        await archive.ChecksOn(Checked);
        Assert.Equal(record.Version, (await RecordOf(agency, content)).Version);
        consignment = await archive.ConsignmentOf(agency);
        Assert.Equal((FixitySchedule.NameOf(Checked), 0, FixitySchedule.Next(Checked)), (consignment.LastCheck!.Name, consignment.LastCheck.Failed, consignment.NextCheck!.Value));

        using var officer = await agency.Officer();
        using var reader = await archive.Client(null);
        using var stranger = await (await archive.NewAgency()).Officer();
        using var archivist = await archive.Client(null, "archivist");
        await stranger.Sends(HttpStatusCode.Forbidden, Release(consignment), null);
        await archivist.Sends(HttpStatusCode.Forbidden, Release(consignment), null);
        await reader.Sends(HttpStatusCode.Unauthorized, Release(consignment), null);
        await officer.Sends(HttpStatusCode.NotFound, $"api/agencies/{agency.Code}/transfers/c00000000000000000000000000/release", null);
        await officer.Sends(HttpStatusCode.BadRequest, Release(consignment) + "?partly=perhaps", null);
        var askedBy = (await officer.Sends(HttpStatusCode.Accepted, Release(consignment), null)).GetProperty("release").Text("askedBy");
        await archive.Settles();

        var released = await RecordOf(agency, content);
        Assert.Equal((PermitState.Used, record.Version + 1), (released.Permit!.State, released.Version));
        Assert.False(await archive.InVault(record));
        Assert.Equal(content, await reader.GetByteArrayAsync($"api/records/{record.Id}/content"));
        var line = Assert.Single(await archive.JournalOf(record.Id), line => line.Type == EventTypes.Deletion);
        Assert.Equal((askedBy, askedBy, EventOutcome.Success), (released.Permit.Used!.By, line.Actor, line.Outcome));

        Assert.True((await officer.Sends(HttpStatusCode.OK, Release(consignment), null)).GetProperty("release").TryGetProperty("doneAt", out _));
        Assert.Null(await archive.Make<ReleaseCopies>().Run(new ReleaseAsked(agency.Code.Value, consignment.Id, 0), Never));
        Assert.Equal(released.Version, (await RecordOf(agency, content)).Version);
        await AssertPermit(agency, consignment, record, officer, archivist, "used");
        Assert.False((await reader.Reads($"api/records/{record.Id}")).TryGetProperty("permit", out _));
        await stranger.IsRefused(HttpStatusCode.Forbidden, $"api/agencies/{agency.Code}/transfers/{consignment.Id}/permits");
    }

    [Fact]
    public async Task The_same_bytes_uploaded_again_bring_no_copy_back_and_need_none()
    {
        var (agency, content, record, consignment) = await archive.OneTransferred();
        using (var officer = await agency.Officer())
            await officer.Sends(HttpStatusCode.Accepted, Release(consignment), null);
        await archive.Settles();
        Assert.False(await archive.InVault(record));

        await agency.Puts("b.pdf", content);
        await agency.Describes("c.pdf", PunctualArchive.Complete("16/03/1998"));
        await agency.Puts("c.pdf", content);
        await archive.Settles();
        Assert.Equal("alreadyHeld", (await agency.SeesOf("b.pdf")).Status);
        Assert.Equal("alreadyHeld", (await agency.SeesOf("c.pdf")).Status);
        Assert.False(await archive.InVault(record));
        Assert.Empty(await archive.InInbox(agency));
        using var reader = await archive.Client(null);
        Assert.Equal(content, await reader.GetByteArrayAsync($"api/records/{record.Id}/content"));

        // Marked secret, they are refused and erased as ever, and the record is withheld.
        await agency.Describes("d.pdf", new { mode = "03" });
        await agency.Puts("d.pdf", content);
        await archive.Settles();
        Assert.Equal("refused", (await agency.SeesOf("d.pdf")).Status);
        Assert.Equal(RecordStatus.Withheld, (await RecordOf(agency, content)).Status);
        Assert.False(await archive.InVault(record));
    }

    [Fact]
    public async Task A_released_record_that_comes_again_in_another_dossier_is_in_that_one_too_and_readers_read_on()
    {
        var agency = await archive.NewAgency();
        var content = await agency.Deposits("a.pdf", PunctualArchive.Complete("15/03/1998", "H26.02.1998.01"));
        await archive.Settles();
        await archive.WakesOn(Transferred);
        await archive.ChecksOn(Checked);
        using var officer = await agency.Officer();
        await officer.Sends(HttpStatusCode.Accepted, Release(await archive.ConsignmentOf(agency)), null);
        await archive.Settles();
        var released = await RecordOf(agency, content);
        Assert.True(released.Permit!.LeavesNoCopy);

        await agency.Puts("ho-so.zip", Parcel.Of("tt05-sip-batch").Replace("representations/rep1/data/H26.02.2024.01.1.pdf", content).Measured().Zip());
        await archive.Settles();
        var again = await RecordOf(agency, content);
        Assert.Equal((RecordStatus.Described, Custody.Historical, "H26.02.1998.01"), (again.Status, again.Custody, again.Description.Value(Archive.Description.Field.FileCode)));
        Assert.Equal(["H26.02.2024.01"], again.AlsoIn);
        Assert.False(await archive.InVault(released));
        Assert.Empty(await archive.InInbox(agency));
        using var reader = await archive.Client(null);
        Assert.Equal(content, await reader.GetByteArrayAsync($"api/records/{released.Id}/content"));
    }

    [Fact]
    public async Task A_large_release_notes_how_far_it_is_and_goes_on_there()
    {
        var (agency, consignment, records) = await TwoPortions();
        var table = archive.Get<ConsignmentTable>();
        var held = (await table.Find(agency.Code, consignment.Id, Never))!;
        await table.Write(held, held.Consignment with { Release = new CopyRelease(Transferred.ToDateTime(default), "hoa", DoneAt: null) }, Never);

        Assert.Equal(1, (await archive.Make<ReleaseCopies>().Run(new ReleaseAsked(agency.Code.Value, consignment.Id, 0), Never))!.From);
        Assert.Equal((false, true), (await archive.InVault(records[0]), await archive.InVault(records[1])));
        // The message was lost: what is announced again, by the hour or by an officer who asks once more, does not begin anew.
        Assert.Equal(1, Assert.Single((await archive.Make<ReconcileConsignments>().Run(new TimerInfo(), Never)).Released).From);
        using var officer = await agency.Officer();
        await officer.Sends(HttpStatusCode.Accepted, Release(consignment), null);
        await archive.Settles();
        Assert.False(await archive.InVault(records[1]));
        Assert.NotNull((await archive.ConsignmentOf(agency)).Release!.DoneAt);
    }

    [Fact]
    public async Task What_a_release_found_of_the_package_is_not_forgotten_when_a_check_ends_meanwhile()
    {
        var (agency, consignment, records) = await TwoPortions();
        var (table, release) = (archive.Get<ConsignmentTable>(), new CopyRelease(Transferred.ToDateTime(default), "hoa", DoneAt: null));
        var held = (await table.Find(agency.Code, consignment.Id, Never))!;
        var damage = new FixityReading(release.Check, "METS.xml", FixityOutcome.Missing, consignment.RootMets!, null);
        // A run that was between its two portions when the check came to its last.
        await table.Write(held, held.Consignment with { Release = release, Damaged = [damage] }, Never);
        Assert.Null(await archive.Make<CheckFixity>().Run(new FixityCheckFellDue(agency.Code.Value, consignment.Id, Checked, 2, 0), Never));

        Assert.Null(await archive.Make<ReleaseCopies>().Run(new ReleaseAsked(agency.Code.Value, consignment.Id, 1), Never));
        Assert.True(await archive.InVault(records[1]));
    }

    /// <summary>A transferred consignment of two records, each a portion of its own: the list says that they are huge.</summary>
    private async Task<(Depositor Agency, Consignment Consignment, IReadOnlyList<ArchiveRecord> Records)> TwoPortions()
    {
        var agency = await archive.NewAgency();
        await agency.Deposits("a.pdf", PunctualArchive.Complete("15/03/1998"));
        await agency.Deposits("b.pdf", PunctualArchive.Complete("15/03/1998"));
        await archive.Settles();
        await archive.WakesOn(Transferred);
        var (table, consignment) = (archive.Get<ConsignmentTable>(), await archive.ConsignmentOf(agency));
        await table.WriteFiles(consignment.Id, [.. (await table.Files(consignment.Id, Never)).Select(file => file with { Size = PackagePortion.MostBytes })], Never);
        var packed = await table.Packed(consignment.Id, Never);
        return (agency, consignment, [.. (await Task.WhenAll(packed.Select(one => archive.Get<RecordTable>().Find(RecordId.Parse(one.RecordId), Never)))).Select(one => one!.Record)]);
    }

    [Fact]
    public async Task Nothing_is_released_before_custody_has_moved()
    {
        await archive.Get<PolicyTable>().Add(TransferPolicy.Hanoi with { Id = "held", InForceFrom = new DateOnly(2022, 1, 1), HeldForAcceptance = true }, Never);
        var agency = await archive.NewAgency();
        var content = await agency.Deposits("a.pdf", PunctualArchive.Complete("15/03/1998"));
        await archive.Settles();
        await archive.WakesOn(Transferred);
        var consignment = await archive.ConsignmentOf(agency);
        using var officer = await agency.Officer();
        Assert.Equal("custody-not-moved", (await officer.Sends(HttpStatusCode.Conflict, Release(consignment), null)).Text("code"));
        Assert.Empty((await officer.Reads($"api/agencies/{agency.Code}/transfers/{consignment.Id}/permits")).GetProperty("items").EnumerateArray());
        Assert.True(await archive.InVault(await RecordOf(agency, content)));
        Assert.Empty(await archive.Get<FixityAgenda>().Until(new DateOnly(2060, 1, 1), Never).ToListAsync());
    }

    private static async Task AssertPermit(Depositor agency, Consignment consignment, ArchiveRecord record, HttpClient officer, HttpClient archivist, string state)
    {
        foreach (var client in new[] { officer, archivist })
        {
            var item = Assert.Single((await client.Reads($"api/agencies/{agency.Code}/transfers/{consignment.Id}/permits")).GetProperty("items").EnumerateArray());
            Assert.Equal((record.Id.Value, state), (item.Text("recordId"), item.GetProperty("permit").Text("state")));
            await Eventually.Holds(async () => (await client.Reads($"api/records/{record.Id}")).GetProperty("permit").Text("state") == state, "the record shows its permit");
        }

        Assert.Equal($"{consignment.NextCheck:yyyy-MM-dd}", (await officer.Reads($"api/agencies/{agency.Code}/transfers")).GetProperty("items")[0].Text("nextCheck"));
    }
}
