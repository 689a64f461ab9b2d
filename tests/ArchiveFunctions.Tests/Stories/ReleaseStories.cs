using System.Net;
using System.Text.Json;
using Archive;
using Archive.Records;
using Archive.Transfer;
using ArchiveFunctions.Records;
using ArchiveFunctions.Transfer;
using ArchiveFunctions.Transfer.Consignments;
using ArchiveFunctions.Transfer.Fixity;
using ArchiveFunctions.Transfer.Releases;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Storage.Blobs;
using EmbeddedHost.Triggers;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;

namespace ArchiveFunctions.Tests.Stories;

/// <summary>What becomes of the agency's own copy after a transfer: its permit, the checks that let it lapse, its release.</summary>
public sealed class ReleaseStories : IAsyncLifetime
{
    private static readonly CancellationToken Never = CancellationToken.None;
    private static readonly DateOnly Transferred = new(2028, 1, 10);
    private static readonly DateOnly Checked = FixitySchedule.First(Transferred);
    private readonly CheckedArchive archive = new();

    public ValueTask InitializeAsync() => archive.InitializeAsync();

    public ValueTask DisposeAsync() => archive.DisposeAsync();

    [Fact]
    public async Task A_healthy_copy_is_released_once_and_readers_read_on()
    {
        var agency = await archive.NewAgency();
        var content = await agency.Deposits("a.pdf", PunctualArchive.Complete("15/03/1998"));
        await archive.Settles();
        await archive.WakesOn(Transferred);
        var (record, consignment) = (await Record(agency, content), await archive.ConsignmentOf(agency));
        Assert.Equal((PermitState.Granted, consignment.Id, Checked), (record.Permit!.State, record.Permit.Consignment, consignment.NextCheck!.Value));
        Assert.True(await archive.InVault(record));

        await archive.ChecksOn(Checked);
        Assert.Equal(record.Version, (await Record(agency, content)).Version);
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

        var released = await Record(agency, content);
        Assert.Equal((PermitState.Used, record.Version + 1), (released.Permit!.State, released.Version));
        Assert.False(await archive.InVault(record));
        Assert.Equal(content, await reader.GetByteArrayAsync($"api/records/{record.Id}/content"));
        var line = Assert.Single(await archive.JournalOf(record.Id), line => line.Type == EventTypes.Deletion);
        Assert.Equal((askedBy, askedBy, EventOutcome.Success), (released.Permit.Used!.By, line.Actor, line.Outcome));

        Assert.True((await officer.Sends(HttpStatusCode.OK, Release(consignment), null)).GetProperty("release").TryGetProperty("doneAt", out _));
        Assert.Null(await archive.Make<ReleaseCopies>().Run(new ReleaseAsked(agency.Code.Value, consignment.Id, 0), Never));
        Assert.Equal(released.Version, (await Record(agency, content)).Version);
        await AssertPermit(agency, consignment, record, officer, archivist, "used");
        Assert.False((await reader.Reads($"api/records/{record.Id}")).TryGetProperty("permit", out _));
        await stranger.IsRefused(HttpStatusCode.Forbidden, $"api/agencies/{agency.Code}/transfers/{consignment.Id}/permits");
    }

    [Fact]
    public async Task The_same_bytes_uploaded_again_bring_no_copy_back_and_need_none()
    {
        var agency = await archive.NewAgency();
        var content = await agency.Deposits("a.pdf", PunctualArchive.Complete("15/03/1998"));
        await archive.Settles();
        await archive.WakesOn(Transferred);
        var (record, consignment) = (await Record(agency, content), await archive.ConsignmentOf(agency));
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
        Assert.Equal(RecordStatus.Withheld, (await Record(agency, content)).Status);
        Assert.False(await archive.InVault(record));
    }

    [Theory]
    [InlineData(FixityOutcome.Differs, "T-413")]
    [InlineData(FixityOutcome.Missing, "T-414")]
    [InlineData(FixityOutcome.Unreadable, "T-415")]
    public async Task A_preserved_file_that_fails_keeps_the_agencys_copy_for_good(FixityOutcome outcome, string code)
    {
        var agency = await archive.NewAgency();
        var (damaged, sound) = (await agency.Deposits("a.pdf", PunctualArchive.Complete("15/03/1998")), await agency.Deposits("b.pdf", PunctualArchive.Complete("15/03/1998")));
        await archive.Settles();
        await archive.WakesOn(Transferred);
        var (record, consignment) = (await Record(agency, damaged), await archive.ConsignmentOf(agency));
        var bytes = await archive.Damages(record.Preserved!, outcome);
        await archive.ChecksOn(Checked);

        var lapsed = await Record(agency, damaged);
        Assert.Equal((PermitState.Lapsed, code, record.Version + 1), (lapsed.Permit!.State, lapsed.Permit.Lapsed!.Finding.Code, lapsed.Version));
        var line = Assert.Single(await archive.JournalOf(record.Id), line => line.Type == EventTypes.FixityCheck && line.Outcome == EventOutcome.Failure);
        Assert.Contains($"outcome={outcome}", line.Detail, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(PermitState.Granted, (await Record(agency, sound)).Permit!.State);
        Assert.Equal(1, (await archive.ConsignmentOf(agency)).LastCheck!.Failed);
        Assert.Contains(archive.Complaints, said => said.StartsWith("201 ", StringComparison.Ordinal) && said.Contains(record.Id.Value, StringComparison.Ordinal));

        using var officer = await agency.Officer();
        var problem = await officer.Sends(HttpStatusCode.Conflict, Release(consignment), null);
        Assert.Equal(("permit-lapsed", code, record.Id.Value), (problem.Text("code"), problem.GetProperty("findings")[0].Text("code"), problem.GetProperty("findings")[0].Text("where")));
        Assert.True(await archive.InVault(record));

        // Put right, it stays lapsed; the others may go.
        await archive.Heals(record.Preserved!, bytes);
        await officer.Sends(HttpStatusCode.Conflict, Release(consignment), null);
        await officer.Sends(HttpStatusCode.Accepted, Release(consignment) + "?partly=true", null);
        await archive.Settles();
        Assert.Equal((PermitState.Lapsed, true), ((await Record(agency, damaged)).Permit!.State, await archive.InVault(record)));
        var gone = await Record(agency, sound);
        Assert.Equal((PermitState.Used, false), (gone.Permit!.State, await archive.InVault(gone)));
    }

    [Fact]
    public async Task A_damaged_package_file_keeps_every_copy_of_the_package()
    {
        var agency = await archive.NewAgency();
        var contents = new[] { await agency.Deposits("a.pdf", PunctualArchive.Complete("15/03/1998")), await agency.Deposits("b.pdf", PunctualArchive.Complete("15/03/1998")) };
        await archive.Settles();
        await archive.WakesOn(Transferred);
        var consignment = await archive.ConsignmentOf(agency);
        await archive.Damages($"{consignment.Folder}/METS.xml", FixityOutcome.Differs);
        await archive.ChecksOn(Checked);

        foreach (var content in contents)
        {
            var record = await Record(agency, content);
            Assert.Equal((PermitState.Lapsed, "METS.xml"), (record.Permit!.State, record.Permit.Lapsed!.Finding.Where));
        }

        using var officer = await agency.Officer();
        Assert.Equal("permit-lapsed", (await officer.Sends(HttpStatusCode.Conflict, Release(consignment), null)).Text("code"));
    }

    [Fact]
    public async Task What_fails_in_the_run_of_a_release_is_not_released()
    {
        var agency = await archive.NewAgency();
        var content = await agency.Deposits("a.pdf", PunctualArchive.Complete("15/03/1998"));
        await archive.Settles();
        await archive.WakesOn(Transferred);
        var (record, consignment) = (await Record(agency, content), await archive.ConsignmentOf(agency));
        await archive.Damages(record.Preserved!, FixityOutcome.Differs);
        using var officer = await agency.Officer();
        await officer.Sends(HttpStatusCode.Accepted, Release(consignment), null);
        await archive.Settles();

        Assert.Equal((PermitState.Lapsed, true), ((await Record(agency, content)).Permit!.State, await archive.InVault(record)));
        Assert.DoesNotContain(await archive.JournalOf(record.Id), line => line.Type == EventTypes.Deletion);
    }

    [Fact]
    public async Task A_copy_that_fails_after_the_release_is_cried_out_and_what_is_uploaded_again_is_kept()
    {
        var agency = await archive.NewAgency();
        var content = await agency.Deposits("a.pdf", PunctualArchive.Complete("15/03/1998"));
        await archive.Settles();
        await archive.WakesOn(Transferred);
        var (record, consignment) = (await Record(agency, content), await archive.ConsignmentOf(agency));
        using (var officer = await agency.Officer())
            await officer.Sends(HttpStatusCode.Accepted, Release(consignment), null);
        await archive.Settles();
        await archive.Damages(record.Preserved!, FixityOutcome.Missing);
        await archive.ChecksOn(Checked);

        var lost = await Record(agency, content);
        Assert.Equal((PermitState.Used, "T-414"), (lost.Permit!.State, lost.Permit.Lapsed!.Finding.Code));
        Assert.Contains(lost.Findings, finding => finding.Code == "T-416");
        Assert.Contains(await archive.JournalOf(record.Id), line => line.Detail.Contains("agencyCopy=released", StringComparison.Ordinal));
        Assert.Contains(archive.Complaints, said => said.StartsWith("202 ", StringComparison.Ordinal));

        await agency.Puts("b.pdf", content);
        await archive.Settles();
        Assert.True(await archive.InVault(record));
    }

    [Fact]
    public async Task A_hold_keeps_the_copy_and_its_lifting_lets_it_go()
    {
        var agency = await archive.NewAgency();
        var content = await agency.Deposits("a.pdf", PunctualArchive.Complete("15/03/1998"));
        await archive.Settles();
        await archive.WakesOn(Transferred);
        var (record, consignment) = (await Record(agency, content), await archive.ConsignmentOf(agency));
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
        var agency = await archive.NewAgency();
        var content = await agency.Deposits("a.pdf", PunctualArchive.Complete("15/03/1998"));
        await archive.Settles();
        await archive.WakesOn(Transferred);
        var held = (await archive.Get<RecordTable>().Find(agency.IdOf(content), Never))!;
        // A run that was killed between its word that the permit is used and the destruction.
        var used = held.Record with { Version = held.Record.Version + 1, Hold = "Thanh tra", Permit = held.Record.Permit! with { Used = new PermitUse(held.Record.AdmittedAt, "hoa") } };
        await archive.Get<RecordTable>().Amend(held, used, [], statement: null, text: null, Never);

        await agency.Puts("b.pdf", content);
        await archive.Settles();
        Assert.Equal("alreadyHeld", (await agency.SeesOf("b.pdf")).Status);
        Assert.True(await archive.InVault(used));
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
        Assert.True(await archive.InVault(await Record(agency, content)));
        Assert.Empty(await archive.Get<FixityAgenda>().Until(new DateOnly(2060, 1, 1), Never).ToListAsync());
    }

    [Fact]
    public async Task A_service_that_is_away_is_no_outcome()
    {
        var agency = await archive.NewAgency();
        var content = await agency.Deposits("a.pdf", PunctualArchive.Complete("15/03/1998"));
        await archive.Settles();
        await archive.WakesOn(Transferred);
        var (record, consignment) = (await Record(agency, content), await archive.ConsignmentOf(agency));
        archive.Trouble.AllIsAway = true;
        var fell = new FixityCheckFellDue(agency.Code.Value, consignment.Id, Checked, 0, 0);
        await Assert.ThrowsAnyAsync<Exception>(() => archive.Make<CheckFixity>().Run(fell, Never));
        archive.Trouble.AllIsAway = false;
        Assert.Equal((PermitState.Granted, record.Version), ((await Record(agency, content)).Permit!.State, (await Record(agency, content)).Version));

        // A message that comes again after its check is done finds another day and leaves it.
        await archive.ChecksOn(Checked);
        var version = (await archive.ConsignmentOf(agency)).LastCheck;
        Assert.Null(await archive.Make<CheckFixity>().Run(fell, Never));
        Assert.Equal(version, (await archive.ConsignmentOf(agency)).LastCheck);
        Assert.Equal([FixitySchedule.Next(Checked)], await archive.Get<FixityAgenda>().Until(new DateOnly(2060, 1, 1), Never).Select(due => due.Day).ToListAsync());
    }

    private static string Release(Consignment consignment) => $"api/agencies/{consignment.Agency}/transfers/{consignment.Id}/release";

    private static async Task<ArchiveRecord> Record(Depositor agency, byte[] content) => (await agency.Record(content))!;

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

/// <summary>An archive whose preserved files can be damaged, each in its own way.</summary>
internal sealed class CheckedArchive : PunctualArchive
{
    public Trouble Trouble { get; } = new();

    public T Make<T>() => ActivatorUtilities.CreateInstance<T>(Host.Services);

    /// <summary>The day comes, and with it the checks that fall due.</summary>
    public async Task ChecksOn(DateOnly day)
    {
        await WakesOn(day);
        await Get<FunctionRuntime>().RunAsync(nameof(AnnounceFixityChecks));
        await Settles();
    }

    /// <summary>The only consignment of an agency.</summary>
    public async Task<Consignment> ConsignmentOf(Depositor agency) => await Get<ConsignmentTable>().Of(agency.Code, CancellationToken.None).SingleAsync();

    public async Task<bool> InVault(ArchiveRecord record) => await Get<Vault>().Content(record).ExistsAsync();

    /// <summary>Something happens to a preserved file; returns what it was.</summary>
    public async Task<byte[]> Damages(string path, FixityOutcome how)
    {
        var file = Get<PreservedPackages>().File(path);
        var bytes = (await file.DownloadContentAsync()).Value.Content.ToArray();
        byte[] changed = [.. bytes];
        changed[^1] ^= 1;
        if (how == FixityOutcome.Differs)
            await file.UploadAsync(BinaryData.FromBytes(changed), overwrite: true);
        if (how == FixityOutcome.Missing)
            await file.DeleteAsync();
        if (how == FixityOutcome.Unreadable)
            Trouble.Unreadable = path;
        return bytes;
    }

    public async Task Heals(string path, byte[] bytes)
    {
        Trouble.Unreadable = null;
        await Get<PreservedPackages>().File(path).UploadAsync(BinaryData.FromBytes(bytes), overwrite: true);
    }

    protected override void Adjust(IServiceCollection services)
    {
        base.Adjust(services);
        var blobs = new BlobClientOptions { Retry = { MaxRetries = 0 } };
        blobs.AddPolicy(Trouble, HttpPipelinePosition.PerCall);
        services.AddSingleton(blobs);
    }
}

/// <summary>A file that the service cannot give, or a service that gives nothing.</summary>
internal sealed class Trouble : HttpPipelinePolicy
{
    public string? Unreadable { get; set; }

    public bool AllIsAway { get; set; }

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => throw new NotSupportedException("The function app calls storage asynchronously.");

    public override ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        var path = Uri.UnescapeDataString(message.Request.Uri.ToUri().AbsolutePath);
        var preserved = path.Contains("/preserved", StringComparison.Ordinal);
        if (preserved && AllIsAway)
            throw new RequestFailedException(503, "The service is away.");
        if (message.Request.Method == RequestMethod.Get && Unreadable is { } file && path.EndsWith(file, StringComparison.Ordinal))
            throw new RequestFailedException(500, "The bytes do not come.");
        return ProcessNextAsync(message, pipeline);
    }
}
