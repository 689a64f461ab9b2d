using System.Text;
using Archive.Description;
using ArchiveFunctions.Description.Pdf;
using ArchiveFunctions.Tests.Accession.Content;

namespace ArchiveFunctions.Tests.Description;

public sealed class PdfSignatureTests
{
    [Theory]
    [InlineData("adbe.pkcs7.detached", false, true)]
    [InlineData("adbe.pkcs7.detached", false, false)]
    [InlineData("adbe.pkcs7.detached", true, true)]
    [InlineData("ETSI.CAdES.detached", false, true)]
    [InlineData("adbe.pkcs7.sha1", false, true)]
    public async Task A_signature_over_an_unchanged_file_is_intact(string subFilter, bool elliptic, bool attributes)
    {
        var reading = Assert.Single(await Signatures(new SignedPdf(subFilter, elliptic, attributes).Bytes));
        Assert.Equal(new SignatureReading("Nguyễn Văn An", "Nguyễn Văn An", SignedPdf.SigningTime, true, true, null), reading);
    }

    [Fact]
    public async Task A_name_of_any_length_fits_into_a_record()
    {
        var reading = Assert.Single(await Signatures(new SignedPdf(name: $"CN={new string('N', 1_000)}").Bytes));
        Assert.Equal((200, 200, true), (reading.Signer.Length, reading.Issuer.Length, reading.Intact));
    }

    [Fact]
    public async Task A_changed_byte_breaks_the_signature()
    {
        var bytes = new SignedPdf().Bytes;
        bytes[bytes.AsSpan().IndexOf("842]"u8)] = (byte)'9';
        var reading = Assert.Single(await Signatures(bytes));
        Assert.Equal((false, "the content was changed after signing"), (reading.Intact, reading.Problem));
        Assert.Equal("Nguyễn Văn An", reading.Signer);
    }

    [Fact]
    public async Task What_is_added_after_signing_is_not_covered()
    {
        byte[] bytes = [.. new SignedPdf().Bytes, .. "\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n%%EOF"u8];
        var reading = Assert.Single(await Signatures(bytes));
        Assert.Equal((true, false), (reading.Intact, reading.CoversWholeFile));
        Assert.Contains("D-308", (await bytes.Read(Reading.Pdf)).Codes());
    }

    [Fact]
    public async Task A_sound_signature_is_no_finding_and_a_broken_one_is()
    {
        Assert.DoesNotContain("D-308", (await new SignedPdf().Bytes.Read(Reading.Pdf)).Codes());
        Assert.Contains("D-308", (await Ranged("[0 10 20 99999999]").Read(Reading.Pdf)).Codes());
    }

    [Theory]
    [InlineData("[0 100 50 100]", "the byte range overlaps itself")]
    [InlineData("[0 100 200 99999999]", "the byte range leaves the file")]
    [InlineData("[-5 100 200 10]", "the byte range leaves the file")]
    [InlineData("[0 9223372036854775807 5 9223372036854775807]", "the byte range leaves the file")]
    [InlineData("[0 100 200]", "the byte range is malformed")]
    [InlineData("[0 99999999999999999999 1 1]", "the byte range is malformed")]
    [InlineData("12 0 R", "the byte range is malformed")]
    [InlineData("[0 100 200 300]", "the byte range leaves out more than the signature")]
    public async Task A_range_that_makes_no_sense_is_a_problem_and_not_an_exception(string range, string problem)
    {
        var reading = Assert.Single(await Signatures(Ranged(range)));
        Assert.Equal((false, false, problem), (reading.Intact, reading.CoversWholeFile, reading.Problem));
    }

    [Fact]
    public async Task A_signature_without_its_certificate_cannot_be_verified() =>
        Assert.Equal("the signing certificate is missing", Assert.Single(await Signatures(new SignedPdf(bare: true).Bytes)).Problem);

    [Fact]
    public async Task Without_a_signed_time_the_dictionary_is_believed()
    {
        var reading = Assert.Single(await Signatures(new SignedPdf(attributes: false).Bytes));
        Assert.Equal(SignedPdf.SigningTime, reading.SignedAt);
    }

    [Fact]
    public async Task Those_words_on_a_page_are_no_signature() =>
        Assert.Empty(await Signatures(MadeFiles.RawPdf("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[]/Count 0>>", "(the key /ByteRange [0 1 2 3] of a dictionary)")));

    [Theory]
    [InlineData("D:20250105093000+07'00'", "2025-01-05T09:30:00+07:00")]
    [InlineData("D:20250105093000Z", "2025-01-05T09:30:00+00:00")]
    [InlineData("D:20250105093000-0530", "2025-01-05T09:30:00-05:30")]
    [InlineData("D:20250105", "2025-01-05T00:00:00+07:00")]
    [InlineData("D:20251305", null)]
    [InlineData("D:20250105093000+99'00'", null)]
    [InlineData("yesterday", null)]
    public void PDF_dates_are_read_with_their_zone(string text, string? expected) =>
        Assert.Equal(expected, PdfDate.Parse(text)?.ToString("yyyy-MM-ddTHH:mm:sszzz", System.Globalization.CultureInfo.InvariantCulture));

    private static Task<IReadOnlyList<SignatureReading>> Signatures(byte[] bytes) =>
        PdfSignatures.ReadAsync(new MemoryStream(bytes), bytes.Length, TestContext.Current.CancellationToken);

    private static byte[] Ranged(string range)
    {
        var bytes = new SignedPdf().Bytes;
        var at = bytes.AsSpan().IndexOf("/ByteRange "u8) + 11;
        Encoding.Latin1.GetBytes(range.PadRight(60)).CopyTo(bytes, at);
        return bytes;
    }
}
