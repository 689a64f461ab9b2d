using System.IO.Compression;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Archive.Description;
using Archive.Records;
using ArchiveFunctions.Records;
using Azure.Storage.Blobs;
using EmbeddedHost.Packages;

namespace ArchiveFunctions.Tests.Stories;

/// <summary>A message of the exchange axis comes with its documents in it, and is its documents afterwards.</summary>
[Collection(StoryCollection.Name)]
public sealed class MessageStories(RunningArchive archive)
{
    [Theory]
    [InlineData("cong-van.edxml")]
    [InlineData("2024/000.00.01.H26-123.edxml")]
    public async Task A_message_becomes_its_attachments_with_its_words(string name)
    {
        var agency = await archive.NewAgency();
        var (letter, annex) = (Documents.Pdf("A letter in a message"), Documents.Text("stt;tên\n1;An\n"));
        await agency.Puts(name, MessageParcel.Of("Mời họp về thu nộp tài liệu", ("thư mời.pdf", letter), ("phu-luc.csv", annex)));
        await archive.Settles();

        var outcome = await agency.OutcomeOf(name);
        Assert.Equal("unpacked", outcome.GetProperty("status").GetString());
        var package = outcome.GetProperty("package");
        Assert.Equal(("edxml-2016", "Mời họp về thu nộp tài liệu"), (package.GetProperty("specification").GetString(), package.GetProperty("title").GetString()));
        Assert.Equal(JsonValueKind.Undefined, package.TryGetProperty("fileCode", out var code) ? code.ValueKind : default);
        foreach (var content in new[] { letter, annex })
        {
            var record = await agency.Record(content);
            Assert.Equal(RecordStatus.Described, record!.Status);
            Assert.Equal(("123", "SNV-VTLT", "22", "04/03/2024"), (record.Description.Value(Field.CodeNumber), record.Description.Value(Field.CodeNotation), record.Description.Value(Field.TypeName), record.Description.Value(Field.IssuedDate)));
            Assert.Equal(("Sở Nội vụ", "1"), (record.Description.Value(Field.OrganName), record.Description.Value(Field.Process)));
            Assert.Equal("edxml", record.Description.Said(Field.Subject, StatementSource.Depositor)!.Where);
        }

        Assert.Equal("thư mời.pdf", (await agency.Record(letter))!.Content.OriginalName);
        Assert.Equal(2, (await agency.Finds("thu nop tai lieu")).GetProperty("count").GetInt32());
        Assert.Empty(await archive.InInbox(agency));
    }

    [Fact]
    public async Task The_message_is_kept_without_its_attachments_bytes_beside_its_report()
    {
        var agency = await archive.NewAgency();
        var attached = Documents.Text("Giữ nguyên bản điện");
        await agency.Puts("dien.edxml", MessageParcel.Of("Giữ nguyên bản điện", ("thu.txt", attached)));
        await archive.Settles();

        var container = archive.Get<BlobServiceClient>().GetBlobContainerClient(StorageNames.Submissions);
        var kept = await container.GetBlobsAsync().Select(blob => blob.Name).Where(blob => blob.StartsWith($"{agency.Code}/", StringComparison.Ordinal)).Order(StringComparer.Ordinal).ToListAsync();
        Assert.Equal(["description.zip", "report.json"], kept.Select(blob => blob.Split('/')[^1]));
        await using var zip = new ZipArchive((await container.GetBlobClient(kept[0]).DownloadContentAsync()).Value.Content.ToStream());
        var entry = Assert.Single(zip.Entries);
        using var content = new StreamReader(await entry.OpenAsync());
        var message = await content.ReadToEndAsync();
        Assert.Contains("Subject>Giữ nguyên bản điện<", message, StringComparison.Ordinal);
        Assert.DoesNotContain(Convert.ToBase64String(attached)[..20], message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_archive_says_of_a_message_its_agency_hears_beforehand_byte_for_byte()
    {
        var agency = await archive.NewAgency();
        var message = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(MessageParcel.Of("Hai lần", ("thu.txt", Documents.Text("Hai lần")))).Replace("</ContentTransferEncoded>", "*</ContentTransferEncoded>", StringComparison.Ordinal));
        var file = Path.Combine(Directory.CreateTempSubdirectory("before").FullName, "hai-lan.edxml");
        await File.WriteAllBytesAsync(file, message);
        await using var said = new StringWriter();
        Assert.Equal(1, await PackageCheckRun.RunAsync(new PackageCheckOptions(file, null, Json: true), said, TextWriter.Null, CancellationToken.None));
        Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);

        await agency.Puts("hai-lan.edxml", message);
        await archive.Settles();
        Assert.Equal(("refused", "P-522"), await agency.SeesOf("hai-lan.edxml") is var (status, findings) ? (status, Assert.Single(findings)) : default);
        using var officer = await agency.Officer();
        var id = (await agency.OutcomeOf("hai-lan.edxml")).GetProperty("uploadId").GetString();
        Assert.Equal($"{said}", await officer.GetStringAsync($"api/agencies/{agency.Code}/uploads/{id}/report"));
        var page = await officer.GetStringAsync($"desk/agencies/{agency.Code}/uploads/{id}/report");
        Assert.Contains("EDX12", page, StringComparison.Ordinal);
        Assert.Contains("edxml-2016", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_without_attachments_waits_for_its_document_as_ever()
    {
        var agency = await archive.NewAgency();
        await agency.Puts("giay-moi.edxml", MessageParcel.Of("Không kèm gì"));
        await archive.Settles();
        Assert.Equal("received", (await agency.SeesOf("giay-moi.edxml")).Status);

        var document = Documents.Text("Không kèm gì");
        await agency.Puts("giay-moi", document);
        await archive.Settles();
        Assert.Equal("admitted", (await agency.SeesOf("giay-moi.edxml")).Status);
        Assert.Equal("123", (await agency.Record(document))!.Description.Value(Field.CodeNumber));
    }

    [Fact]
    public async Task Beside_a_document_of_its_name_a_message_stays_the_sidecar_whatever_is_attached()
    {
        var agency = await archive.NewAgency();
        var (document, attached) = (Documents.Pdf("Beside its message"), Documents.Text("Kèm theo mà không lấy"));
        await agency.Puts("a.pdf.edxml", MessageParcel.Of("Mô tả bên cạnh", ("a.txt", attached)));
        await agency.Puts("a.pdf", document);
        await archive.Settles();
        Assert.Equal(("admitted", "admitted"), ((await agency.SeesOf("a.pdf")).Status, (await agency.SeesOf("a.pdf.edxml")).Status));
        Assert.Equal("Mô tả bên cạnh", (await agency.Record(document))!.Description.Value(Field.Subject));
        Assert.Null(await agency.Record(attached));
    }

    [Fact]
    public async Task An_attachment_that_looks_like_a_sidecar_is_a_document_and_a_program_is_refused()
    {
        var agency = await archive.NewAgency();
        var inner = MessageParcel.Of("Điện trong điện");
        await agency.Puts("dien.edxml", MessageParcel.Of("Điện ngoài", ("trong.edxml", inner), ("x.exe", Encoding.ASCII.GetBytes("MZ no document at all"))));
        await archive.Settles();
        var outcome = await agency.OutcomeOf("dien.edxml");
        using var officer = await agency.Officer();
        var progress = (await officer.GetFromJsonAsync<JsonElement>($"api/agencies/{agency.Code}/uploads/{outcome.GetProperty("uploadId").GetString()}")).GetProperty("package").GetProperty("progress");
        Assert.Equal((1, 1), (progress.GetProperty("admitted").GetInt32(), progress.GetProperty("refused").GetInt32()));
        Assert.Equal("Điện ngoài", (await agency.Record(inner))!.Description.Value(Field.Subject));
    }

    [Fact]
    public async Task What_a_message_says_of_a_document_that_is_described_already_yields_to_the_description()
    {
        var agency = await archive.NewAgency();
        var document = Documents.Pdf("Described before its message");
        await agency.Describes("a.pdf", new { subject = "Theo tệp mô tả", mode = "01" });
        await agency.Puts("a.pdf", document);
        await archive.Settles();
        await agency.Puts("dien.edxml", MessageParcel.Of("Theo văn bản điện tử", ("a.pdf", document)));
        await archive.Settles();
        Assert.Equal("unpacked", (await agency.SeesOf("dien.edxml")).Status);
        Assert.Equal("Theo tệp mô tả", (await agency.Record(document))!.Description.Value(Field.Subject));
    }

    [Fact]
    public async Task A_message_goes_through_a_slot_and_a_sidecar_does_not()
    {
        var agency = await archive.NewAgency();
        using var officer = await agency.Officer();
        async Task<HttpStatusCode> Asks(string name)
        {
            using var answer = await officer.PostAsJsonAsync($"api/agencies/{agency.Code}/uploads", new { fileName = name });
            return answer.StatusCode;
        }

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.UnprocessableEntity), (await Asks("cong-van.edxml"), await Asks("cong-van.pdf.edxml")));
    }
}
