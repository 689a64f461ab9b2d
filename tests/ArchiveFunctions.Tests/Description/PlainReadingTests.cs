using System.Text;
using Archive.Description;
using ArchiveFunctions.Description;
using ArchiveFunctions.Tests.Accession.Content;

namespace ArchiveFunctions.Tests.Description;

public sealed class PlainReadingTests
{
    [Fact]
    public async Task Text_is_read_in_any_Unicode_form_and_composed()
    {
        const string Said = "Ủy ban nhân dân";
        Assert.Equal(Said, (await Encoding.UTF8.GetBytes(Said).ReadAs("a.txt")).Text);
        Assert.Equal(Said, (await Encoding.UTF8.GetBytes(Said.Normalize(NormalizationForm.FormD)).ReadAs("a.txt")).Text);
        Assert.Equal(Said, (await Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes(Said)).ToArray().ReadAs("a.txt")).Text);
        Assert.Equal(Said, (await Encoding.BigEndianUnicode.GetPreamble().Concat(Encoding.BigEndianUnicode.GetBytes(Said)).ToArray().ReadAs("a.txt")).Text);
    }

    [Fact]
    public async Task Bytes_that_are_no_Unicode_are_handed_to_the_conversion_one_letter_each()
    {
        var reading = await new byte[] { 0x43, 0xE9, 0x6E, 0x67 }.Read(
            new FormatIdentity("x-fmt/111", "text", "text/plain", FormatFamily.Text), convert: text => (text.Replace('é', 'ộ'), true));
        Assert.Equal("Cộng", reading.Text);
        Assert.Equal("Cộng", reading.Pages[0].Words[0].Text);
        Assert.Equal(["D-303"], reading.Codes());
    }

    [Fact]
    public async Task The_leading_lines_make_a_page_of_one_column()
    {
        var reading = await "SỞ NỘI VỤ\r\nSố: 12/BC-SNV"u8.ToArray().ReadAs("a.txt");
        var words = Assert.Single(reading.Pages).Words;
        Assert.Equal(["SỞ", "NỘI", "VỤ", "Số:", "12/BC-SNV"], words.Select(word => word.Text));
        Assert.Equal(words[0].Left, words[3].Left);
        Assert.True(words[3].Top > words[0].Top);
    }

    [Fact]
    public async Task Text_longer_than_the_budget_is_cut()
    {
        var reading = await Encoding.UTF8.GetBytes(new string('ộ', 5000)).Read(
            new FormatIdentity("x-fmt/111", "text", "text/plain", FormatFamily.Text), new ReadingLimits(TimeSpan.FromMinutes(10), Letters: 100));
        Assert.Equal(new string('ộ', 100), reading.Text);
        Assert.Equal(["D-304"], reading.Codes());
    }

    [Fact]
    public async Task Markup_is_read_without_its_marks()
    {
        var html = await "<html><head><style>p{}</style></head><body><!-- no --><p>Thông&nbsp;báo <b>số</b> 5</p><p>Kính g&#7917;i</p></body></html>"u8.ToArray().ReadAs("a.html");
        Assert.Equal("Thông báo số 5\nKính gửi", html.Text);

        var xml = await "<?xml version=\"1.0\"?><a><b>một</b><![CDATA[hai <3]]><c x=\"không\"/></a>"u8.ToArray().ReadAs("a.xml");
        Assert.Equal("một\nhai <3", xml.Text);
    }

    [Fact]
    public async Task An_image_has_its_number_of_pages_and_no_text()
    {
        var tiff = await MadeFiles.Tiff(4).ReadAs("a.tif");
        Assert.Equal((4, "", "D-302"), (tiff.PageCount, tiff.Text, tiff.Codes().Single()));
        Assert.Equal(1, (await MadeFiles.Png().ReadAs("a.png")).PageCount);
    }

    [Fact]
    public async Task Films_are_not_expected_to_say_anything() =>
        Assert.Empty((await new byte[20].Read(new FormatIdentity("fmt/199", "MP4", "video/mp4", FormatFamily.Video))).Findings);
}
