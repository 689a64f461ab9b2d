using System.Net.Http.Headers;
using Archive.Description;
using Archive.Records;
using ArchiveFunctions.ReadingRoom;
using CsCheck;

namespace ArchiveFunctions.Tests.ReadingRoom;

public sealed class ContentDispositionTests
{
    [Theory]
    [InlineData("Quyết định số 67.pdf", "Quyet dinh so 67.pdf")]
    [InlineData("ĐƯỜNG LÁNG.pdf", "DUONG LANG.pdf")]
    [InlineData("thư mục/công văn.pdf", "cong van.pdf")]
    [InlineData("..\\..\\a.pdf", "a.pdf")]
    [InlineData("a\"b\\c.pdf", "c.pdf")]
    [InlineData("文書.pdf", "__.pdf")]
    [InlineData("a\r\nSet-Cookie: x.pdf", "aSet-Cookie_ x.pdf")]
    [InlineData("\u202Efdp.exe", "fdp.exe")]
    public void A_name_is_given_plainly_for_old_programs(string original, string plain) =>
        Assert.Contains($"filename=\"{plain}\"", Header(original), StringComparison.Ordinal);

    [Theory]
    [InlineData("Quyết định số 67.pdf")]
    [InlineData("100% (bản 'chính').pdf")]
    public void A_name_is_given_whole_for_the_others(string original) =>
        Assert.Equal(original, ContentDispositionHeaderValue.Parse(Header(original)).FileNameStar);

    [Fact]
    public void A_decomposed_name_is_given_composed() =>
        Assert.Equal(Header("Quyết định.pdf"), Header("Quyết định.pdf".Normalize(System.Text.NormalizationForm.FormD)));

    [Fact]
    public void A_long_name_keeps_its_extension() =>
        Assert.EndsWith(".pdf", ContentDispositionHeaderValue.Parse(Header(new string('ệ', 400) + ".pdf")).FileNameStar!, StringComparison.Ordinal);

    [Fact]
    public void Whatever_the_name_the_header_is_one_line_of_ascii() => Gen.String.Sample(name =>
    {
        var header = Header(name);
        return header.All(letter => letter is >= ' ' and <= '~') && ContentDispositionHeaderValue.TryParse(header, out _);
    });

    [Theory]
    [InlineData("application/pdf", "inline")]
    [InlineData("image/png", "inline")]
    [InlineData("text/plain", "inline")]
    [InlineData("text/html", "attachment")]
    [InlineData("image/svg+xml", "attachment")]
    [InlineData("application/octet-stream", "attachment")]
    public void Only_formats_that_run_nothing_are_shown(string mediaType, string how) =>
        Assert.StartsWith(how + ";", Header("a", mediaType), StringComparison.Ordinal);

    private static string Header(string name, string mediaType = "application/pdf") => ContentDisposition.Of(
        new Content(1, Sha256Digest.Of(new byte[32]), 1, new FormatIdentity("", "", mediaType, FormatFamily.Unknown), name));
}
