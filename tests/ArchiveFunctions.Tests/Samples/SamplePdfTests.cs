using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Text;
using System.Text.RegularExpressions;
using Archive.Description;
using Archive.Records;
using UglyToad.PdfPig;

namespace ArchiveFunctions.Tests.Samples;

public sealed partial class SamplePdfTests
{
    private static readonly string[] Printed =
        [Field.CodeNumber, Field.CodeNotation, Field.Place, Field.OrganName, Field.ParentOrganName, Field.Subject, Field.SignerName, Field.SignerPosition, Field.Priority];

    public static TheoryData<string> Pdfs => [.. SampleRecords.All.Where(sample => sample.Path.EndsWith(".pdf", StringComparison.Ordinal)).Select(sample => sample.Path)];

    [Theory]
    [MemberData(nameof(Pdfs))]
    public void A_PDF_opens_and_has_its_pages(string path)
    {
        using var pdf = PdfDocument.Open(Sample(path).Content());

        Assert.Equal(Sample(path).Pages, pdf.NumberOfPages);
        Assert.Equal(Sample(path).HasText, pdf.GetPages().Any(page => page.Letters.Count > 0));
    }

    public static TheoryData<string> PdfsWithText => [.. SampleRecords.All.Where(sample => sample.HasText && sample.Pages is not null).Select(sample => sample.Path)];

    [Theory]
    [MemberData(nameof(PdfsWithText))]
    public void A_PDF_shows_every_printed_field_in_composed_letters(string path)
    {
        var sample = Sample(path);
        using var pdf = PdfDocument.Open(sample.Content());
        var letters = string.Concat(pdf.GetPages().SelectMany(page => page.Letters).Select(letter => letter.Value)).Replace(" ", "", StringComparison.Ordinal);

        Assert.Equal(Vietnamese.Compose(letters), letters);
        Assert.All(Printed.Select(field => sample.Fields[field]).OfType<string>(), value => Assert.Contains(value.Replace(" ", "", StringComparison.Ordinal), letters, StringComparison.Ordinal));
    }

    [Fact]
    public void The_scan_is_pictures_only()
    {
        using var pdf = PdfDocument.Open(SampleRecords.All.Single(sample => sample.Form == "scan").Content());

        Assert.All(pdf.GetPages(), page => Assert.Single(page.GetImages()));
    }

    [Fact]
    public void The_signed_PDF_is_intact_and_covered_whole() => Verify(SampleRecords.All.Single(sample => sample.Form == "signed").Content());

    [Fact]
    public void The_PDF_changed_after_signing_is_not() =>
        Assert.Throws<CryptographicException>(() => Verify(SampleRecords.All.Single(sample => sample.Form == "tampered").Content()));

    private static SampleRecord Sample(string path) => SampleRecords.All.Single(sample => sample.Path == path);

    private static void Verify(byte[] file)
    {
        var text = Encoding.Latin1.GetString(file);
        var range = Range().Match(text).Groups.Values.Skip(1).Select(group => int.Parse(group.Value, System.Globalization.CultureInfo.InvariantCulture)).ToArray();
        Assert.Equal(file.Length, range[2] + range[3]);

        var cms = new SignedCms(new ContentInfo([.. file[..range[1]], .. file[range[2]..]]), detached: true);
        cms.Decode(Convert.FromHexString(text[(range[1] + 1)..(range[2] - 1)]));
        cms.CheckSignature(verifySignatureOnly: true);
    }

    [GeneratedRegex(@"/ByteRange \[(\d+) (\d+) (\d+) (\d+)\]")]
    private static partial Regex Range();
}
