using System.Net;
using Archive.Records;
using ArchiveFunctions.Records;

namespace ArchiveFunctions.Tests.Stories;

/// <summary>A bag is written while it is sent: whoever receives half of one, or one with other bytes, must not take it for the whole.</summary>
public sealed class BrokenBagStories(RunningArchive archive) : IClassFixture<RunningArchive>
{
    [Fact]
    public async Task A_bag_of_bytes_that_are_not_the_records_breaks_off()
    {
        var (agency, record, content) = await Deposited("Changed in the vault");
        content[^3] ^= 1;
        await archive.Get<Vault>().Content(record).UploadAsync(BinaryData.FromBytes(content), overwrite: true);

        using var officer = await agency.Officer();
        await BreaksOff(officer, $"api/records/{record.Id}/bag");
        await Eventually.Holds(() => Task.FromResult(archive.Complaints.Any(line => line.Contains("is not what was to be written", StringComparison.Ordinal))), "an operator is told");
    }

    [Fact]
    public async Task A_bag_of_bytes_that_are_gone_breaks_off()
    {
        var (agency, record, _) = await Deposited("Gone from the vault");
        await archive.Get<Vault>().Content(record).DeleteAsync();

        using var officer = await agency.Officer();
        await BreaksOff(officer, $"api/records/{record.Id}/bag");
    }

    [Fact]
    public async Task Who_stops_reading_leaves_the_archive_answering()
    {
        var (agency, record, _) = await Deposited("Left half-way");
        using var officer = await agency.Officer();
        for (var time = 0; time < 5; time++)
        {
            using var answer = await officer.GetAsync(new Uri($"api/records/{record.Id}/bag", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead);
            await using var half = await answer.Content.ReadAsStreamAsync();
            await half.ReadExactlyAsync(new byte[10]);
        }

        Assert.NotEmpty(await officer.GetByteArrayAsync($"api/records/{record.Id}/bag"));
    }

    private static async Task BreaksOff(HttpClient reader, string address)
    {
        try
        {
            using var answer = await reader.GetAsync(new Uri(address, UriKind.Relative), HttpCompletionOption.ResponseHeadersRead);
            if (answer.StatusCode == HttpStatusCode.OK)
                await Assert.ThrowsAnyAsync<Exception>(() => answer.Content.ReadAsByteArrayAsync());
        }
        catch (HttpRequestException)
        {
            // Broken off before the first byte.
            return;
        }
    }

    private async Task<(Depositor Agency, ArchiveRecord Record, byte[] Content)> Deposited(string words)
    {
        var agency = await archive.NewAgency();
        var content = Documents.Pdf(words);
        await agency.Puts("a.pdf", content);
        await archive.Settles();
        return (agency, (await agency.Record(content))!, content);
    }
}
