using System.Net;
using Archive;
using Archive.Records;
using Archive.Transfer;
using ArchiveFunctions.Transfer.Fixity;
using Azure.Core;
using Microsoft.Extensions.DependencyInjection;
using static ArchiveFunctions.Tests.Stories.CheckedArchive;

namespace ArchiveFunctions.Tests.Stories;

/// <summary>A preserved copy that fails its check, or is gone, keeps the agency's own copy from being released.</summary>
public sealed class FailedCopyStories : IAsyncLifetime
{
    private readonly CheckedArchive archive = new();

    public ValueTask InitializeAsync() => archive.InitializeAsync();

    public ValueTask DisposeAsync() => archive.DisposeAsync();

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
        var (record, consignment) = (await RecordOf(agency, damaged), await archive.ConsignmentOf(agency));
        var bytes = await archive.Damages(record.Preserved!, outcome);
        await archive.ChecksOn(Checked);

        var lapsed = await RecordOf(agency, damaged);
        Assert.Equal((PermitState.Lapsed, code, record.Version + 1), (lapsed.Permit!.State, lapsed.Permit.Lapsed!.Finding.Code, lapsed.Version));
        var line = Assert.Single(await archive.JournalOf(record.Id), line => line.Type == EventTypes.FixityCheck && line.Outcome == EventOutcome.Failure);
        Assert.Contains($"outcome={outcome}", line.Detail, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(PermitState.Granted, (await RecordOf(agency, sound)).Permit!.State);
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
        Assert.Equal((PermitState.Lapsed, true), ((await RecordOf(agency, damaged)).Permit!.State, await archive.InVault(record)));
        var gone = await RecordOf(agency, sound);
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
            var record = await RecordOf(agency, content);
            Assert.Equal((PermitState.Lapsed, "METS.xml"), (record.Permit!.State, record.Permit.Lapsed!.Finding.Where));
        }

        using var officer = await agency.Officer();
        Assert.Equal("permit-lapsed", (await officer.Sends(HttpStatusCode.Conflict, Release(consignment), null)).Text("code"));
    }

    [Fact]
    public async Task What_fails_in_the_run_of_a_release_is_not_released()
    {
        var (agency, content, record, consignment) = await archive.OneTransferred();
        await archive.Damages(record.Preserved!, FixityOutcome.Differs);
        using var officer = await agency.Officer();
        await officer.Sends(HttpStatusCode.Accepted, Release(consignment), null);
        await archive.Settles();

        Assert.Equal((PermitState.Lapsed, true), ((await RecordOf(agency, content)).Permit!.State, await archive.InVault(record)));
        Assert.DoesNotContain(await archive.JournalOf(record.Id), line => line.Type == EventTypes.Deletion);
    }

    [Fact]
    public async Task A_copy_that_fails_after_the_release_is_cried_out_and_what_is_uploaded_again_is_kept()
    {
        var (agency, content, record, consignment) = await archive.OneTransferred();
        using (var officer = await agency.Officer())
            await officer.Sends(HttpStatusCode.Accepted, Release(consignment), null);
        await archive.Settles();
        await archive.Damages(record.Preserved!, FixityOutcome.Missing);
        await archive.ChecksOn(Checked);

        var lost = await RecordOf(agency, content);
        Assert.Equal((PermitState.Used, "T-414"), (lost.Permit!.State, lost.Permit.Lapsed!.Finding.Code));
        Assert.Contains(lost.Findings, finding => finding.Code == "T-416");
        Assert.Contains(await archive.JournalOf(record.Id), line => line.Detail.Contains("agencyCopy=released", StringComparison.Ordinal));
        Assert.Contains(archive.Complaints, said => said.StartsWith("202 ", StringComparison.Ordinal));

        await agency.Puts("b.pdf", content);
        await archive.Settles();
        Assert.True(await archive.InVault(record));
    }

    [Fact]
    public async Task A_service_that_is_away_is_no_outcome()
    {
        var (agency, content, record, consignment) = await archive.OneTransferred();
        archive.Trouble.AllIsAway = true;
        var fell = new FixityCheckFellDue(agency.Code.Value, consignment.Id, Checked, 0, 0);
        await Assert.ThrowsAnyAsync<Exception>(() => archive.Make<CheckFixity>().Run(fell, Never));
        archive.Trouble.AllIsAway = false;
        Assert.Equal((PermitState.Granted, record.Version), ((await RecordOf(agency, content)).Permit!.State, (await RecordOf(agency, content)).Version));

        // A message that comes again after its check is done finds another day and leaves it.
        await archive.ChecksOn(Checked);
        var version = (await archive.ConsignmentOf(agency)).LastCheck;
        Assert.Null(await archive.Make<CheckFixity>().Run(fell, Never));
        Assert.Equal(version, (await archive.ConsignmentOf(agency)).LastCheck);
        Assert.Equal([FixitySchedule.Next(Checked)], await archive.Get<FixityAgenda>().Until(new DateOnly(2060, 1, 1), Never).Select(due => due.Day).ToListAsync());
    }
}
