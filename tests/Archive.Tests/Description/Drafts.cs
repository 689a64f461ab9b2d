using Archive.Description;

namespace Archive.Tests.Description;

/// <summary>Documents as agencies write them, invented for the tests.</summary>
internal static class Drafts
{
    /// <summary>A plan of a city's people's committee.</summary>
    public static PageDraft Plan(bool bold = true, string number = "Số: 67/KH-UBND", string date = "Hà Nội, ngày 16 tháng 3 năm 2021") => new PageDraft()
        .NationalTitle()
        .Left(60, "ỦY BAN NHÂN DÂN", bold).Left(77, "THÀNH PHỐ HÀ NỘI", bold)
        .Left(107, number, size: 13).Right(107, date, italic: true)
        .Middle(150, "KẾ HOẠCH", bold)
        .Middle(170, "Triển khai Đề án Lưu trữ tài liệu điện tử", bold)
        .Middle(188, "của các cơ quan nhà nước giai đoạn 2020 - 2025", bold)
        .Middle(200, "_______________")
        .Body(230, "Thực hiện Quyết định số 458/QĐ-TTg ngày 03 tháng 4 năm 2020 của Thủ tướng")
        .Line(248, "Chính phủ, Ủy ban nhân dân Thành phố ban hành kế hoạch như sau:", 85, 14);

    /// <summary>Its last page.</summary>
    public static PageLayout LastPage(int number = 2, string name = "Chử Xuân Dũng") => new PageDraft(number)
        .Body(80, "Giao Sở Nội vụ chủ trì, theo dõi, đôn đốc việc thực hiện./.")
        .Line(120, "Nơi nhận:", 85, 12, bold: true, italic: true).Centred(120, "TM. ỦY BAN NHÂN DÂN", 310, 545, bold: true)
        .Line(136, "- Bộ Nội vụ;", 85, 11).Centred(137, "KT. CHỦ TỊCH", 310, 545, bold: true)
        .Line(150, "- Chủ tịch, các Phó Chủ tịch UBND", 85, 11).Centred(154, "PHÓ CHỦ TỊCH", 310, 545, bold: true)
        .Line(164, "Thành phố;", 85, 11)
        .Line(178, "- Lưu: VT, SNV.", 85, 11)
        .Centred(250, name, 310, 545, bold: true)
        .Page();

    /// <summary>An official letter with its abstract under the number and a decree cited in the text.</summary>
    public static PageDraft Letter() => new PageDraft()
        .NationalTitle()
        .Left(60, "UBND THÀNH PHỐ HÀ NỘI").Left(77, "SỞ NỘI VỤ", bold: true)
        .Left(107, "Số: 1234/SNV-VTLT", size: 13).Right(107, "Hà Nội, ngày 05 tháng 01 năm 2024", italic: true)
        .Left(125, "V/v hướng dẫn giao nộp tài liệu").Left(140, "lưu trữ điện tử vào Lưu trữ").Left(155, "lịch sử Thành phố")
        .Centred(190, "Kính gửi: Các sở, ban, ngành Thành phố", 150, 480, 14)
        .Body(220, "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ", italic: true)
        .Line(238, "về công tác văn thư, Sở Nội vụ hướng dẫn như sau:", 85, 14);

    /// <summary>A decision with its authority line between the abstract and the legal bases.</summary>
    public static PageDraft Decision(bool bold = true) => new PageDraft()
        .NationalTitle()
        .Left(60, "BỘ NỘI VỤ").Left(77, "CỤC VĂN THƯ VÀ", bold).Left(92, "LƯU TRỮ NHÀ NƯỚC", bold)
        .Left(118, "Số: 05/QĐ-VTLTNN", size: 13).Right(118, "Hà Nội, ngày 12 tháng 9 năm 2022", italic: true)
        .Middle(160, "QUYẾT ĐỊNH", bold)
        .Middle(180, "Về việc ban hành Quy chế bảo mật thông tin", bold)
        .Middle(215, "CỤC TRƯỞNG CỤC VĂN THƯ VÀ LƯU TRỮ NHÀ NƯỚC", bold)
        .Body(245, "Căn cứ Luật Lưu trữ số 01/2011/QH13 ngày 11 tháng 11 năm 2011;", italic: true)
        .Middle(300, "QUYẾT ĐỊNH:", bold);

    public static string? Value(this IReadOnlyList<Statement> statements, string field) => statements.SingleOrDefault(said => said.Field == field)?.Value;

    public static double Confidence(this IReadOnlyList<Statement> statements, string field) => statements.Single(said => said.Field == field).Confidence;
}
