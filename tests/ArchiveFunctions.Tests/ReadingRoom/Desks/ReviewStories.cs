using System.Net;
using Archive.Description;
using Archive.Records;
using Archive.Transfer;
using ArchiveFunctions.Tests.Stories;
using EmbeddedHost.Triggers;

namespace ArchiveFunctions.Tests.ReadingRoom.Desks;

/// <summary>An archivist at the queue of doubtful descriptions.</summary>
[Collection(StoryCollection.Name)]
public sealed class ReviewStories(RunningArchive archive)
{
    [Fact]
    public async Task A_doubtful_record_stands_in_the_queue_until_an_archivist_has_said_what_it_is_and_then_it_is_found_so()
    {
        var agency = await archive.NewAgency();
        var content = await agency.Deposits("a.pdf", new { mode = "02", subject = "Chua ro", maintenance = "01" });
        await agency.Deposits("b.pdf", new { mode = "01", subject = "Rõ ràng", codeNumber = "1", issuedDate = "2024", organName = "Sở Nội vụ" });
        await archive.Settles();
        using var archivist = await archive.Client(null, "archivist");
        var queue = await archivist.Page($"desk/review?agency={agency.Code}&lang=en");
        Assert.Contains("1 to review.", queue, StringComparison.Ordinal);
        Assert.All(new[] { "Chua ro", "Number missing", "Date missing", "Issuer missing" }, said => Assert.Contains(said, queue, StringComparison.Ordinal));
        Assert.DoesNotContain("Rõ ràng", queue, StringComparison.Ordinal);
        Assert.Contains("Nothing to review.", await archivist.Page($"desk/review?agency={agency.Code}&reason=legacy-encoding&lang=en"), StringComparison.Ordinal);

        var address = $"desk/review/{agency.IdOf(content)}?agency={agency.Code}&lang=en";
        var form = await archivist.Page(address);
        Assert.Contains($"/api/records/{agency.IdOf(content)}/content#page=1", form, StringComparison.Ordinal);
        var next = await archivist.SendsForm(
            address, HttpStatusCode.OK, ("shown", DeskWords.ShownIn(form)), ("codeNumber", "77"), ("issuedDate", "3/2021"), ("organName", "Sở Tài chính"), ("subject", "Về việc đã đối chiếu"), ("maintenance", "01"));
        Assert.Contains("Nothing is left to review in this selection.", next, StringComparison.Ordinal);
        await archive.Settles();

        var record = (await agency.Record(content))!;
        Assert.Equal(("Về việc đã đối chiếu", "Chua ro"), (record.Description.Value(Field.Subject), record.Description.Said(Field.Subject, StatementSource.Depositor)!.Value));
        Assert.Equal((ClockState.Scheduled, new DateOnly(2024, 3, 1)), (record.Transfer!.State, record.Transfer.Due!.Value));
        Assert.Single(await archive.Month(agency, 2024, 3));
        var line = Assert.Single(await archive.Journal(record.Id), line => line.Type == EventTypes.MetadataModification && line.Detail.StartsWith(JournalEvent.ByArchivist, StringComparison.Ordinal));
        Assert.Equal(record.Review!.By, line.Actor);
        Assert.Equal(1, (await agency.Finds("da doi chieu")).GetProperty("count").GetInt32());
        Assert.Contains("Nothing to review.", await archivist.Page($"desk/review?agency={agency.Code}&lang=en"), StringComparison.Ordinal);

        await archive.Get<FunctionRuntime>().RunAsync("ReconcileCorrections");
        await archive.Settles();
        Assert.Equal(record.Version, (await agency.Record(content))!.Version);
    }

    [Fact]
    public async Task After_saving_the_next_record_of_the_selection_comes_up()
    {
        var agency = await archive.NewAgency();
        var first = await agency.Deposits("a.pdf", new { mode = "01", subject = "Thu nhat" });
        await archive.Settles();
        await agency.Deposits("b.pdf", new { mode = "01", subject = "Thu hai" });
        await archive.Settles();
        using var archivist = await archive.Client(null, "archivist");
        var address = $"desk/review/{agency.IdOf(first)}?agency={agency.Code}&lang=en";
        var next = await archivist.SendsForm(address, HttpStatusCode.OK, ("shown", DeskWords.ShownIn(await archivist.Page(address))), ("codeNumber", "1"));
        Assert.Contains("Saved. This is the next record.", next, StringComparison.Ordinal);
        Assert.Contains("<h1>Review: Thu hai</h1>", next, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_was_overtaken_is_told_and_loses_nothing_of_what_was_typed()
    {
        var agency = await archive.NewAgency();
        var content = await agency.Deposits("a.pdf", new { mode = "01", subject = "Hai nguoi" });
        await archive.Settles();
        using var one = await archive.Client(null, "archivist");
        using var other = await archive.Client(null, "archivist");
        var address = $"desk/review/{agency.IdOf(content)}?agency={agency.Code}&lang=en";
        var shown = DeskWords.ShownIn(await one.Page(address));
        await other.SendsForm(address, HttpStatusCode.OK, ("shown", shown), ("codeNumber", "5"));

        var told = await one.SendsForm(address, HttpStatusCode.Conflict, ("shown", shown), ("codeNumber", "6"), ("organName", "Sở Xây dựng"));
        Assert.All(new[] { "something else was said of this record meanwhile", "value=\"6\"", "value=\"Sở Xây dựng\"", "<b>5</b>" }, said => Assert.Contains(said, told, StringComparison.Ordinal));
        Assert.Equal("5", (await agency.Record(content))!.Description.Value(Field.CodeNumber));
        await one.SendsForm(address, HttpStatusCode.OK, ("shown", DeskWords.ShownIn(told)), ("codeNumber", "6"), ("organName", "Sở Xây dựng"));
        Assert.Equal("6", (await agency.Record(content))!.Description.Value(Field.CodeNumber));
    }

    [Fact]
    public async Task Of_two_forms_sent_at_once_one_is_taken_and_the_other_is_told()
    {
        var agency = await archive.NewAgency();
        var content = await agency.Deposits("a.pdf", new { mode = "01", subject = "Cung luc" });
        await archive.Settles();
        using var archivist = await archive.Client(null, "archivist");
        var address = $"desk/review/{agency.IdOf(content)}?agency={agency.Code}&lang=en";
        var shown = DeskWords.ShownIn(await archivist.Page(address));
        var before = (await agency.Record(content))!;

        var sent = await Task.WhenAll(Enumerable.Range(1, 4).Select(async number => await StatusOf(archivist, address, ("shown", shown), ("codeNumber", $"{number}"))));
        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.Conflict, HttpStatusCode.Conflict, HttpStatusCode.Conflict], sent.Order());
        Assert.Equal(before.Version + 1, (await agency.Record(content))!.Version);
    }

    [Fact]
    public async Task A_field_that_cannot_stand_is_marked_and_nothing_is_saved()
    {
        var agency = await archive.NewAgency();
        var content = await agency.Deposits("a.pdf", new { mode = "01", subject = "Ngay sai" });
        await archive.Settles();
        using var archivist = await archive.Client(null, "archivist");
        var address = $"desk/review/{agency.IdOf(content)}?lang=en";
        var told = await archivist.SendsForm(address, HttpStatusCode.BadRequest, ("shown", DeskWords.ShownIn(await archivist.Page(address))), ("issuedDate", "31/02/1998"), ("codeNumber", "9"));
        Assert.Contains("What may: dd/MM/yyyy, MM/yyyy, yyyy.", told, StringComparison.Ordinal);
        Assert.Contains("aria-invalid=\"true\"", told, StringComparison.Ordinal);
        Assert.Null((await agency.Record(content))!.Description.Value(Field.CodeNumber));
    }

    [Fact]
    public async Task A_late_message_and_a_later_sidecar_undo_no_review()
    {
        var agency = await archive.NewAgency();
        var content = await agency.Deposits("a.pdf", new { mode = "01", subject = "Truoc" });
        await archive.Settles();
        using var archivist = await archive.Client(null, "archivist");
        var address = $"desk/review/{agency.IdOf(content)}?agency={agency.Code}&lang=en";
        await archivist.SendsForm(address, HttpStatusCode.OK, ("shown", DeskWords.ShownIn(await archivist.Page(address))), ("subject", "Sau khi đối chiếu"), ("codeNumber", "3"));
        var reviewed = (await agency.Record(content))!;

        await Microsoft.Extensions.DependencyInjection.ActivatorUtilities.CreateInstance<ArchiveFunctions.Description.DescribeRecord>(archive.Host.Services)
            .Run(new Archive.RecordAdmitted(reviewed.Id.Value, 1), CancellationToken.None);
        Assert.Equal((reviewed.Version, "Sau khi đối chiếu"), ((await agency.Record(content))!.Version, (await agency.Record(content))!.Description.Value(Field.Subject)));

        await agency.Describes("a.pdf", new { mode = "01", subject = "Co quan noi lai", codeNumber = "4" });
        await archive.Settles();
        var restated = (await agency.Record(content))!;
        Assert.Equal(("Sau khi đối chiếu", "Co quan noi lai"), (restated.Description.Value(Field.Subject), restated.Description.Said(Field.Subject, StatementSource.Depositor)!.Value));
        Assert.Contains("1 to review.", await archivist.Page($"desk/review?agency={agency.Code}&lang=en"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Which_archivist_described_a_record_is_for_those_who_work_here()
    {
        var agency = await archive.NewAgency();
        var content = await agency.Deposits("a.pdf", new { mode = "01", subject = "Cong khai" });
        await archive.Settles();
        using var archivist = await archive.Client(null, "archivist");
        var address = $"desk/review/{agency.IdOf(content)}?agency={agency.Code}&lang=en";
        await archivist.SendsForm(address, HttpStatusCode.OK, ("shown", DeskWords.ShownIn(await archivist.Page(address))), ("codeNumber", "3"));
        using var reader = await archive.Client(null);
        Assert.DoesNotContain("source=archivist", await reader.GetStringAsync($"api/records/{agency.IdOf(content)}/history"), StringComparison.Ordinal);
        Assert.Contains("source=archivist", await archivist.GetStringAsync($"api/records/{agency.IdOf(content)}/history"), StringComparison.Ordinal);
    }

    private static async Task<HttpStatusCode> StatusOf(HttpClient client, string address, params (string Name, string Value)[] fields)
    {
        var session = client.DefaultRequestHeaders.Authorization!.Parameter!;
        using var request = new HttpRequestMessage(HttpMethod.Post, address)
        {
            Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)).Append(new(ArchiveFunctions.ReadingRoom.SignIn.Session.FormField, ArchiveFunctions.ReadingRoom.SignIn.Session.Proof(session)))),
            Headers = { { "Cookie", $"archive={session}" } },
        };
        using var answer = await client.SendAsync(request);
        return answer.StatusCode;
    }
}
