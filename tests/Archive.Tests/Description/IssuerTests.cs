using Archive.Description;

namespace Archive.Tests.Description;

public sealed class IssuerTests
{
    [Theory]
    [InlineData("SỞ NỘI VỤ", "SNV-QLVTLT", true)]
    [InlineData("SỞ KẾ HOẠCH VÀ ĐẦU TƯ", "TB-KHĐT", true)]
    [InlineData("SỞ KẾ HOẠCH VÀ ĐẦU TƯ", "TTr-KH&ĐT", true)]
    [InlineData("SỞ KẾ HOẠCH VÀ ĐẦU TƯ", "BC-SKHĐT", true)]
    [InlineData("BAN TỔ CHỨC CHÍNH QUYỀN", "CV-TCCQ", true)]
    [InlineData("CỤC VĂN THƯ VÀ LƯU TRỮ NHÀ NƯỚC", "QĐ-VTLTNN", true)]
    [InlineData("ỦY BAN NHÂN DÂN QUẬN HOÀN KIẾM", "2022/QĐ-UBND", true)]
    [InlineData("VĂN PHÒNG", "CV/VPTU", true)]
    [InlineData("SỞ NỘI VỤ", "KH-UBND", false)]
    [InlineData("SỞ TÀI CHÍNH", "BC-KHĐT", false)]
    [InlineData("QUỸ ĐẦU TƯ PHÁT TRIỂN", "QĐ-UBND", false)]
    public void A_notation_names_its_issuer_by_initials(string issuer, string notation, bool signs)
    {
        var lines = new IssuerLines("THÀNH ỦY HÀ NỘI", issuer, new HeaderCell(new PageCell([new PageWord(issuer, 0, 0, 9, 9)]), HeaderColumn.Left), false);

        Assert.Equal(signs, lines.Signs(notation));
    }

    [Fact]
    public void A_head_in_one_centred_column_is_read()
    {
        var page = new PageDraft()
            .Centred(60, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 85, 545, 12, bold: true).Centred(77, "Độc lập - Tự do - Hạnh phúc", 85, 545, 13, bold: true)
            .Middle(105, "ỦY BAN NHÂN DÂN QUẬN HOÀN KIẾM", bold: true).Middle(125, "Số: 33/GM-UBND")
            .Line(147, "Hoàn Kiếm, ngày 05 tháng 01 năm 2009", 310, italic: true)
            .Middle(180, "GIẤY MỜI", bold: true).Middle(200, "Dự hội nghị tổng kết", bold: true)
            .Body(230, "Ủy ban nhân dân quận trân trọng kính mời các đại biểu đến dự hội nghị")
            .Line(248, "tổng kết năm.", 85, 14);
        var read = PageReading.Read(page.Pages());

        Assert.Equal(("33", "GM-UBND"), (read.Value(Field.CodeNumber), read.Value(Field.CodeNotation)));
        Assert.Equal(("ỦY BAN NHÂN DÂN QUẬN HOÀN KIẾM", null), (read.Value(Field.OrganName), read.Value(Field.ParentOrganName)));
        Assert.Equal(("Hoàn Kiếm", "05/01/2009"), (read.Value(Field.Place), read.Value(Field.IssuedDate)));
        Assert.Equal(("26", "Dự hội nghị tổng kết"), (read.Value(Field.TypeName), read.Value(Field.Subject)));
        Assert.InRange(read.Confidence(Field.OrganName), RecordDescription.Readable, 0.89);
    }

    [Fact]
    public void A_centred_issuer_wider_than_the_title_makes_no_second_column()
    {
        var page = new PageDraft()
            .Centred(60, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 85, 545, 12, bold: true).Centred(77, "Độc lập - Tự do - Hạnh phúc", 85, 545, 13, bold: true)
            .Middle(94, "ỦY BAN NHÂN DÂN HUYỆN THƯỜNG TÍN THÀNH PHỐ HÀ NỘI", bold: true).Middle(115, "Số: 3/QĐ-UBND")
            .Middle(150, "QUYẾT ĐỊNH", bold: true).Middle(170, "Về việc khen thưởng", bold: true);
        var read = PageReading.Read(page.Pages());

        Assert.Equal(("3", "ỦY BAN NHÂN DÂN HUYỆN THƯỜNG TÍN THÀNH PHỐ HÀ NỘI"), (read.Value(Field.CodeNumber), read.Value(Field.OrganName)));
    }

    [Fact]
    public void A_place_in_bold_type_does_not_become_an_issuer()
    {
        var page = new PageDraft().NationalTitle().Left(60, "ỦY BAN NHÂN DÂN").Left(77, "THÀNH PHỐ HÀ NỘI", bold: true).Left(107, "Số: 67/KH-UBND", size: 13);

        var read = PageReading.Read(page.Pages());
        Assert.Equal(("ỦY BAN NHÂN DÂN THÀNH PHỐ HÀ NỘI", null), (read.Value(Field.OrganName), read.Value(Field.ParentOrganName)));
    }

    [Fact]
    public void A_notation_with_something_behind_it_in_its_column_is_doubtful()
    {
        var read = PageReading.Read(Drafts.Plan(number: "Số: 1022/SN V-QLVTLT").Pages());

        Assert.True(read.Confidence(Field.CodeNotation) < RecordDescription.Readable);
        Assert.InRange(read.Confidence(Field.CodeNumber), RecordDescription.Readable, 1);
    }
}
