using System.Text;
using Archive.Description;

namespace Archive.Tests.Description;

public sealed class DocumentTypeTests
{
    [Fact]
    public void There_are_32_types_coded_in_order_and_27_have_an_abbreviation()
    {
        Assert.Equal(Enumerable.Range(1, 32).Select(code => code.ToString("D2", null)), DocumentType.All.Select(type => type.Code));
        Assert.Equal(27, DocumentType.All.Count(type => type.Abbreviation is not null));
        Assert.Null(DocumentType.OfficialLetter.Abbreviation);
        Assert.Equal(32, DocumentType.All.Select(type => type.EnglishName).Distinct().Count());
    }

    [Fact]
    public void Each_type_is_found_by_its_code_name_heading_and_abbreviation() => Assert.All(DocumentType.All, type =>
    {
        Assert.Equal(type, DocumentType.ByCode(type.Code));
        Assert.Equal(type, DocumentType.ByName(type.Name));
        Assert.Equal(type, DocumentType.ByHeading(type.Name.ToUpperInvariant()));
        Assert.Equal(type, DocumentType.ByHeading(type.Name.ToUpperInvariant().Normalize(NormalizationForm.FormD)));
        Assert.True(type.Abbreviation is null || DocumentType.ByAbbreviation(type.Abbreviation) == type);
    });

    [Theory]
    [InlineData("Q U Y Ế T   Đ Ị N H", "02")]
    [InlineData("* QUYẾT ĐỊNH:", "02")]
    [InlineData("NGHỊ ĐỊNH", "32")]
    [InlineData("Quyết định", null)]
    [InlineData("QUYẾT ĐỊNH VỀ VIỆC", null)]
    [InlineData("", null)]
    public void A_heading_is_capitals_alone_on_the_line(string line, string? code) => Assert.Equal(code, DocumentType.ByHeading(line)?.Code);

    [Theory]
    [InlineData("TTr", "15")]
    [InlineData("TT", "32")]
    [InlineData("CTr", "09")]
    [InlineData("CT", "03")]
    [InlineData("QyĐ", "05")]
    [InlineData("QĐ", "02")]
    [InlineData("CV", "22")]
    [InlineData("QH15", "32")]
    [InlineData("ttr", null)]
    [InlineData("UBND", null)]
    public void Case_matters_in_an_abbreviation(string abbreviation, string? code) => Assert.Equal(code, DocumentType.ByAbbreviation(abbreviation)?.Code);
}
