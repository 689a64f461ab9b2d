namespace Archive.Description;

/// <summary>The code list of TT 05/2025/TT-BNV (typeName) with the abbreviations of NĐ 30/2020/NĐ-CP, annex III: data, not rules.</summary>
internal static class DocumentTypes
{
    /// <summary>The 32 types, by code.</summary>
    public static readonly DocumentType[] Coded =
    [
        new("01", "Nghị quyết", "Resolution", "NQ"),
        new("02", "Quyết định", "Decision", "QĐ"),
        new("03", "Chỉ thị", "Directive", "CT"),
        new("04", "Quy chế", "Statute", "QC"),
        new("05", "Quy định", "Regulation", "QyĐ"),
        new("06", "Thông cáo", "Communiqué", "TC"),
        new("07", "Thông báo", "Notice", "TB"),
        new("08", "Hướng dẫn", "Guidance", "HD"),
        new("09", "Chương trình", "Programme", "CTr"),
        new("10", "Kế hoạch", "Plan", "KH"),
        new("11", "Phương án", "Option paper", "PA"),
        new("12", "Đề án", "Scheme", "ĐA"),
        new("13", "Dự án", "Project", "DA"),
        new("14", "Báo cáo", "Report", "BC"),
        new("15", "Tờ trình", "Submission", "TTr"),
        new("16", "Giấy ủy quyền", "Power of attorney", "GUQ"),
        new("17", "Phiếu gửi", "Dispatch slip", "PG"),
        new("18", "Phiếu chuyển", "Transfer slip", "PC"),
        new("19", "Phiếu báo", "Advice slip", "PB"),
        new("20", "Biên bản", "Minutes", "BB"),
        new("21", "Hợp đồng", "Contract", "HĐ"),
        DocumentType.OfficialLetter,
        new("23", "Công điện", "Official telegram", "CĐ"),
        new("24", "Bản ghi nhớ", "Memorandum", "BGN"),
        new("25", "Bản thỏa thuận", "Agreement", "BTT"),
        new("26", "Giấy mời", "Invitation", "GM"),
        new("27", "Giấy giới thiệu", "Letter of introduction", "GGT"),
        new("28", "Giấy nghỉ phép", "Leave permit", "GNP"),
        new("29", "Thư công", "Official note", null),
        new("30", "Bản đồ", "Map", null),
        new("31", "Bản vẽ kỹ thuật", "Technical drawing", null),
        DocumentType.Other,
    ];

    /// <summary>Kinds of documents the circular has no code for; their headings are headings all the same.</summary>
    public static readonly string[] OtherNames =
    [
        "Hiến pháp", "Bộ luật", "Luật", "Pháp lệnh", "Lệnh", "Nghị định", "Thông tư", "Thông tư liên tịch", "Nghị quyết liên tịch", "Kết luận", "Thông tri",
    ];

    /// <summary>Abbreviations in use outside NĐ 30/2020: legal-normative documents, party documents, and <c>CV</c>, which NĐ 30 does not have.</summary>
    public static readonly (string Abbreviation, string Code)[] OtherAbbreviations =
    [
        ("NĐ", "32"), ("TT", "32"), ("TTLT", "32"), ("L", "32"), ("PL", "32"), ("NQLT", "32"), ("KL", "32"), ("CV", "22"), ("QĐi", "05"),
    ];
}
