using System.Net;
using System.Text.Json;
using Archive;
using Archive.Records;
using Archive.Transfer;
using ArchiveFunctions.Transfer;
using ArchiveFunctions.Transfer.Consignments;
using ArchiveFunctions.Transfer.Receipts;
using EmbeddedHost.Triggers;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;

namespace ArchiveFunctions.Tests.Stories;

/// <summary>A hold, or a secret marking, comes while a record is on its way: it stays, and the others go.</summary>
public sealed class KeptOnTheWayStories : IAsyncLifetime
{
    private static readonly CancellationToken Never = CancellationToken.None;
    private readonly PunctualArchive archive = new();

    public ValueTask InitializeAsync() => archive.InitializeAsync();

    public ValueTask DisposeAsync() => archive.DisposeAsync();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_hold_between_forming_and_packing_keeps_the_record_and_the_others_go(bool claimedBefore)
    {
        var (agency, kept, going) = await TwoOfADossier();
        var consignment = await Forms(agency);
        if (claimedBefore) // By a run that was killed, with some of the package written or none.
            Assert.Equal(2, (await archive.Get<ConsignmentClaims>().Claim(consignment, Never)).Count);
        await archive.Holds(agency, kept);

        var verified = await Function<PackConsignment>().Run(new ConsignmentFormed(agency.Code.Value, consignment.Id), Never);
        Assert.Equal(claimedBefore, verified is null);
        Assert.Equal(
            claimedBefore ? (ConsignmentState.Abandoned, Consignment.RecordKept) : (ConsignmentState.Verified, null),
            ((await Of(consignment)).State, (await Of(consignment)).Reason));
        if (verified is not null)
            await archive.Accepts(verified);
        await archive.FormsConsignments();

        await IsKept(agency, kept, "T-404");
        Assert.Equal(Custody.Historical, (await agency.Record(going))!.Custody);
        Assert.Equal(going, await Content(agency, going));
        await archive.LiftsHold(agency, kept);
        await archive.WakesOn(new DateOnly(2028, 1, 11));
        Assert.Equal(Custody.Historical, (await agency.Record(kept))!.Custody);
    }

    [Theory]
    [InlineData(false, "T-404")]
    [InlineData(true, "T-407")]
    public async Task What_is_found_between_verification_and_acceptance_returns_the_consignment_unsigned_and_the_others_go_with_the_next(bool secret, string code)
    {
        await archive.Get<PolicyTable>().Add(TransferPolicy.Hanoi with { Id = "held", InForceFrom = new DateOnly(2022, 1, 1), HeldForAcceptance = true }, Never);
        var (agency, kept, going) = await TwoOfADossier();
        await archive.FormsConsignments();
        if (secret)
        {
            await agency.Describes("again.pdf", new { mode = "03" });
            await agency.Puts("again.pdf", kept);
            await archive.Settles();
        }
        else
        {
            await archive.Holds(agency, kept);
        }

        using var archivist = await archive.Client(null, "archivist");
        var held = Assert.Single((await archivist.Reads($"api/agencies/{agency.Code}/transfers?state=held")).GetProperty("items").EnumerateArray());
        await archivist.Sends(HttpStatusCode.OK, Decision(held), new { accept = true });
        await archive.Settles();

        var returned = Assert.Single((await archivist.Reads($"api/agencies/{agency.Code}/transfers")).GetProperty("items").EnumerateArray());
        Assert.Equal(("returned", "record-kept", "automatic"), (returned.Text("state"), returned.Text("reason"), returned.Text("decidedBy")));
        // That a record of it is secret is not said.
        Assert.Equal(secret ? [] : ["T-404"], returned.GetProperty("findings").EnumerateArray().Select(finding => finding.Text("code")));
        Assert.DoesNotContain("Thanh tra", returned.GetRawText(), StringComparison.Ordinal);
        Assert.Empty(await archive.Get<ReceiptBook>().Chain(agency.Code, Never));
        await IsKept(agency, kept, code);
        Assert.Equal(Custody.Agency, (await agency.Record(going))!.Custody);

        await archive.FormsConsignments();
        var next = Assert.Single((await archivist.Reads($"api/agencies/{agency.Code}/transfers?state=held")).GetProperty("items").EnumerateArray());
        await archivist.Sends(HttpStatusCode.OK, Decision(next), new { accept = true });
        await archive.Settles();
        Assert.Equal(Custody.Historical, (await agency.Record(going))!.Custody);
        await IsKept(agency, kept, code);
        Assert.Single(await archive.Get<ReceiptBook>().Chain(agency.Code, Never));
        Assert.Equal(agency.IdOf(going), Assert.Single((await archive.ReceiptOf(agency.Code)).Submitted!.Items).Record);

        string Decision(JsonElement transfer) => $"api/agencies/{agency.Code}/transfers/{transfer.Text("id")}/decision";
    }

    [Fact]
    public async Task What_is_returned_after_its_agency_ceased_to_be_a_source_stays_with_it_and_leaves_the_schedule()
    {
        var policies = archive.Get<PolicyTable>();
        var held = TransferPolicy.Hanoi with { Id = "held", InForceFrom = new DateOnly(2022, 1, 1), HeldForAcceptance = true };
        await policies.Add(held, Never);
        var (agency, content, _) = await TwoOfADossier();
        await archive.FormsConsignments();
        Assert.Equal(2, (await archive.Month(agency, 2001, 3)).Count);
        await policies.Add(held with { Id = "without", InForceFrom = new DateOnly(2022, 1, 2), Sources = new TransferSources { Rule = SourceRule.AllBut, Agencies = [agency.Code] } }, Never);

        using var archivist = await archive.Client(null, "archivist");
        var waiting = Assert.Single((await archivist.Reads($"api/agencies/{agency.Code}/transfers?state=held")).GetProperty("items").EnumerateArray());
        await archivist.Sends(HttpStatusCode.OK, $"api/agencies/{agency.Code}/transfers/{waiting.Text("id")}/decision", new { accept = false, reason = "Sai" });

        Assert.Null((await agency.Record(content))!.Transfer);
        Assert.Empty(await archive.Month(agency, 2001, 3));
        Assert.Empty(await archive.Get<AgendaTable>().Until(new DateOnly(2040, 1, 1), Never).ToListAsync());
        Assert.Empty(await archive.Get<WaitingTable>().Groups(Never).ToListAsync());
        Assert.Contains(await archive.JournalOf(agency.IdOf(content)), line => line.Detail.Contains("transfer=none; due=; before=2001-03-15", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Once_it_is_decided_to_sign_a_hold_goes_with_the_record()
    {
        var (agency, kept, going) = await TwoOfADossier();
        var consignment = await Forms(agency);
        var verified = (await Function<PackConsignment>().Run(new ConsignmentFormed(agency.Code.Value, consignment.Id), Never))!;

        // A run that was killed between its decision and what follows it, with the receipt written or not.
        var held = (await archive.Get<ConsignmentTable>().Find(agency.Code, consignment.Id, Never))!;
        await archive.Get<ConsignmentTable>().Write(held, held.Consignment with { AcceptedAt = held.Consignment.VerifiedAt, DecidedBy = "automatic" }, Never);
        await archive.Holds(agency, kept);
        await archive.Accepts(verified);

        Assert.Equal((Custody.Historical, "Thanh tra"), ((await agency.Record(kept))!.Custody, (await agency.Record(kept))!.Hold));
        Assert.Equal(Custody.Historical, (await agency.Record(going))!.Custody);
        Assert.Null(await Function<AcceptConsignment>().Run(verified, Never));
        Assert.Single(await archive.Get<ReceiptBook>().Chain(agency.Code, Never));
    }

    private T Function<T>() => ActivatorUtilities.CreateInstance<T>(archive.Host.Services);

    /// <summary>Two records of a dossier that is due; nothing has been formed of them.</summary>
    private async Task<(Depositor Agency, byte[] Kept, byte[] Going)> TwoOfADossier()
    {
        var agency = await archive.NewAgency();
        var kept = await agency.Deposits("a.pdf", PunctualArchive.Complete("15/03/1998", "H26.1998.01"));
        var going = await agency.Deposits("b.pdf", PunctualArchive.Complete("16/03/1998", "H26.1998.01"));
        await archive.Settles();
        await archive.Get<FunctionRuntime>().RunAsync(nameof(SweepDeadlines));
        await archive.Settles();
        return (agency, kept, going);
    }

    /// <summary>Forms without announcing, so that the story has its say before the next step.</summary>
    private async Task<Consignment> Forms(Depositor agency)
    {
        var formed = Assert.Single(await Function<FormConsignments>().Run(new TimerInfo(), Never), one => one.Agency == agency.Code.Value);
        return (await archive.Get<ConsignmentTable>().Find(agency.Code, formed.Consignment, Never))!.Consignment;
    }

    private async Task<Consignment> Of(Consignment one) => (await archive.Get<ConsignmentTable>().Find(one.Agency, one.Id, Never))!.Consignment;

    private async Task IsKept(Depositor agency, byte[] content, string code)
    {
        var record = (await agency.Record(content))!;
        Assert.Equal((Custody.Agency, null), (record.Custody, record.Transfer!.Consignment));
        Assert.True(record.Transfer.State is ClockState.Due or ClockState.Overdue);
        if (record.Transfer.Reasons.Count > 0)
            Assert.Equal(code, Assert.Single(record.Transfer.Reasons).Code);
        Assert.Contains(record.Id, await archive.Get<AgendaTable>().Until(new DateOnly(2040, 1, 1), Never).Select(one => one.Id).ToListAsync());
    }

    private async Task<byte[]> Content(Depositor agency, byte[] content)
    {
        using var officer = await agency.Officer();
        return await officer.GetByteArrayAsync($"api/records/{agency.IdOf(content)}/content");
    }
}

/// <summary>A consignment is returned because one of its records is held, and the run that returns it ends at any of its writes.</summary>
public sealed class KeptKillStories(KillStories.KillableArchive archive) : IClassFixture<KillStories.KillableArchive>
{
    [Fact]
    public async Task A_return_that_ends_at_any_write_is_finished_by_the_next_run_and_nothing_is_signed_for_the_held_one()
    {
        await archive.Get<PolicyTable>().Add(TransferPolicy.Hanoi with { Id = "held", InForceFrom = new DateOnly(2022, 1, 1), HeldForAcceptance = true }, CancellationToken.None);
        using var archivist = await archive.Client(null, "archivist");
        var (write, died) = (0, true);
        while (died)
        {
            write++;
            var agency = await archive.NewAgency();
            var kept = await agency.Deposits("a.pdf", PunctualArchive.Complete("15/03/1998"));
            var going = await agency.Deposits("b.pdf", PunctualArchive.Complete("16/03/1998"));
            await archive.Settles();
            await archive.Get<FunctionRuntime>().RunAsync("SweepDeadlines");
            await archive.Settles();
            await Forms();
            await archive.Holds(agency, kept);

            archive.Death.At(write - 1, written: false);
            await Accepts(agency);
            await Accepts(agency);
            died = archive.Death.HasCome;
            archive.Death.At(int.MaxValue - 1, written: false);
            Assert.Empty(await archive.Get<ReceiptBook>().Chain(agency.Code, CancellationToken.None));
            Assert.True((await agency.Record(kept))!.Transfer is { State: ClockState.Overdue, Consignment: null }, $"Write {write} leaves {(await agency.Record(kept))!.Transfer!.State}.");
            Assert.Contains(agency.IdOf(kept), await archive.Get<AgendaTable>().Until(new DateOnly(2040, 1, 1), CancellationToken.None).Select(one => one.Id).ToListAsync());

            await Forms();
            await Accepts(agency);
            Assert.Equal((Custody.Agency, Custody.Historical), ((await agency.Record(kept))!.Custody, (await agency.Record(going))!.Custody));
            Assert.Single(await archive.Get<ReceiptBook>().Chain(agency.Code, CancellationToken.None));
        }

        Assert.InRange(write, 8, 40);

        async Task Forms()
        {
            await archive.Get<FunctionRuntime>().RunAsync("FormConsignments");
            await archive.Settles();
        }

        async Task Accepts(Depositor agency)
        {
            await foreach (var one in archive.Get<ConsignmentTable>().Of(agency.Code, CancellationToken.None))
            {
                using var answer = await archivist.PostAsync(new Uri($"api/agencies/{agency.Code}/transfers/{one.Id}/decision", UriKind.Relative), System.Net.Http.Json.JsonContent.Create(new { accept = true }));
                Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.Conflict or HttpStatusCode.InternalServerError);
            }

            await archive.Settles();
        }
    }
}

internal static class KeptWords
{
    public static async Task Holds(this RunningArchive archive, Depositor agency, byte[] content)
    {
        using var archivist = await archive.Client(null, "archivist");
        await archivist.Sends(HttpStatusCode.OK, $"api/records/{agency.IdOf(content)}/hold", new { reason = "Thanh tra" }, HttpMethod.Put);
    }

    public static async Task LiftsHold(this RunningArchive archive, Depositor agency, byte[] content)
    {
        using var archivist = await archive.Client(null, "archivist");
        await archivist.Sends(HttpStatusCode.NoContent, $"api/records/{agency.IdOf(content)}/hold", null, HttpMethod.Delete);
    }

    /// <summary>Accepts what is verified, and moves custody as far as it goes.</summary>
    public static async Task Accepts(this RunningArchive archive, ConsignmentVerified verified)
    {
        var accepted = await ActivatorUtilities.CreateInstance<AcceptConsignment>(archive.Host.Services).Run(verified, CancellationToken.None);
        if (accepted is not null)
            await ActivatorUtilities.CreateInstance<MoveCustody>(archive.Host.Services).Run(accepted, CancellationToken.None);
    }
}
