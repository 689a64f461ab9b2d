using Archive.Description;

namespace Archive.Tests.Description;

public sealed class AbstractTests
{
    [Theory]
    [InlineData("V/v cung cấp bản sao tài liệu")]
    [InlineData("V/v: cung cấp bản sao tài liệu")]
    [InlineData("V/v. cung cấp bản sao tài liệu")]
    [InlineData("v/v cung cấp bản sao tài liệu")]
    [InlineData("V/V cung cấp bản sao tài liệu")]
    [InlineData("V / v cung cấp bản sao tài liệu")]
    public void A_letters_abstract_has_no_mark(string printed)
    {
        var page = new PageDraft().NationalTitle().Left(60, "SỞ NỘI VỤ", bold: true).Left(107, "Số: 7/SNV-VP", size: 13).Left(125, printed)
            .Centred(190, "Kính gửi: Sở Tài chính", 150, 480, 14);
        var read = PageReading.Read(page.Pages());

        Assert.Equal(("22", "cung cấp bản sao tài liệu"), (read.Value(Field.TypeName), read.Value(Field.Subject)));
        Assert.InRange(read.Confidence(Field.Subject), 0.9, 1);
    }

    [Theory]
    [InlineData("Về việc phê duyệt danh mục", "Về việc phê duyệt danh mục")]
    [InlineData("V/v phê duyệt danh mục", "phê duyệt danh mục")]
    [InlineData("(V/v phê duyệt danh mục)", "phê duyệt danh mục")]
    [InlineData("(Về việc phê duyệt danh mục)", "Về việc phê duyệt danh mục")]
    [InlineData("(Tài liệu phục vụ kỳ họp thứ 5)", null)]
    public void Under_a_heading_only_the_mark_and_the_brackets_fall_away(string printed, string? expected)
    {
        var page = new PageDraft().NationalTitle().Left(60, "SỞ NỘI VỤ", bold: true).Left(107, "Số: 7/QĐ-SNV", size: 13)
            .Middle(150, "QUYẾT ĐỊNH", bold: true).Middle(170, printed, bold: true)
            .Body(220, "Căn cứ Luật Lưu trữ ngày 21 tháng 6 năm 2024;");

        Assert.Equal(expected, PageReading.Read(page.Pages()).Value(Field.Subject));
    }

    [Fact]
    public void A_mark_on_a_line_of_its_own_is_no_part_of_it_either()
    {
        var page = new PageDraft().NationalTitle().Left(60, "SỞ NỘI VỤ", bold: true).Left(107, "Số: 7/SNV-VP", size: 13).Left(125, "V/v").Left(140, "mượn hồ sơ");

        Assert.Equal("mượn hồ sơ", PageReading.Read(page.Pages()).Value(Field.Subject));
    }

    [Fact]
    public void A_lists_abstract_is_its_title()
    {
        var page = List().Line(60, "Danh mục hồ sơ nộp lưu năm 2025", 85);
        var read = PageReading.Read(page.Pages());

        Assert.Equal("Danh mục hồ sơ nộp lưu năm 2025", read.Value(Field.Subject));
        Assert.InRange(read.Confidence(Field.Subject), RecordDescription.Readable, 0.89);
        Assert.Single(read);
    }

    [Fact]
    public void A_lists_title_stands_below_its_head_and_above_remarks()
    {
        var page = List().Line(30, "SỞ NỘI VỤ", 85).Line(45, "DANH MỤC HỒ SƠ NỘP LƯU", 85).Line(60, "NĂM 2025", 85).Line(75, "(Kèm theo Công văn số 12/SNV-VP)", 85);

        Assert.Equal("DANH MỤC HỒ SƠ NỘP LƯU NĂM 2025", PageReading.Read(page.Pages()).Value(Field.Subject));
    }

    [Theory]
    [InlineData("SỞ NỘI VỤ")]
    [InlineData("Các đơn vị gửi số liệu trước ngày 15.")]
    public void An_agency_or_a_sentence_above_a_table_is_no_title(string line) =>
        Assert.Null(PageReading.Read(List().Line(60, line, 85).Pages()).Value(Field.Subject));

    [Fact]
    public void A_title_that_names_no_kind_of_list_is_doubtful() =>
        Assert.True(PageReading.Read(List().Line(60, "Hồ sơ cần chỉnh lý", 85).Pages()).Confidence(Field.Subject) < RecordDescription.Readable);

    [Fact]
    public void Capitals_on_a_page_without_title_and_number_are_an_issuer_only_when_they_name_one()
    {
        Assert.Null(PageReading.Read(List().Line(60, "DANH MỤC HỒ SƠ", 85).Pages()).Value(Field.OrganName));
        Assert.Equal("SỞ NỘI VỤ", PageReading.Read(List().Line(60, "SỞ NỘI VỤ", 85).Pages()).Value(Field.OrganName));
    }

    private static PageDraft List() => new PageDraft()
        .Line(95, "Số TT", 85).Line(95, "Tiêu đề hồ sơ", 150).Line(95, "Thời gian", 330).Line(95, "Thời hạn", 430)
        .Line(112, "1", 85).Line(112, "Hồ sơ tổ chức bộ máy", 150).Line(112, "2019", 330).Line(112, "Vĩnh viễn", 430);
}
