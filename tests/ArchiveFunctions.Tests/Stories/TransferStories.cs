using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using Archive.Packages.Reading;
using Archive.Packages.Rules;
using Archive.Records;
using Archive.Transfer;
using Archive.Transfer.Receipts;
using ArchiveFunctions.Records;
using ArchiveFunctions.Transfer;
using ArchiveFunctions.Transfer.Consignments;
using ArchiveFunctions.Transfer.Receipts;
using Azure.Storage.Blobs.Models;
using EmbeddedHost.Triggers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace ArchiveFunctions.Tests.Stories;

/// <summary>The three-year rule as an agency lives it; the story moves the clock, forwards only.</summary>
public sealed class TransferStories : IAsyncLifetime
{
    private readonly PunctualArchive archive = new();

    public ValueTask InitializeAsync() => archive.InitializeAsync();

    public ValueTask DisposeAsync() => archive.DisposeAsync();

    [Fact]
    public async Task An_incomplete_permanent_record_is_noticed_at_each_stage_and_becomes_an_overdue_case_that_a_sidecar_resolves()
    {
        var agency = await archive.NewAgency();
        var content = Documents.Pdf("Kept for three years");
        await agency.Describes("a.pdf", new { maintenance = "01", issuedDate = "15/03/2027", mode = "01" });
        await agency.Puts("a.pdf", content);
        await archive.Settles();
        Assert.Equal((ClockState.Scheduled, new DateOnly(2030, 3, 15)), (await Clock()).Standing());

        await archive.WakesOn(new DateOnly(2029, 9, 15));
        Assert.Equal(ClockState.Scheduled, (await Clock()).State);
        await archive.WakesOn(new DateOnly(2029, 9, 16));
        Assert.Equal((ClockState.Noticed, 180), ((await Clock()).State, (await Clock()).Noticed!.Value));
        await archive.WakesOn(new DateOnly(2029, 12, 15));
        await archive.WakesOn(new DateOnly(2030, 2, 13));
        await archive.WakesOn(new DateOnly(2030, 3, 8));
        Assert.Equal(ClockState.Due, (await Clock()).State);
        await archive.WakesOn(new DateOnly(2030, 3, 16));
        Assert.Equal(ClockState.Overdue, (await Clock()).State);
        Assert.Contains((await Clock()).Reasons, reason => reason is { Code: "T-401", Where: "subject" });

        var notices = (await archive.Get<NoticeTable>().Of(agency.Code, null, 100, CancellationToken.None)).Notices;
        Assert.Equal(["overdue-1", "kept", "notice-30", "notice-90", "notice-180"], notices.Select(notice => notice.Kind));

        async Task<TransferClock> Clock() => (await agency.Record(content))!.Transfer!;
    }

    [Fact]
    public async Task A_complete_record_is_transferred_in_time_without_anyone_asking_and_its_receipt_verifies()
    {
        var agency = await archive.NewAgency();
        var content = Documents.Pdf("Transferred in time");
        await agency.Describes("a.pdf", PunctualArchive.Complete("15/03/2027"));
        await agency.Puts("a.pdf", content);
        await archive.Settles();
        await archive.WakesOn(new DateOnly(2030, 3, 8));

        var record = (await agency.Record(content))!;
        Assert.Equal((Custody.Historical, ClockState.Transferred), (record.Custody, record.Transfer!.State));
        Assert.Equal(new DateOnly(2030, 3, 8), DateOnly.FromDateTime(record.Transfer.TransferredAt!.Value.ToOffset(TimeSpan.FromHours(7)).DateTime));
        using var reader = await archive.Client(null);
        Assert.Equal(content, await reader.GetByteArrayAsync($"api/records/{record.Id}/content"));
        Assert.Equal(1, (await reader.GetFromJsonAsync<JsonElement>($"api/records?agency={agency.Code}&custody=historical")).GetProperty("count").GetInt32());
        Assert.Empty(await archive.Get<AgendaTable>().Until(new DateOnly(2040, 1, 1), CancellationToken.None).ToListAsync());
        Assert.Empty(await archive.Get<WaitingTable>().Groups(CancellationToken.None).ToListAsync());

        var receipt = await archive.ReceiptOf(agency.Code);
        Assert.Empty(ReceiptVerification.OfSignatures(receipt, archive.ReceiptKeys));
        var item = Assert.Single(receipt.Submitted!.Items);
        Assert.Equal((record.Id, record.Content.Digest, new DateOnly(2030, 3, 15)), (item.Record, item.Sha256, item.Due!.Value));
        Assert.Empty(ReceiptVerification.OfFiles(receipt, await archive.Measured(receipt, record)));
        Assert.Empty(await archive.FindingsOfPackage(agency.Code));
    }

    [Fact]
    public async Task An_agency_hands_over_early_what_is_complete_and_is_told_what_keeps_the_rest()
    {
        var agency = await archive.NewAgency();
        var (complete, thin) = (Documents.Pdf("Handed over early"), Documents.Pdf("Not complete yet"));
        await agency.Describes("a.pdf", PunctualArchive.Complete("15/03/2027"));
        await agency.Puts("a.pdf", complete);
        await agency.Describes("b.pdf", new { maintenance = "01", issuedDate = "15/03/2027" });
        await agency.Puts("b.pdf", thin);
        await archive.Settles();

        using var officer = await agency.Officer();
        var ids = new[] { (await agency.Record(complete))!.Id.Value, (await agency.Record(thin))!.Id.Value };
        using var answer = await officer.PostAsJsonAsync($"api/agencies/{agency.Code}/transfers", new { recordIds = ids });
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        var body = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal([ids[0]], body.GetProperty("waiting").EnumerateArray().Select(id => id.GetString()!));
        Assert.Contains(body.GetProperty("kept")[0].GetProperty("reasons").EnumerateArray(), reason => reason.GetProperty("code").GetString() == "T-402");

        await archive.FormsConsignments();
        Assert.Equal(Custody.Historical, (await agency.Record(complete))!.Custody);
        Assert.Equal(Custody.Agency, (await agency.Record(thin))!.Custody);
        Assert.Equal("done", (await officer.GetFromJsonAsync<JsonElement>($"api/agencies/{agency.Code}/transfers")).GetProperty("items")[0].GetProperty("state").GetString());
        var receipt = await officer.GetByteArrayAsync($"api/agencies/{agency.Code}/receipts/1");
        Assert.Empty(ReceiptVerification.OfSignatures(Assert.IsType<ReceiptReading.Read>(ReceiptReading.Of(receipt)).Receipt, archive.ReceiptKeys));
    }

    [Fact]
    public async Task Where_the_policy_says_so_an_archivist_returns_a_consignment_and_accepts_it_once_it_is_put_right()
    {
        await archive.Get<PolicyTable>().Add(TransferPolicy.Hanoi with { Id = "held", InForceFrom = new DateOnly(2022, 1, 1), HeldForAcceptance = true }, CancellationToken.None);
        var agency = await archive.NewAgency();
        var content = Documents.Pdf("Held for an archivist");
        await agency.Describes("a.pdf", PunctualArchive.Complete("15/03/1998"));
        await agency.Puts("a.pdf", content);
        await archive.Settles();
        await archive.WakesOn(new DateOnly(2028, 1, 10));
        // Tokens end as days pass: one for each day.
        using var archivist = await archive.Client(null, "archivist");
        var held = await Single();
        Assert.Equal(("held", Custody.Agency), (held.GetProperty("state").GetString(), (await agency.Record(content))!.Custody));

        using (var officer = await agency.Officer())
        using (var refused = await officer.PostAsJsonAsync(Decision(held), new { accept = true }))
            Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        using (var silent = await archivist.PostAsJsonAsync(Decision(held), new { accept = false }))
            Assert.Equal(HttpStatusCode.UnprocessableEntity, silent.StatusCode);
        using (var returned = await archivist.PostAsJsonAsync(Decision(held), new { accept = false, reason = "Trích yếu không đúng" }))
            Assert.Equal(HttpStatusCode.OK, returned.StatusCode);
        await archive.WakesOn(new DateOnly(2028, 1, 11));
        var record = (await agency.Record(content))!;
        Assert.Equal((Custody.Agency, ClockState.Overdue), (record.Custody, record.Transfer!.State));
        Assert.Contains(record.Transfer.Reasons, reason => reason.Code == "T-408");

        await agency.Describes("a.pdf", PunctualArchive.Complete("16/03/1998"));
        await archive.Settles();
        await archive.WakesOn(new DateOnly(2028, 1, 12));
        using var later = await archive.Client(null, "archivist");
        var again = (await later.GetFromJsonAsync<JsonElement>($"api/agencies/{agency.Code}/transfers?state=held")).GetProperty("items")[0];
        Assert.NotEqual(held.GetProperty("id").GetString(), again.GetProperty("id").GetString());
        using (var accepted = await later.PostAsJsonAsync(Decision(again), new { accept = true }))
            Assert.Equal(HttpStatusCode.OK, accepted.StatusCode);
        await archive.Settles();
        Assert.Equal(Custody.Historical, (await agency.Record(content))!.Custody);
        using (var twice = await later.PostAsJsonAsync(Decision(again), new { accept = true }))
            Assert.Equal(HttpStatusCode.Conflict, twice.StatusCode);

        string Decision(JsonElement transfer) => $"api/agencies/{agency.Code}/transfers/{transfer.GetProperty("id").GetString()}/decision";
        async Task<JsonElement> Single() => (await archivist.GetFromJsonAsync<JsonElement>($"api/agencies/{agency.Code}/transfers")).GetProperty("items")[0];
    }

    [Fact]
    public async Task Records_of_a_dossier_go_together_and_loose_ones_apart()
    {
        var agency = await archive.NewAgency();
        foreach (var (name, fileCode) in new[] { ("a", "H26.2027.01"), ("b", "H26.2027.01"), ("c", null) })
        {
            await agency.Describes($"{name}.pdf", PunctualArchive.Complete("15/03/2027", fileCode));
            await agency.Puts($"{name}.pdf", Documents.Pdf($"Together or apart {name}"));
        }

        await archive.Settles();
        await archive.WakesOn(new DateOnly(2030, 3, 8));
        var consignments = await archive.Get<ConsignmentTable>().Of(agency.Code, CancellationToken.None).ToListAsync();
        Assert.Equal([(null, 1), ("H26.2027.01", 2)], consignments.Select(one => (one.FileCode, one.Count)).OrderBy(one => one.Count));
        Assert.All(consignments, one => Assert.Equal(ConsignmentState.Done, one.State));
        Assert.Equal([1, 2], (await archive.Get<ReceiptBook>().Chain(agency.Code, CancellationToken.None)).Select(receipt => receipt.Sequence));
    }

    [Fact]
    public async Task What_was_handed_over_is_described_by_its_agency_no_more()
    {
        var agency = await archive.NewAgency();
        var content = Documents.Pdf("Handed over for good");
        await agency.Describes("a.pdf", PunctualArchive.Complete("15/03/1998"));
        await agency.Puts("a.pdf", content);
        await archive.Settles();
        await archive.WakesOn(new DateOnly(2028, 1, 10));
        var version = (await agency.Record(content))!.Version;
        await agency.Describes("a.pdf", PunctualArchive.Complete("15/03/1999"));
        await archive.Settles();

        Assert.Equal("T-409", Assert.Single((await agency.SeesOf("a.pdf.metadata.json")).Findings));
        Assert.Equal(version, (await agency.Record(content))!.Version);
    }

    [Fact]
    public async Task The_figure_of_a_month_is_frozen_and_the_journals_alone_give_the_same()
    {
        var agency = await archive.NewAgency();
        var contents = new List<byte[]>();
        foreach (var (name, described) in new[] { ("a", PunctualArchive.Complete("15/03/2027")), ("b", PunctualArchive.Complete("20/03/2027")), ("c", (object)new { maintenance = "01", issuedDate = "10/03/2027" }) })
        {
            contents.Add(Documents.Pdf($"Counted in the figure {name}"));
            await agency.Describes($"{name}.pdf", described);
            await agency.Puts($"{name}.pdf", contents[^1]);
        }

        await archive.Settles();
        await archive.WakesOn(new DateOnly(2030, 3, 8));
        await archive.WakesOn(new DateOnly(2030, 3, 14));
        await archive.WakesOn(new DateOnly(2030, 4, 1));
        await archive.Get<FunctionRuntime>().RunAsync("FreezeFigures");
        using var manager = await archive.Client(null, "manager");
        var figure = await manager.GetFromJsonAsync<JsonElement>($"api/agencies/{agency.Code}/targets/transfer-within-term?month=2030-03&list=missing");
        Assert.Equal((2, 3, true), (figure.GetProperty("inTime").GetInt32(), figure.GetProperty("due").GetInt32(), figure.GetProperty("frozen").GetBoolean()));
        Assert.Equal((await agency.Record(contents[2]))!.Id.Value, figure.GetProperty("items")[0].GetProperty("recordId").GetString());
        Assert.Equal(0.6667, figure.GetProperty("cumulative").GetProperty("rate").GetDouble());
        Assert.Equal(3, (await manager.GetFromJsonAsync<JsonElement>("api/targets/transfer-within-term?month=2030-03")).GetProperty("due").GetInt32());

        var derived = new List<Deadline>();
        foreach (var content in contents)
            derived.Add(Derived((await agency.Record(content))!, await archive.JournalOf((await agency.Record(content))!.Id)));
        Assert.Equal(figure.GetProperty("sha256").GetString(), TermFigure.Count(new DateOnly(2030, 3, 1), derived, new DateOnly(2030, 3, 31)).Sha256);

        // What comes later does not change what was reported.
        await agency.Describes("c.pdf", PunctualArchive.Complete("10/03/2027"));
        await archive.Settles();
        await archive.WakesOn(new DateOnly(2030, 4, 3));
        await archive.Get<FunctionRuntime>().RunAsync("FreezeFigures");
        Assert.Equal(Custody.Historical, (await agency.Record(contents[2]))!.Custody);
        using var later = await archive.Client(null, "manager");
        Assert.Equal(2, (await later.GetFromJsonAsync<JsonElement>($"api/agencies/{agency.Code}/targets/transfer-within-term?month=2030-03")).GetProperty("inTime").GetInt32());

        static Deadline Derived(ArchiveRecord record, IReadOnlyList<JournalEvent> journal)
        {
            var said = journal.Where(line => line.Type is EventTypes.PolicyAssignment or EventTypes.Transfer)
                .SelectMany(line => line.Detail.Split("; ").Select(part => part.Split('=', 2))).Where(part => part[0] == "due").Last()[1];
            var moved = journal.SingleOrDefault(line => line.Type == EventTypes.Transfer)?.At;
            return new Deadline(
                record.Id.Value, record.Agency, ClockState.Scheduled, DateOnly.ParseExact(said, "yyyy-MM-dd"), "", [], moved is { } at ? DateOnly.FromDateTime(at.ToOffset(TimeSpan.FromHours(7)).DateTime) : null);
        }
    }

    [Fact]
    public async Task A_night_swept_ten_times_says_everything_once()
    {
        var agency = await archive.NewAgency();
        await agency.Describes("a.pdf", new { maintenance = "01", issuedDate = "03/2027" });
        var content = Documents.Pdf("Swept ten times");
        await agency.Puts("a.pdf", content);
        await archive.Settles();
        await archive.WakesOn(new DateOnly(2029, 9, 10));
        var version = (await agency.Record(content))!.Version;
        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => archive.Get<FunctionRuntime>().RunAsync("SweepDeadlines")));
        await archive.Settles();

        Assert.Equal(version, (await agency.Record(content))!.Version);
        Assert.Single((await archive.Get<NoticeTable>().Of(agency.Code, null, 100, CancellationToken.None)).Notices);
    }

    [Fact]
    public async Task A_new_date_moves_the_record_to_its_new_month_and_leaves_nothing_in_the_old_one()
    {
        var agency = await archive.NewAgency();
        var content = Documents.Pdf("Moved to another month");
        await agency.Describes("a.pdf", new { maintenance = "01", issuedDate = "15/03/2027" });
        await agency.Puts("a.pdf", content);
        await archive.Settles();
        await agency.Describes("a.pdf", new { maintenance = "01", issuedDate = "15/05/2027" });
        await archive.Settles();

        Assert.Empty((await archive.Get<DeadlineTable>().Of(agency.Code, new DateOnly(2030, 3, 1), null, 10, CancellationToken.None)).Deadlines);
        Assert.Single((await archive.Get<DeadlineTable>().Of(agency.Code, new DateOnly(2030, 5, 1), null, 10, CancellationToken.None)).Deadlines);
        Assert.Single(await archive.Get<AgendaTable>().Until(new DateOnly(2040, 1, 1), CancellationToken.None).ToListAsync());
    }
}

/// <summary>An archive whose days pass as the story says.</summary>
public class PunctualArchive : RunningArchive
{
    private readonly FakeTimeProvider clock = new(TimeProvider.System.GetUtcNow());

    /// <summary>A day begins: the night's sweep has run, and everything it announced is done.</summary>
    public async Task WakesOn(DateOnly day)
    {
        var morning = new DateTimeOffset(day, new TimeOnly(6, 0), TimeSpan.FromHours(7));
        clock.Advance(morning - clock.GetUtcNow());
        await Settles();
        await Get<FunctionRuntime>().RunAsync("SweepDeadlines");
        await Settles();
        await FormsConsignments();
    }

    /// <summary>Time goes by, and what it brings is done.</summary>
    public async Task Passes(TimeSpan time)
    {
        clock.Advance(time);
        await Settles();
    }

    /// <summary>The next few minutes: what waits goes.</summary>
    public async Task FormsConsignments()
    {
        await Get<FunctionRuntime>().RunAsync("FormConsignments");
        await Settles();
    }

    /// <summary>What a record's journal says.</summary>
    public async Task<IReadOnlyList<JournalEvent>> JournalOf(RecordId id) => (await Get<RecordTable>().Journal(id, null, 500, CancellationToken.None)).Events;

    /// <summary>What the archive's own rules find wrong with the only package of an agency, as it lies in the historical archive.</summary>
    public async Task<IReadOnlyList<string>> FindingsOfPackage(AgencyCode agency)
    {
        var folder = Directory.CreateTempSubdirectory("package").FullName;
        var container = Get<HistoricalStorage>().Blobs.GetBlobContainerClient(StorageNames.Preserved);
        await foreach (var blob in container.GetBlobsAsync(new GetBlobsOptions { Prefix = $"{agency}/" }))
        {
            var file = Path.Combine(folder, blob.Name[(agency.Value.Length + 1)..]);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            await container.GetBlobClient(blob.Name).DownloadToAsync(file);
        }

        var package = Assert.Single(Directory.GetDirectories(folder));
        var report = await PackageVerification.CheckAsync(PackageOpener.OpenFolder(package, PackageLimits.Default), package, null, CancellationToken.None);
        Assert.Equal(Specification.CircularAip, report.Specification);
        Directory.Delete(folder, recursive: true);
        return [.. report.Findings.Select(finding => finding.ToString())];
    }

    /// <summary>A description that lacks nothing a transfer needs.</summary>
    public static object Complete(string issued, string? fileCode = null) => new
    {
        maintenance = "01", issuedDate = issued, mode = "01", typeName = "03", organName = "Sở Nội vụ", subject = "Về công tác lưu trữ", language = "01", numberOfPage = "1", fileCode,
    };

    /// <summary>The public halves of the keys this archive signs receipts with.</summary>
    public IReadOnlyList<PublicKey> ReceiptKeys => [Get<ReceiptKeys>().Agency.PublicKey, Get<ReceiptKeys>().City.PublicKey];

    /// <summary>The latest receipt of an agency.</summary>
    public async Task<Receipt> ReceiptOf(AgencyCode agency)
    {
        var book = Get<ReceiptBook>();
        await using var file = await book.Open((await book.Chain(agency, CancellationToken.None))[^1], CancellationToken.None);
        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes);
        return Assert.IsType<ReceiptReading.Read>(ReceiptReading.Of(bytes.ToArray())).Receipt;
    }

    /// <summary>What the files a receipt names really are in the historical archive.</summary>
    public async Task<Dictionary<string, MeasuredFile>> Measured(Receipt receipt, ArchiveRecord record)
    {
        var folder = record.Preserved![..^receipt.Submitted!.Items.Single(item => item.Record == record.Id).Path.Length];
        var files = new Dictionary<string, MeasuredFile>();
        foreach (var path in ReceiptVerification.Paths(receipt))
        {
            var bytes = (await Get<PreservedPackages>().File(folder + path).DownloadContentAsync()).Value.Content.ToArray();
            files[path] = new MeasuredFile(bytes.Length, Sha256Digest.Of(SHA256.HashData(bytes)));
        }

        return files;
    }

    protected override void Adjust(IServiceCollection services)
    {
        services.AddSingleton<TimeProvider>(clock);
        var runtime = (FunctionRuntimeOptions)services.Last(service => service.ServiceType == typeof(FunctionRuntimeOptions)).ImplementationInstance!;
        services.AddSingleton(runtime with { BlobRetryDelay = static _ => TimeSpan.Zero });
    }
}

internal static class ClockWords
{
    public static (ClockState State, DateOnly Due) Standing(this TransferClock clock) => (clock.State, clock.Due!.Value);
}
