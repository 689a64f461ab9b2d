using Archive.Description;

namespace Archive.Tests.Description;

public sealed class LayoutVariantTests
{
    [Fact]
    public void A_header_in_one_column_is_read_too()
    {
        var page = new PageDraft()
            .Line(60, "UBND THÀNH PHỐ HÀ NỘI", 72).Line(77, "SỞ TÀI CHÍNH", 72, bold: true).Line(94, "Số: 15/BC-STC", 72)
            .Line(111, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 72, bold: true).Line(128, "Độc lập - Tự do - Hạnh phúc", 72, bold: true)
            .Line(145, "Hà Nội, ngày 20 tháng 12 năm 2023", 72, italic: true)
            .Line(170, "BÁO CÁO", 72, bold: true).Line(187, "Kết quả thực hiện dự toán năm 2023", 72, bold: true)
            .Line(215, "Kính gửi: Ủy ban nhân dân Thành phố", 72);
        var read = PageReading.Read(page.Pages());

        Assert.Equal(("UBND THÀNH PHỐ HÀ NỘI", "SỞ TÀI CHÍNH"), (read.Value(Field.ParentOrganName), read.Value(Field.OrganName)));
        Assert.Equal(("15", "BC-STC", "20/12/2023"), (read.Value(Field.CodeNumber), read.Value(Field.CodeNotation), read.Value(Field.IssuedDate)));
        Assert.Equal(("14", "Kết quả thực hiện dự toán năm 2023"), (read.Value(Field.TypeName), read.Value(Field.Subject)));
        Assert.Equal("Ủy ban nhân dân Thành phố", read.Value(Field.Recipients));
    }

    [Fact]
    public void A_party_document_has_the_partys_title_and_its_own_form_of_number()
    {
        var page = new PageDraft()
            .Right(60, "ĐẢNG CỘNG SẢN VIỆT NAM", bold: true)
            .Left(60, "BAN CHẤP HÀNH TRUNG ƯƠNG").Left(77, "VĂN PHÒNG", bold: true)
            .Left(107, "Số 14514-CV/VPTW", size: 13).Right(107, "Hà Nội, ngày 24 tháng 4 năm 2025", italic: true)
            .Left(125, "Về việc sắp xếp hồ sơ lưu trữ")
            .Middle(170, "Kính gửi: Các tỉnh ủy, thành ủy");
        var read = PageReading.Read(page.Pages());

        Assert.Equal(("14514", "CV/VPTW", "22"), (read.Value(Field.CodeNumber), read.Value(Field.CodeNotation), read.Value(Field.TypeName)));
        Assert.Equal(("BAN CHẤP HÀNH TRUNG ƯƠNG", "VĂN PHÒNG"), (read.Value(Field.ParentOrganName), read.Value(Field.OrganName)));
        Assert.Equal(("24/04/2025", "Về việc sắp xếp hồ sơ lưu trữ"), (read.Value(Field.IssuedDate), read.Value(Field.Subject)));
    }

    [Fact]
    public void Minutes_have_no_date_line_and_the_chair_signs_on_the_right()
    {
        var page = new PageDraft()
            .NationalTitle()
            .Left(60, "SỞ NỘI VỤ").Left(77, "TRUNG TÂM LƯU TRỮ", bold: true).Left(92, "LỊCH SỬ", bold: true)
            .Left(110, "Số: 03/BB-TTLTLS", size: 13)
            .Middle(150, "BIÊN BẢN", bold: true).Middle(168, "Họp xét hủy tài liệu hết thời hạn", bold: true)
            .Body(210, "Hà Nội, ngày 02 tháng 6 năm 2023, tại phòng họp số 2, cuộc họp bắt đầu.")
            .Centred(500, "THƯ KÝ", 85, 300, bold: true).Centred(500, "CHỦ TRÌ", 310, 545, bold: true)
            .Centred(600, "Trần Thị Bình", 85, 300, bold: true).Centred(600, "Lê Văn Cường", 310, 545, bold: true);
        var read = PageReading.Read(page.Pages());

        Assert.Equal(("20", "TRUNG TÂM LƯU TRỮ LỊCH SỬ"), (read.Value(Field.TypeName), read.Value(Field.OrganName)));
        Assert.Null(read.Value(Field.IssuedDate));
        Assert.Equal(("CHỦ TRÌ", "Lê Văn Cường"), (read.Value(Field.SignerPosition), read.Value(Field.SignerName)));
        Assert.True(read.Confidence(Field.SignerName) < 0.9);
    }

    [Fact]
    public void An_appendix_after_the_signature_is_not_the_main_document()
    {
        var appendix = new PageDraft(3)
            .Middle(60, "PHỤ LỤC I", bold: true).Middle(80, "(Kèm theo Kế hoạch số 67/KH-UBND ngày 16/3/2021)")
            .Centred(400, "KT. GIÁM ĐỐC", 310, 545, bold: true).Centred(480, "Người Khác Ký", 310, 545, bold: true)
            .Line(500, "Nơi nhận:", 85, 12).Line(516, "- Cơ quan khác;", 85, 11)
            .Page();
        var read = PageReading.Read(Drafts.Plan().Pages(Drafts.LastPage(), appendix));

        Assert.Equal("Chử Xuân Dũng", read.Value(Field.SignerName));
        Assert.DoesNotContain("Cơ quan khác", read.Value(Field.Recipients), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("PGS. TS. Nguyễn Văn An", "Nguyễn Văn An")]
    [InlineData("ThS. Nguyễn Văn An", "Nguyễn Văn An")]
    [InlineData("Tiến sĩ Nguyễn Văn An", "Nguyễn Văn An")]
    [InlineData("NGUYỄN VĂN AN", "NGUYỄN VĂN AN")]
    public void The_signer_has_no_academic_title(string printed, string expected) =>
        Assert.Equal(expected, PageReading.Read(Drafts.Plan().Pages(Drafts.LastPage(name: printed))).Value(Field.SignerName));

    [Fact]
    public void A_seal_and_signing_text_between_post_and_name_are_passed_over()
    {
        var last = new PageDraft(2)
            .Line(120, "Nơi nhận:", 85, 12).Centred(120, "KT. GIÁM ĐỐC", 310, 545, bold: true).Centred(137, "PHÓ GIÁM ĐỐC", 310, 545, bold: true)
            .Line(136, "- Như trên;", 85, 11).Line(150, "- Lưu: VT.", 85, 11)
            .Centred(180, "(Đã ký)", 310, 545).Line(195, "Ký bởi: Sở Nội vụ Hà Nội", 380, 8)
            .Centred(240, "Trần Đình Cảnh", 310, 545, bold: true)
            .Page();
        var read = PageReading.Read(Drafts.Letter().Pages(last));

        Assert.Equal(("KT. GIÁM ĐỐC PHÓ GIÁM ĐỐC", "Trần Đình Cảnh"), (read.Value(Field.SignerPosition), read.Value(Field.SignerName)));
        Assert.Equal("Các sở, ban, ngành Thành phố; Như trên", read.Value(Field.Recipients));
    }

    [Fact]
    public void Several_addressees_stand_before_the_recipients()
    {
        var page = new PageDraft().NationalTitle().Left(60, "SỞ NỘI VỤ", bold: true).Left(107, "Số: 7/SNV-VP", size: 13)
            .Line(190, "Kính gửi:", 200, 14).Line(208, "- Văn phòng Ủy ban nhân dân Thành phố;", 260, 14).Line(226, "- Sở Tài chính.", 260, 14)
            .Body(260, "Sở Nội vụ trân trọng đề nghị quý cơ quan phối hợp.");

        Assert.Equal("Văn phòng Ủy ban nhân dân Thành phố; Sở Tài chính", PageReading.Read(page.Pages()).Value(Field.Recipients));
    }

    [Fact]
    public void A_heading_that_runs_on_in_capitals_begins_the_abstract()
    {
        var page = new PageDraft().NationalTitle().Left(60, "SỞ NỘI VỤ", bold: true).Left(107, "Số: 9/BC-SNV", size: 13)
            .Middle(150, "BÁO CÁO KẾT QUẢ SỐ HÓA TÀI LIỆU", bold: true).Middle(170, "LƯU TRỮ NĂM 2023", bold: true)
            .Body(210, "Căn cứ kế hoạch công tác năm, Sở Nội vụ báo cáo như sau:");
        var read = PageReading.Read(page.Pages());

        Assert.Equal(("14", "KẾT QUẢ SỐ HÓA TÀI LIỆU LƯU TRỮ NĂM 2023"), (read.Value(Field.TypeName), read.Value(Field.Subject)));
    }

    [Fact]
    public void A_page_without_the_layout_says_nothing_of_number_or_date()
    {
        var page = new PageDraft().Body(60, "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ")
            .Body(80, "và Quyết định số 458/QĐ-TTg, đơn vị đề xuất như sau.").Body(100, "Số lượng hồ sơ: 12/KH-UBND");

        var read = PageReading.Read(page.Pages());
        Assert.Null(read.Value(Field.CodeNumber));
        Assert.Null(read.Value(Field.IssuedDate));
        Assert.Null(read.Value(Field.TypeName));
    }
}
