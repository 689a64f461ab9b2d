using System.Text.Json;
using Archive.Accession;
using ArchiveFunctions.Accession;
using ArchiveFunctions.Records;
using Azure.Storage.Blobs;

namespace ArchiveFunctions.Tests.Stories;

/// <summary>Names as storage clients can give them, put straight into the inbox: each upload gets its outcome, and nobody else's waits for it.</summary>
[Collection(StoryCollection.Name)]
public sealed class HostileNameStories(RunningArchive archive)
{
    [Fact]
    public async Task A_name_as_long_as_storage_allows_is_kept_letter_for_letter()
    {
        var agency = await archive.NewAgency();
        var name = LongestName(agency, "kế hoạch/", ".txt");
        var content = Documents.Text("Kế hoạch có tên dài nhất mà kho lưu trữ cho phép");
        await agency.Puts(name, content);
        await archive.Settles();

        Assert.Equal("admitted", Depositor.Read(await agency.ListedOutcomeOf(name)).Status);
        Assert.Equal(name, (await agency.Record(content))!.Content.OriginalName);
        using var officer = await agency.Officer();
        using var answer = await officer.GetAsync($"api/records/{(await agency.Record(content))!.Id}/content");
        Assert.Equal(content, await answer.Content.ReadAsByteArrayAsync());
        Assert.Matches(@"^ế+\.txt$", answer.Content.Headers.ContentDisposition!.FileNameStar!);
        await NothingIsLeftOf(agency);
    }

    [Fact]
    public async Task A_refused_upload_whose_name_is_as_long_as_storage_allows_has_its_place_in_quarantine()
    {
        var agency = await archive.NewAgency();
        var name = LongestName(agency, "", ".pdf");
        await agency.Puts(name, Documents.Text("văn bản"));
        await archive.Settles();

        var (status, findings) = Depositor.Read(await agency.ListedOutcomeOf(name));
        Assert.Equal(("refused", "A-103"), (status, Assert.Single(findings)));
        await LiesInQuarantine(agency.Code.Value, agency.Code.Value, name);
        await NothingIsLeftOf(agency);
    }

    [Fact]
    public async Task A_strangers_folder_as_long_as_storage_allows_has_its_place_in_quarantine()
    {
        var folder = new string('ế', UploadName.MaxLength - "/a.txt".Length);
        await archive.Inbox.GetBlobClient($"{folder}/a.txt").UploadAsync(BinaryData.FromString("văn bản"), overwrite: true);
        await archive.Settles();
        await LiesInQuarantine("unregistered", folder, "a.txt");
        Assert.DoesNotContain(archive.Complaints, line => line.Contains(folder, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("...")]
    [InlineData("a/.../b.txt")]
    [InlineData("a/ /b.txt")]
    [InlineData("a//b.txt")]
    [InlineData("a\u0000.txt")]
    [InlineData("a\tb\nc\r.txt")]
    [InlineData("\u001B[2J.txt")]
    [InlineData("a\u007F\u0085.txt")]
    [InlineData("a\uFFFE\uFFFF.txt")]
    [InlineData("a\u2067fdp.txt")]
    public async Task A_name_that_cannot_be_kept_is_refused_and_other_uploads_go_on(string name)
    {
        var agency = await archive.NewAgency();
        await agency.Puts(name, Documents.Text("tên không giữ được"));
        await agency.Puts("sau.txt", Documents.Text("văn bản gửi sau"));
        await archive.Settles();

        var (status, findings) = await agency.SeesOf(name);
        Assert.Equal(("refused", "A-112"), (status, Assert.Single(findings)));
        Assert.Equal("admitted", (await agency.SeesOf("sau.txt")).Status);
        await LiesInQuarantine(agency.Code.Value, agency.Code.Value, name);
        await NothingIsLeftOf(agency);
    }

    /// <summary>Clients and the storage service resolve <c>.</c> and <c>..</c> and turn backslashes round, on Azure as here.</summary>
    [Theory]
    [InlineData("a.txt.", "a.txt.")]
    [InlineData(" a.txt ", " a.txt ")]
    [InlineData("a./b.txt", "a./b.txt")]
    [InlineData("%2e%2e/a.txt", "%2e%2e/a.txt")]
    [InlineData("a\\b.txt", "a/b.txt")]
    [InlineData("a/./b.txt", "a/b.txt")]
    [InlineData("a/../b.txt", "b.txt")]
    public async Task A_name_that_is_only_strange_is_taken_as_the_service_stored_it(string put, string stored)
    {
        var agency = await archive.NewAgency();
        var content = Documents.Text("tên lạ");
        await agency.Puts(put, content);
        await archive.Settles();

        Assert.Equal("admitted", (await agency.SeesOf(stored)).Status);
        Assert.Equal(stored, (await agency.Record(content))!.Content.OriginalName);
        await NothingIsLeftOf(agency);
    }

    [Fact]
    public async Task A_name_that_leads_out_of_the_agencys_folder_is_nobodys()
    {
        var agency = await archive.NewAgency();
        await agency.Puts("../ra-ngoai.txt", Documents.Text("văn bản"));
        await archive.Settles();
        await LiesInQuarantine("unregistered", "", "ra-ngoai.txt");
    }

    /// <summary>A name in Vietnamese letters that fills, with the agency's folder, what storage allows.</summary>
    private static string LongestName(Depositor agency, string folder, string ending) =>
        folder + new string('ế', UploadName.MaxLength - $"{agency.Code}/{folder}{ending}".Length) + ending;

    /// <summary>The bytes and the report, which names the upload as it was stored.</summary>
    private async Task LiesInQuarantine(string place, string folder, string name)
    {
        var lies = await archive.InQuarantine($"{place}/{UploadTable.IdOf(folder, name)}");
        Assert.Equal(["content", "report.json"], lies.Select(blob => blob.Split('/')[^1]));
        var report = await archive.Get<BlobServiceClient>().GetBlobContainerClient(StorageNames.Quarantine).GetBlobClient(lies[1]).DownloadContentAsync();
        Assert.Equal(UploadName.Join(folder, name), report.Value.Content.ToObjectFromJson<JsonElement>().GetProperty("blob").GetString());
    }

    private async Task NothingIsLeftOf(Depositor agency)
    {
        Assert.Empty(await archive.InInbox(agency));
        Assert.DoesNotContain(archive.Complaints, line => line.Contains(agency.Code.Value, StringComparison.Ordinal));
    }
}
