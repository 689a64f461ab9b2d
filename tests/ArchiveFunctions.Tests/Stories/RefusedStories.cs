using ArchiveFunctions.Accession;
using ArchiveFunctions.Tests.Samples;

namespace ArchiveFunctions.Tests.Stories;

[Collection(StoryCollection.Name)]
public sealed class RefusedStories(RunningArchive archive)
{
    public static TheoryData<string> RefusedDocuments => Named(code => code[0] is 'A' or 'P');

    public static TheoryData<string> RefusedSidecars => Named(code => code is "S-201" or "S-203");

    public static TheoryData<string> Remarks => Named(code => string.CompareOrdinal(code, "S-203") > 0);

    [Theory]
    [MemberData(nameof(RefusedDocuments))]
    public async Task Bad_input_is_refused_with_its_code_and_its_bytes_wait_in_quarantine(string name)
    {
        var (agency, upload) = await Send(name);
        var outcome = await agency.OutcomeOf(upload.Name);
        Assert.True(outcome.GetProperty("status").GetString() == "refused", $"{outcome}");
        var codes = Codes(outcome);
        Assert.All(upload.Codes, code => Assert.True(codes.Contains(code), $"{outcome}"));
        Assert.Null(await agency.Record(upload.Content()));
        Assert.Empty(await archive.InInbox(agency));
        Assert.Equal(!codes.Contains("A-110"), (await archive.InQuarantine(agency.Code.Value)).Any(blob => blob.EndsWith("/content", StringComparison.Ordinal)));
        Assert.Contains(await archive.InQuarantine(agency.Code.Value), blob => blob.EndsWith("/report.json", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(RefusedSidecars))]
    public async Task A_sidecar_that_cannot_be_read_is_refused_and_its_document_is_not(string name)
    {
        var (agency, upload) = await Send(name);
        Assert.Equal("admitted", (await agency.SeesOf(upload.Name)).Status);
        var (status, findings) = await agency.SeesOf($"{upload.Name}.metadata.json");
        Assert.Equal("refused", status);
        Assert.Equal(upload.Codes, findings);
    }

    [Theory]
    [MemberData(nameof(Remarks))]
    public async Task What_a_person_should_look_at_is_noted_and_the_record_admitted(string name)
    {
        var (agency, upload) = await Send(name);
        Assert.Equal("admitted", (await agency.SeesOf(upload.Name)).Status);
        var found = (await agency.Record(upload.Content()))!.Findings.Select(finding => finding.Code).ToList();
        Assert.All(upload.Codes, code => Assert.Contains(code, found));
    }

    [Fact]
    public async Task An_upload_for_an_agency_nobody_knows_is_refused()
    {
        await archive.Inbox.GetBlobClient("H26.98/a.txt").UploadAsync(BinaryData.FromString("văn bản"), overwrite: true);
        await archive.Inbox.GetBlobClient("khong-phai-co-quan/a.txt").UploadAsync(BinaryData.FromString("văn bản"), overwrite: true);
        await archive.Inbox.GetBlobClient("a.txt").UploadAsync(BinaryData.FromString("văn bản"), overwrite: true);
        await archive.Settles();
        Assert.Equal(2, (await archive.InQuarantine("H26.98")).Count);
        Assert.Equal(2, (await archive.InQuarantine("khong-phai-co-quan")).Count);
        Assert.Equal(2, (await archive.InQuarantine($"unregistered/{UploadTable.IdOf("", "a.txt")}")).Count);
    }

    [Fact]
    public async Task A_refused_upload_names_no_record_of_an_earlier_one_under_its_name()
    {
        var agency = await archive.NewAgency();
        await agency.Puts("a.pdf", Documents.Pdf("Admitted under this name"));
        await agency.Describes("a.pdf", new { subject = "Trích yếu" });
        await archive.Settles();
        await agency.Puts("a.pdf", []);
        await agency.Puts("a.pdf.metadata.json", Documents.Text("{"));
        await archive.Settles();

        foreach (var name in new[] { "a.pdf", "a.pdf.metadata.json" })
        {
            var outcome = await agency.OutcomeOf(name);
            Assert.Equal("refused", outcome.GetProperty("status").GetString());
            Assert.Empty(outcome.GetProperty("recordIds").EnumerateArray());
        }
    }

    [Fact]
    public async Task A_name_that_shows_itself_as_another_is_refused()
    {
        var agency = await archive.NewAgency();
        await agency.Puts("hoa\u202Efdp.txt", Documents.Text("văn bản"));
        await archive.Settles();
        Assert.Equal(2, (await archive.InQuarantine(agency.Code.Value)).Count);
        Assert.Equal("A-112", Assert.Single((await agency.SeesOf("hoa\u202Efdp.txt")).Findings));
    }

    /// <summary>The samples of some codes, but for those a test cannot send: 5 GB, a name that URLs resolve, and a stranger's folder.</summary>
    private static TheoryData<string> Named(Func<string, bool> wanted) =>
    [
        .. SampleRecords.Refused
            .Where(upload => wanted(upload.Codes[0]) && upload.Codes[0] is not ("A-102" or "A-109" or "S-202") && !upload.Name.StartsWith("..", StringComparison.Ordinal))
            .Select(upload => upload.Name),
    ];

    private async Task<(Depositor Agency, RefusedUpload Upload)> Send(string name)
    {
        var upload = SampleRecords.Refused.Single(sample => sample.Name == name);
        var agency = await archive.NewAgency();
        if (upload.SidecarContent() is { } sidecar)
        {
            await agency.Puts($"{upload.Name}.metadata.json", sidecar);
            await archive.Settles();
        }

        await agency.Puts(upload.Name, upload.Content());
        await archive.Settles();
        return (agency, upload);
    }

    private static List<string?> Codes(System.Text.Json.JsonElement outcome) => [.. outcome.GetProperty("findings").EnumerateArray().Select(finding => finding.GetProperty("code").GetString())];
}
