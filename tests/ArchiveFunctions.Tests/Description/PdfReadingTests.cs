using ArchiveFunctions.Description;
using ArchiveFunctions.Tests.Accession.Content;
using Microsoft.Extensions.Time.Testing;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Writer;

namespace ArchiveFunctions.Tests.Description;

public sealed class PdfReadingTests
{
    [Fact]
    public async Task Pages_give_their_text_parted_by_form_feeds_and_their_words_with_places_and_styles()
    {
        var reading = await MadeFiles.Pdf(3).Read(Reading.Pdf);
        Assert.Equal(3, reading.PageCount);
        Assert.Equal("Ha Noi, ngay 05 thang 01 nam 2025 1\n\fHa Noi, ngay 05 thang 01 nam 2025 2\n\fHa Noi, ngay 05 thang 01 nam 2025 3\n", reading.Text);
        Assert.Empty(reading.Findings);

        var word = reading.Pages[0].Words[0];
        Assert.Equal(("Ha", true, false), (word.Text, word.Bold, word.Italic));
        Assert.InRange(word.Left, 84, 87);
        Assert.InRange(word.Bottom, 841.9 - 701, 841.9 - 699);
        Assert.InRange(word.Bottom - word.Top, 7, 13);
    }

    [Fact]
    public async Task Lines_are_read_from_top_to_bottom_and_left_to_right_whatever_order_the_file_gives()
    {
        var builder = new PdfDocumentBuilder();
        var font = builder.AddStandard14Font(Standard14Font.TimesItalic);
        var page = builder.AddPage(UglyToad.PdfPig.Content.PageSize.A4);
        page.AddText("second line", 12, new PdfPoint(80, 600), font);
        page.AddText("right", 12, new PdfPoint(400, 701), font);
        page.AddText("left", 12, new PdfPoint(80, 700), font);
        var reading = await builder.Build().Read(Reading.Pdf);
        Assert.Equal("left right\nsecond line\n", reading.Text);
        Assert.All(reading.Pages[0].Words, word => Assert.True(word.Italic));
    }

    [Fact]
    public async Task Pages_without_words_are_scans() =>
        Assert.Equal(["D-302"], (await MadeFiles.RawPdf("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>", "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>").Read(Reading.Pdf)).Codes());

    [Fact]
    public async Task Reading_stops_at_its_budget_of_letters_and_of_pages_and_says_so()
    {
        var letters = await MadeFiles.Pdf(5).Read(Reading.Pdf, new ReadingLimits(TimeSpan.FromMinutes(10), Letters: 50));
        Assert.Equal((50, "D-304"), (letters.Text.Length, letters.Codes().Single()));

        var pages = await MadeFiles.Pdf(5).Read(Reading.Pdf, new ReadingLimits(TimeSpan.FromMinutes(10), Pages: 2, Layouts: 1));
        Assert.Equal((5, 1, "D-304"), (pages.PageCount, pages.Pages.Count, pages.Codes().Single()));
        Assert.DoesNotContain("2025 3", pages.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("DCTDecode")]
    [InlineData("FlateDecode")]
    public async Task A_broken_page_is_passed_over(string filter)
    {
        var reading = await MadeFiles.RawPdf(
            "<</Type/Catalog/Pages 2 0 R>>",
            "<</Type/Pages/Kids[3 0 R 6 0 R]/Count 2/MediaBox[0 0 595 842]>>",
            "<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
            "<</Length 39>>stream\nBT /F 12 Tf 100 700 Td (still here) Tj ET\nendstream",
            "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
            "<</Type/Page/Parent 2 0 R/Contents 7 0 R/Resources<<>>>>",
            $"<</Length 12/Filter/{filter}>>stream\nno page here\nendstream").Read(Reading.Pdf);
        Assert.Contains("still here", reading.Text, StringComparison.Ordinal);
        Assert.Equal(2, reading.PageCount);
        Assert.Equal("page 2", reading.Findings.Single(finding => finding.Code == "D-307").Where);
    }

    [Fact]
    public async Task Legacy_text_is_converted_on_the_pages_as_well()
    {
        var reading = await MadeFiles.Pdf().Read(Reading.Pdf, convert: text => (text.Replace("Noi", "Nội", StringComparison.Ordinal), true));
        Assert.Equal(["D-303"], reading.Codes());
        Assert.StartsWith("Ha Nội,", reading.Text, StringComparison.Ordinal);
        Assert.Equal("Nội,", reading.Pages[0].Words[1].Text);
    }

    [Fact]
    public async Task When_time_is_spent_what_was_read_is_kept()
    {
        var clock = new FakeTimeProvider();
        var limits = ReadingLimits.Default;
        using var content = new StallingStream(MadeFiles.Pdf());
        var running = new DocumentReader(clock, text => (text, false), limits)
            .ReadAsync(content, content.Length, Reading.Pdf, TestContext.Current.CancellationToken);
        await content.Stalled;
        clock.Advance(limits.Time);
        var reading = await running;
        Assert.Equal(["D-305", "D-302"], reading.Codes());
    }

    [Fact]
    public async Task A_caller_who_stops_gets_no_reading()
    {
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();
        var bytes = MadeFiles.Pdf();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            new DocumentReader(TimeProvider.System, text => (text, false)).ReadAsync(new MemoryStream(bytes), bytes.Length, Reading.Pdf, stop.Token));
    }

    /// <summary>A storage that stops answering.</summary>
    private sealed class StallingStream(byte[] bytes) : MemoryStream(bytes)
    {
        private readonly TaskCompletionSource stalled = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Stalled => stalled.Task;

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            stalled.TrySetResult();
            return await new TaskCompletionSource<int>().Task.WaitAsync(cancellationToken);
        }
    }
}
