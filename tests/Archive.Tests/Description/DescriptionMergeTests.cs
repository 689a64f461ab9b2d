using Archive.Description;
using Archive.Records;

namespace Archive.Tests.Description;

public sealed class DescriptionMergeTests
{
    [Theory]
    [InlineData(Field.CodeNumber, "067", "67")]
    [InlineData(Field.CodeNotation, "KH - UBND", "KH-UBND")]
    [InlineData(Field.CodeNotation, "kh–ubnd", "KH-UBND")]
    [InlineData(Field.CodeNotation, "NĐ-CP", "2020/NĐ-CP")]
    [InlineData(Field.IssuedDate, "03/2021", "16/03/2021")]
    [InlineData(Field.TypeName, "10", "10")]
    [InlineData(Field.OrganName, "Ủy ban nhân dân thành phố Hà Nội", "UBND TP HÀ NỘI")]
    [InlineData(Field.OrganName, "Sở Nội vụ thành phố Hà Nội", "SỞ NỘI VỤ")]
    [InlineData(Field.OrganName, "Sở Nội vụ Hà Nội", "SỞ NỘI VỤ")]
    [InlineData(Field.Subject, "V/v triển khai Đề án", "Triển khai  đề án.")]
    [InlineData(Field.Subject, "Kế hoạch triển khai Đề án", "Triển khai Đề án")]
    [InlineData(Field.SignerName, "TS. Nguyễn Văn An", "NGUYỄN VĂN AN")]
    [InlineData(Field.SignerPosition, "Phó Chủ tịch", "KT. CHỦ TỊCH PHÓ CHỦ TỊCH")]
    [InlineData(Field.SignerPosition, "KT. Phó Giám đốc", "KT. GIÁM ĐỐC PHÓ GIÁM ĐỐC")]
    [InlineData(Field.SignerPosition, "TL. Chánh Văn phòng", "TL. CHỦ TỊCH CHÁNH VĂN PHÒNG")]
    [InlineData(Field.SignerPosition, "KT. Chủ tịch - Phó Chủ tịch", "TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH PHÓ CHỦ TỊCH")]
    [InlineData(Field.SignerPosition, "Quyền Giám đốc", "Q. GIÁM ĐỐC")]
    [InlineData(Field.Priority, "1", "KHẨN")]
    public void Values_that_mean_the_same_agree(string field, string said, string read) => Assert.Empty(Merged(field, said, read).Findings);

    [Theory]
    [InlineData(Field.CodeNumber, "68", "67")]
    [InlineData(Field.CodeNotation, "KH-HĐND", "KH-UBND")]
    [InlineData(Field.IssuedDate, "17/03/2021", "16/03/2021")]
    [InlineData(Field.TypeName, "14", "10")]
    [InlineData(Field.OrganName, "Văn phòng UBND thành phố Hà Nội", "UBND THÀNH PHỐ HÀ NỘI")]
    [InlineData(Field.OrganName, "Sở Tài chính", "SỞ NỘI VỤ")]
    [InlineData(Field.Subject, "Triển khai", "Triển khai Đề án")]
    [InlineData(Field.SignerName, "Nguyễn Văn An", "Nguyễn Văn Bình")]
    [InlineData(Field.SignerPosition, "Giám đốc", "KT. GIÁM ĐỐC PHÓ GIÁM ĐỐC")]
    [InlineData(Field.SignerPosition, "KT.", "KT. GIÁM ĐỐC PHÓ GIÁM ĐỐC")]
    public void Values_that_differ_are_a_finding_with_both(string field, string said, string read)
    {
        var merged = Merged(field, said, read);

        Assert.Equal(Finding.Of(FindingCodes.Disagreement, field).Code, Assert.Single(merged.Findings).Code);
        Assert.Equal([said, read], merged.Findings[0].Values);
        Assert.Equal((said, read), (merged.Description.Said(field, StatementSource.Depositor)?.Value, merged.Description.Said(field, StatementSource.Document)?.Value));
    }

    [Fact]
    public void An_issuer_with_its_parent_before_or_after_it_is_the_same()
    {
        Statement[] read = [Document(Field.OrganName, "SỞ NỘI VỤ"), Document(Field.ParentOrganName, "UBND THÀNH PHỐ HÀ NỘI")];

        Assert.Empty(DescriptionMerge.Merge([Depositor(Field.OrganName, "Ủy ban nhân dân thành phố Hà Nội - Sở Nội vụ")], read, []).Findings);
        Assert.Empty(DescriptionMerge.Merge([Depositor(Field.OrganName, "Sở Nội vụ, UBND thành phố Hà Nội")], read, []).Findings);
    }

    [Fact]
    public void A_doubtful_reading_is_said_to_be_one_unless_the_depositor_says_the_same()
    {
        Assert.Equal(FindingCodes.DoubtfulReading.Id, Assert.Single(Merged(Field.CodeNumber, "68", "67", 0.69).Findings).Code);
        Assert.Equal(FindingCodes.DoubtfulReading.Id, Assert.Single(DescriptionMerge.Merge([], [Document(Field.CodeNumber, "67", 0.5)], []).Findings).Code);
        Assert.Empty(Merged(Field.CodeNumber, "67", "67", 0.5).Findings);
        Assert.Empty(DescriptionMerge.Merge([], [Document(Field.CodeNumber, "67", 0.7)], []).Findings);
    }

    [Fact]
    public void There_is_one_statement_per_field_and_source_and_earlier_findings_are_kept()
    {
        var given = Finding.Of(FindingCodes.NoText, "page 1");
        var merged = DescriptionMerge.Merge(
            [Depositor(Field.Subject, "a"), Document(Field.Keyword, "không phải của người nộp")],
            [Document(Field.Place, "Hà Nội", 0.8), Document(Field.Place, "Huế", 0.9), Depositor(Field.Place, "x")], [given]);

        Assert.Equal([given], merged.Findings);
        Assert.Equal([(Field.Subject, "a"), (Field.Place, "Huế")], merged.Description.Statements.Select(said => (said.Field, said.Value)));
    }

    private static Described Merged(string field, string said, string read, double confidence = 0.9) =>
        DescriptionMerge.Merge([Depositor(field, said)], [Document(field, read, confidence)], []);

    private static Statement Depositor(string field, string value) => new(field, value, StatementSource.Depositor, 1, "sidecar");

    private static Statement Document(string field, string value, double confidence = 0.9) => new(field, value, StatementSource.Document, confidence, "page 1");
}
