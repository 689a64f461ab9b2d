using System.IO.Compression;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Archive.Description;
using Archive.Records;
using ArchiveFunctions.Accession;
using ArchiveFunctions.Records;
using Azure.Storage.Blobs;

namespace ArchiveFunctions.Tests.Stories;

/// <summary>What agencies packed before TT 05/2025 comes in as the dossier it is.</summary>
[Collection(StoryCollection.Name)]
public sealed class LegacyPackageStories(RunningArchive archive)
{
    [Fact]
    public async Task An_older_package_becomes_its_dossier_in_the_order_of_its_ordinals()
    {
        var agency = await archive.NewAgency();
        var (plan, decision) = (Documents.Text("Kế hoạch tuyển dụng công chức cũ"), Documents.Text("Quyết định công nhận kết quả cũ"));
        await agency.Puts("cu.zip", LegacyParcel.Of(plan, decision));
        await archive.Settles();

        var outcome = await agency.OutcomeOf("cu.zip");
        Assert.Equal("unpacked", outcome.GetProperty("status").GetString());
        var package = outcome.GetProperty("package");
        Assert.Equal(("tt02-2019", LegacyParcel.FileCode), (package.GetProperty("specification").GetString(), package.GetProperty("fileCode").GetString()));

        var register = archive.Get<DossierRegister>();
        var dossier = await register.Find(agency.Code, LegacyParcel.FileCode, CancellationToken.None);
        Assert.Equal(("Hồ sơ tuyển dụng năm 2018", "07", "5 năm"), (dossier!.Title, dossier.Fields["maintenance"], dossier.Fields["maintenanceGiven"]));
        var (first, second) = ((await agency.Record(plan))!, (await agency.Record(decision))!);
        Assert.Equal([first.Id.Value, second.Id.Value], (await register.Members(agency.Code, LegacyParcel.FileCode, 0, 100, CancellationToken.None)).Select(member => member.RecordId));
        Assert.Equal(("02", "418", "01", "07", "2018.05.2"), (second.Description.Value(Field.TypeName), second.Description.Value(Field.CodeNumber), second.Description.Value(Field.Mode), second.Description.Value(Field.Maintenance), second.Description.Value(Field.DocId)));
        Assert.Equal(("quyết định.txt", AccessMode.Public), (second.Content.OriginalName, second.Access));

        using var officer = await agency.Officer();
        Assert.Equal(2, (await officer.GetFromJsonAsync<JsonElement>($"api/records?agency={agency.Code}&dossier={LegacyParcel.FileCode}")).GetProperty("count").GetInt32());
        var page = await officer.GetStringAsync($"desk/agencies/{agency.Code}/uploads/{outcome.GetProperty("uploadId").GetString()}/report");
        Assert.Contains("TTL18", page, StringComparison.Ordinal);
        Assert.Empty(await archive.InInbox(agency));
    }

    [Fact]
    public async Task What_is_no_document_is_kept_byte_for_byte()
    {
        var agency = await archive.NewAgency();
        var signature = Encoding.ASCII.GetBytes("signature bytes");
        await agency.Puts("cu.zip", LegacyParcel.Of(Documents.Text("Kế hoạch giữ"), Documents.Text("Quyết định giữ"), beside: [("ke-hoach.txt.p7s", signature), ("khac/mau.xsl", Encoding.ASCII.GetBytes("<x/>"))]));
        await archive.Settles();

        var container = archive.Get<BlobServiceClient>().GetBlobContainerClient(StorageNames.Submissions);
        var kept = await container.GetBlobsAsync().Select(blob => blob.Name).SingleAsync(blob => blob.StartsWith($"{agency.Code}/", StringComparison.Ordinal) && blob.EndsWith("description.zip", StringComparison.Ordinal));
        await using var zip = new ZipArchive((await container.GetBlobClient(kept).DownloadContentAsync()).Value.Content.ToStream());
        Assert.Equal(["ho-so.xml", "ke-hoach.txt.p7s", "khac/mau.xsl"], zip.Entries.Select(entry => entry.FullName).Order(StringComparer.Ordinal));
        using var bytes = new MemoryStream();
        await using (var content = await zip.GetEntry("ke-hoach.txt.p7s")!.OpenAsync())
            await content.CopyToAsync(bytes);
        Assert.Equal(signature, bytes.ToArray());
    }

    [Fact]
    public async Task Of_an_older_package_marked_secret_nothing_is_kept()
    {
        var agency = await archive.NewAgency();
        await agency.Puts("mat.zip", LegacyParcel.Of(Documents.Text("Kế hoạch mật"), Documents.Text("Quyết định mật"), rights: "Tối mật"));
        await archive.Settles();
        var (status, findings) = await agency.SeesOf("mat.zip");
        Assert.Equal("refused", status);
        Assert.Contains("A-110", findings);
        Assert.Equal(["report.json"], (await archive.InQuarantine(agency.Code.Value)).Select(blob => blob.Split('/')[^1]));
    }

    [Theory]
    [InlineData("<VanBan><DocCode>X.9</DocCode><Subject>Thiếu</Subject><OrganName>Sở Nội vụ</OrganName><Mode>Mật</Mode><FileName>khong-co.txt</FileName></VanBan>")]
    [InlineData("<HoSo><FileCode>X.01</FileCode><Title>Hồ sơ khác</Title><Mode>Mật</Mode></HoSo>")]
    public async Task Nor_is_anything_kept_where_what_is_marked_secret_breaks_the_package(string described)
    {
        var agency = await archive.NewAgency();
        await agency.Puts("mat.zip", LegacyParcel.Of(Documents.Text("Kế hoạch kề bên"), Documents.Text("Quyết định kề bên"), beside: [("them.xml", Encoding.UTF8.GetBytes(described))]));
        await archive.Settles();
        var (status, findings) = await agency.SeesOf("mat.zip");
        Assert.Equal("refused", status);
        Assert.Contains("A-110", findings);
        Assert.Equal(["report.json"], (await archive.InQuarantine(agency.Code.Value)).Select(blob => blob.Split('/')[^1]));
    }

    [Fact]
    public async Task An_archive_file_with_other_XML_in_it_is_refused_as_ever()
    {
        var agency = await archive.NewAgency();
        await agency.Puts("khac.zip", LegacyParcel.Zip(("tin.xml", Encoding.UTF8.GetBytes("<rss><channel><title>Tin</title><subject>x</subject></channel></rss>")), ("a.txt", Documents.Text("a"))));
        await archive.Settles();
        Assert.Equal(("refused", "A-116"), await agency.SeesOf("khac.zip") is var (status, findings) ? (status, Assert.Single(findings)) : default);
    }
}
