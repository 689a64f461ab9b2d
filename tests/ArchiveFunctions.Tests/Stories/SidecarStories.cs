using System.Net;
using Archive.Description;
using Archive.Records;

namespace ArchiveFunctions.Tests.Stories;

[Collection(StoryCollection.Name)]
public sealed class SidecarStories(RunningArchive archive)
{
    private const string Document = "quyet-dinh.pdf";

    [Theory]
    [InlineData("sidecar, document")]
    [InlineData("document, sidecar")]
    [InlineData("together")]
    public async Task A_sidecar_may_come_before_after_or_with_its_document(string order)
    {
        var agency = await archive.NewAgency();
        var content = Documents.Pdf($"Sidecar order {order}");
        var metadata = new { mode = "01", subject = "Về việc nộp lưu tài liệu", typeName = "02" };
        if (order == "sidecar, document")
        {
            await agency.Describes(Document, metadata);
            await archive.Settles();
            Assert.Equal("received", (await agency.SeesOf($"{Document}.metadata.json")).Status);
            await agency.Puts(Document, content);
        }
        else if (order == "document, sidecar")
        {
            await agency.Puts(Document, content);
            await archive.Settles();
            await agency.Describes(Document, metadata);
        }
        else
        {
            await Task.WhenAll(agency.Puts(Document, content), agency.Describes(Document, metadata));
        }

        await archive.Settles();
        var record = await agency.Record(content);
        Assert.Equal((RecordStatus.Described, AccessMode.Public), (record!.Status, record.Access));
        Assert.Equal("Về việc nộp lưu tài liệu", record.Description.Value(Field.Subject));
        Assert.Equal("admitted", (await agency.SeesOf($"{Document}.metadata.json")).Status);
        Assert.Equal(1, (await agency.Finds("nop luu tai lieu")).GetProperty("count").GetInt32());
        Assert.Empty(await archive.InInbox(agency));
    }

    [Fact]
    public async Task A_broken_sidecar_is_refused_and_its_document_admitted_all_the_same()
    {
        var agency = await archive.NewAgency();
        await agency.Puts($"{Document}.metadata.json", Documents.Text("{ not json"));
        await agency.Puts(Document, Documents.Pdf("Broken sidecar"));
        await archive.Settles();
        Assert.Equal(("refused", "S-201"), await agency.SeesOf($"{Document}.metadata.json") is var (status, findings) ? (status, Assert.Single(findings)) : default);
        Assert.Equal("admitted", (await agency.SeesOf(Document)).Status);
    }

    [Fact]
    public async Task A_waiting_sidecar_overwritten_by_a_broken_one_is_not_used()
    {
        var agency = await archive.NewAgency();
        var content = Documents.Pdf("Broken after all");
        await agency.Describes(Document, new { mode = "01", subject = "Lời cũ" });
        await archive.Settles();
        await agency.Puts($"{Document}.metadata.json", Documents.Text("{ not json"));
        await archive.Settles();
        await agency.Puts(Document, content);
        await archive.Settles();

        Assert.Equal("refused", (await agency.SeesOf($"{Document}.metadata.json")).Status);
        var record = (await agency.Record(content))!;
        Assert.Equal((AccessMode.Conditional, null), (record.Access, record.Description.Said(Field.Subject, StatementSource.Depositor)?.Value));
    }

    [Fact]
    public async Task A_late_sidecar_that_declares_another_digest_is_refused_and_says_nothing_of_the_record()
    {
        var agency = await archive.NewAgency();
        var content = Documents.Pdf("Described by mistake");
        await agency.Puts(Document, content);
        await archive.Settles();
        await agency.Describes(Document, new { mode = "01", subject = "Văn bản khác", sha256 = new string('0', 64) });
        await archive.Settles();

        Assert.Equal(("refused", "A-104"), await agency.SeesOf($"{Document}.metadata.json") is var (status, findings) ? (status, Assert.Single(findings)) : default);
        Assert.Equal((2, AccessMode.Conditional), (await agency.Record(content)) is { } record ? (record.Version, record.Access) : default);
        Assert.Empty(await archive.InInbox(agency));
    }

    [Theory]
    [InlineData("json, edxml, document")]
    [InlineData("edxml, json, document")]
    [InlineData("json, document, edxml")]
    public async Task Of_a_JSON_sidecar_and_an_edXML_message_the_first_describes_and_the_other_has_its_outcome_at_once(string order)
    {
        var agency = await archive.NewAgency();
        var content = Documents.Pdf($"Described twice, {order}");
        foreach (var next in order.Split(", "))
        {
            await (next switch
            {
                "json" => agency.Describes(Document, new { mode = "01", subject = "Theo trường của thông tư" }),
                "edxml" => agency.Puts($"{Document}.edxml", Documents.Text("<edXML><edXMLEnvelope><edXMLHeader><MessageHeader><Subject>Theo gói tin</Subject></MessageHeader></edXMLHeader></edXMLEnvelope></edXML>")),
                _ => agency.Puts(Document, content),
            });
            await archive.Settles();
        }

        Assert.Equal(("refused", "S-209"), await agency.SeesOf($"{Document}.edxml") is var (status, findings) ? (status, Assert.Single(findings)) : default);
        Assert.Equal("admitted", (await agency.SeesOf($"{Document}.metadata.json")).Status);
        var record = (await agency.Record(content))!;
        Assert.Equal(("Theo trường của thông tư", AccessMode.Public), (record.Description.Value(Field.Subject), record.Access));
        Assert.Empty(await archive.InInbox(agency));
    }

    [Fact]
    public async Task A_record_described_again_and_again_remembers_only_the_uploads_that_still_lie_there()
    {
        var agency = await archive.NewAgency();
        var content = Documents.Pdf("Described again and again");
        await agency.Puts(Document, content);
        for (var time = 1; time <= 25; time++)
        {
            await agency.Describes(Document, new { subject = $"Lần {time}" });
            await archive.Settles();
        }

        var record = (await agency.Record(content))!;
        Assert.Equal((RecordStatus.Described, "Lần 25"), (record.Status, record.Description.Value(Field.Subject)));
        Assert.InRange(record.Origins.Count, 1, 21);
        Assert.Equal($"{agency.Code}/{Document}", record.Origins[0].Name);
        Assert.Empty(await archive.InInbox(agency));
    }

    [Fact]
    public async Task A_document_marked_secret_is_refused_and_kept_nowhere()
    {
        var agency = await archive.NewAgency();
        var content = Documents.Pdf("Something secret");
        await agency.Describes(Document, new { mode = "03" });
        await archive.Settles();
        await agency.Puts(Document, content);
        await archive.Settles();

        var (status, findings) = await agency.SeesOf(Document);
        Assert.Equal("refused", status);
        Assert.Contains("A-110", findings);
        Assert.Null(await agency.Record(content));
        Assert.DoesNotContain(await Everywhere(), blob => blob.EndsWith("/content", StringComparison.Ordinal) && blob.Contains(agency.Code.Value, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_record_marked_secret_after_its_admission_disappears_for_everyone()
    {
        var agency = await archive.NewAgency();
        var content = Documents.Pdf("Late secret marking");
        await agency.Describes(Document, new { mode = "01" });
        await agency.Puts(Document, content);
        await archive.Settles();
        Assert.Equal(1, (await agency.Finds("late secret")).GetProperty("count").GetInt32());

        await agency.Describes(Document, new { mode = "03" });
        await archive.Settles();

        var record = await agency.Record(content);
        Assert.Equal(RecordStatus.Withheld, record!.Status);
        Assert.Equal(0, (await agency.Finds("late secret")).GetProperty("count").GetInt32());
        using var archivist = await archive.Client(null, "archivist", "administrator");
        // Rows are kept for readers for two seconds at most; after that nobody reads it.
        await Eventually.Holds(async () => (await archivist.GetAsync($"api/records/{record.Id}")).StatusCode == HttpStatusCode.NotFound, "the record is withheld");
        Assert.Equal(HttpStatusCode.NotFound, (await archivist.GetAsync($"api/records/{record.Id}/content")).StatusCode);
    }

    [Fact]
    public async Task A_name_used_again_brings_a_description_of_its_own_and_leaves_the_earlier_record_its_own()
    {
        var agency = await archive.NewAgency();
        var (first, second) = (Documents.Pdf("First under this name"), Documents.Pdf("Second under this name"));
        await agency.Describes(Document, new { mode = "02", subject = "Trước" });
        await agency.Puts(Document, first);
        await archive.Settles();

        await Task.WhenAll(agency.Describes(Document, new { mode = "01", subject = "Sau" }), agency.Puts(Document, second));
        await archive.Settles();

        Assert.Equal(("Trước", AccessMode.Conditional), await agency.Record(first) is { } earlier ? (earlier.Description.Value(Field.Subject), earlier.Access) : default);
        Assert.Equal(("Sau", AccessMode.Public), await agency.Record(second) is { } later ? (later.Description.Value(Field.Subject), later.Access) : default);
        Assert.Empty(await archive.InInbox(agency));
    }

    private async Task<List<string>> Everywhere()
    {
        var blobs = archive.Get<Azure.Storage.Blobs.BlobServiceClient>();
        var names = new List<string>();
        foreach (var container in Records.StorageNames.Containers)
            names.AddRange(await blobs.GetBlobContainerClient(container).GetBlobsAsync().Select(blob => blob.Name).ToListAsync());
        return names;
    }
}
