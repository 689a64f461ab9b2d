using Archive.Description;

namespace Archive.Tests.Description;

public sealed class PageReadingTests
{
    [Fact]
    public void A_plan_is_read_whole()
    {
        var read = PageReading.Read(Drafts.Plan().Pages(Drafts.LastPage()));

        Assert.Equal("ỦY BAN NHÂN DÂN THÀNH PHỐ HÀ NỘI", read.Value(Field.OrganName));
        Assert.Null(read.Value(Field.ParentOrganName));
        Assert.Equal(("67", "KH-UBND"), (read.Value(Field.CodeNumber), read.Value(Field.CodeNotation)));
        Assert.Equal(("Hà Nội", "16/03/2021"), (read.Value(Field.Place), read.Value(Field.IssuedDate)));
        Assert.Equal("10", read.Value(Field.TypeName));
        Assert.Equal("Triển khai Đề án Lưu trữ tài liệu điện tử của các cơ quan nhà nước giai đoạn 2020 - 2025", read.Value(Field.Subject));
        Assert.Equal("TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH PHÓ CHỦ TỊCH", read.Value(Field.SignerPosition));
        Assert.Equal("Chử Xuân Dũng", read.Value(Field.SignerName));
        Assert.Equal("Bộ Nội vụ; Chủ tịch, các Phó Chủ tịch UBND Thành phố", read.Value(Field.Recipients));
        Assert.All([Field.CodeNumber, Field.TypeName, Field.IssuedDate, Field.Subject], field => Assert.InRange(read.Confidence(field), 0.9, 1));
        Assert.All(read, said => Assert.Equal(StatementSource.Document, said.Source));
        Assert.Equal("page 1, left column", read.Single(said => said.Field == Field.CodeNumber).Where);
    }

    [Fact]
    public void A_plan_without_bold_type_reads_the_same_with_less_certainty()
    {
        var (plain, bold) = (PageReading.Read(Drafts.Plan(bold: false).Pages()), PageReading.Read(Drafts.Plan().Pages()));

        Assert.Equal(bold.Select(said => (said.Field, said.Value)), plain.Select(said => (said.Field, said.Value)));
        Assert.True(plain.Confidence(Field.Subject) < bold.Confidence(Field.Subject));
    }

    [Fact]
    public void A_letter_has_its_abstract_under_the_number_and_its_parent_above_the_issuer()
    {
        var read = PageReading.Read(Drafts.Letter().Pages());

        Assert.Equal("22", read.Value(Field.TypeName));
        Assert.Equal(("1234", "SNV-VTLT"), (read.Value(Field.CodeNumber), read.Value(Field.CodeNotation)));
        Assert.Equal("hướng dẫn giao nộp tài liệu lưu trữ điện tử vào Lưu trữ lịch sử Thành phố", read.Value(Field.Subject));
        Assert.Equal(("UBND THÀNH PHỐ HÀ NỘI", "SỞ NỘI VỤ"), (read.Value(Field.ParentOrganName), read.Value(Field.OrganName)));
        Assert.Equal("05/01/2024", read.Value(Field.IssuedDate));
        Assert.Equal("Các sở, ban, ngành Thành phố", read.Value(Field.Recipients));
        Assert.InRange(read.Confidence(Field.TypeName), 0.9, 1);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_wrapped_issuer_is_joined_and_told_from_its_parent_with_or_without_bold_type(bool bold)
    {
        var read = PageReading.Read(Drafts.Decision(bold).Pages());

        Assert.Equal(("BỘ NỘI VỤ", "CỤC VĂN THƯ VÀ LƯU TRỮ NHÀ NƯỚC"), (read.Value(Field.ParentOrganName), read.Value(Field.OrganName)));
        Assert.Equal("Về việc ban hành Quy chế bảo mật thông tin", read.Value(Field.Subject));
        Assert.Equal(("05", "QĐ-VTLTNN", "12/09/2022"), (read.Value(Field.CodeNumber), read.Value(Field.CodeNotation), read.Value(Field.IssuedDate)));
    }

    [Fact]
    public void A_blank_number_gives_none_but_its_notation_stands()
    {
        var read = PageReading.Read(Drafts.Plan(number: "Số:        /KH-UBND").Pages());

        Assert.Null(read.Value(Field.CodeNumber));
        Assert.Equal("KH-UBND", read.Value(Field.CodeNotation));
    }

    [Theory]
    [InlineData("Hà Nội, ngày     tháng 3 năm 2021", "03/2021")]
    [InlineData("Hà Nội, ngày ... tháng ... năm 2021", "2021")]
    [InlineData("Hà Nội, ngày 31 tháng 02 năm 2021", null)]
    [InlineData("Hà Nội, ngày 5/1/2021", "05/01/2021")]
    [InlineData("Thành phố Hồ Chí Minh, ngày 05 tháng 10 năm 2020", "05/10/2020")]
    public void A_date_is_taken_only_as_far_as_it_is_written(string line, string? expected)
    {
        var read = PageReading.Read(Drafts.Plan(date: line).Pages());

        Assert.Equal(expected, read.Value(Field.IssuedDate));
        Assert.True(expected is null or { Length: 10 } || read.Confidence(Field.IssuedDate) < RecordDescription.Readable);
    }

    [Theory]
    [InlineData("Số: 67 / KH - UBND", "67", "KH-UBND")]
    [InlineData("Số: 05/2025/TT-BNV", "05", "2025/TT-BNV")]
    [InlineData("Luật số: 33/2024/QH15", "33", "2024/QH15")]
    [InlineData("Số 14514-CV/VPTW", "14514", "CV/VPTW")]
    [InlineData("Số: 12a/QĐ–UBND", "12a", "QĐ-UBND")]
    [InlineData("Số: 01/2019/TTLT-BNV-BTC", "01", "2019/TTLT-BNV-BTC")]
    public void The_number_and_notation_are_read_in_every_form(string line, string number, string notation)
    {
        var read = PageReading.Read(Drafts.Plan(number: line).Pages());

        Assert.Equal((number, notation), (read.Value(Field.CodeNumber), read.Value(Field.CodeNotation)));
    }

    [Fact]
    public void A_heading_and_a_notation_that_disagree_make_the_type_doubtful()
    {
        var read = PageReading.Read(Drafts.Plan(number: "Số: 67/BC-UBND").Pages());

        Assert.Equal("10", read.Value(Field.TypeName));
        Assert.True(read.Confidence(Field.TypeName) < RecordDescription.Readable);
    }

    [Fact]
    public void Signing_text_at_the_top_right_is_not_the_document()
    {
        var page = Drafts.Plan()
            .Line(20, "Ký bởi: Ủy ban nhân dân thành phố Hà Nội", 380, 8).Line(30, "Cơ quan: VĂN PHÒNG ỦY BAN NHÂN DÂN", 380, 8)
            .Line(40, "Thời gian ký: 17.03.2021 15:20:11 +07:00", 380, 8);

        Assert.Equal(PageReading.Read(Drafts.Plan().Pages()), PageReading.Read(page.Pages()));
    }

    [Fact]
    public void An_urgency_stamp_is_the_priority()
    {
        Assert.Equal("THƯỢNG KHẨN", PageReading.Read(Drafts.Plan().Left(130, "THƯỢNG KHẨN", bold: true).Pages()).Value(Field.Priority));
        Assert.Null(PageReading.Read(Drafts.Plan().Pages()).Value(Field.Priority));
    }

    [Fact]
    public void No_pages_and_empty_pages_say_nothing()
    {
        Assert.Empty(PageReading.Read([]));
        Assert.Empty(PageReading.Read([new PageDraft().Page()]));
        Assert.Null(PageReading.SecretStamp([]));
    }
}
