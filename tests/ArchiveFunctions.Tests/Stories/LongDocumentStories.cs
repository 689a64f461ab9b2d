using Archive.Description;
using Archive.Records;

namespace ArchiveFunctions.Tests.Stories;

[Collection(StoryCollection.Name)]
public sealed class LongDocumentStories(RunningArchive archive)
{
    private const int Pages = 10_000;

    [Fact]
    public async Task Ten_thousand_pages_are_described_from_the_first_of_them_and_other_uploads_go_on()
    {
        var agency = await archive.NewAgency();
        var content = Documents.LongPdf(Pages, "The first of ten thousand");
        await agency.Puts("dài.pdf", content);
        foreach (var number in Enumerable.Range(1, 5))
            await agency.Puts($"{number}.pdf", Documents.Pdf(Documents.Unique("beside", number)));
        await archive.Settles();

        Assert.Equal("admitted", (await agency.SeesOf("dài.pdf")).Status);
        var record = (await agency.Record(content))!;
        Assert.Equal(RecordStatus.Described, record.Status);
        Assert.Contains(record.Description.Statements, said => said is { Field: Field.NumberOfPage, Value: "10000" });
        Assert.Contains("D-304", record.Findings.Select(finding => finding.Code));
        Assert.Equal(1, (await agency.Finds("first of ten thousand")).GetProperty("count").GetInt32());
        foreach (var number in Enumerable.Range(1, 5))
            Assert.Equal(1, (await agency.Finds(Documents.Unique("beside", number))).GetProperty("count").GetInt32());
        Assert.Empty(await archive.InInbox(agency));
    }

    [Fact]
    public async Task A_text_too_long_for_its_row_even_compressed_is_found_by_its_beginning()
    {
        var agency = await archive.NewAgency();
        var content = Documents.Text($"Mở đầu rất dài {Documents.Noise(1_200_000)}");
        await agency.Puts("dài.txt", content);
        await archive.Settles();

        Assert.Equal(RecordStatus.Described, (await agency.Record(content))!.Status);
        Assert.Contains("D-304", (await agency.Record(content))!.Findings.Select(finding => finding.Code));
        Assert.Equal(1, (await agency.Finds("mo dau rat dai")).GetProperty("count").GetInt32());
        Assert.Empty(await archive.InInbox(agency));
    }
}
