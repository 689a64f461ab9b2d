using Archive.Description;

namespace Archive.Packages.Submitting;

/// <summary>The table an agency fills in: remarks that explain the codes, the headings in Vietnamese and by element, and one row as an example.</summary>
public static class SubmissionTemplate
{
    private static readonly string[] Remarks =
    [
        "# Mỗi dòng là một tài liệu; dòng bắt đầu bằng # được bỏ qua. / Each row is a document; rows that begin with # are passed over.",
        "# Ghi mã hoặc ghi bằng chữ. Ngày: dd/MM/yyyy, MM/yyyy hoặc yyyy. / Codes may be written in words. Dates: dd/MM/yyyy, MM/yyyy or yyyy.",
        "# maintenance: 01 vĩnh viễn, 02 70 năm, 03 50 năm, 04 30 năm, 05 20 năm, 06 10 năm, 07 khác. mode: 01 công khai, 02 sử dụng có điều kiện.",
        "# language: 01 Việt, 02 Anh, 03 Pháp, 04 Nga, 05 Trung, 06 Việt-Anh, 07 Việt-Nga, 08 Việt-Pháp, 09 Hán Nôm, 10 Việt-Trung, 11 khác (01;02).",
        "# confidenceLevel: 01 gốc điện tử, 02 số hóa (dossier.confidenceLevel 02: cần paperFileCode), 03 hỗn hợp. format: 01 tốt, 02 bình thường, 03 hỏng.",
        "# riskRecovery: 1 có, 0 không; riskRecoveryStatus (khi riskRecovery 1): 01 đã dự phòng, 02 chưa dự phòng. process, docAttached: 1, 0.",
        "# typePic (ảnh): 01 phim âm bản, 02 ảnh. typeMedia: 01 ghi âm, 02 ghi hình. colour: 01 màu, 02 đen trắng. source (tài liệu rời, không có hồ sơ): 0 đi, 1 đến.",
    ];

    private static readonly Dictionary<string, string> Example = new(StringComparer.Ordinal)
    {
        [SheetColumns.AgencyCode] = "H26.02", [SheetColumns.AgencyName] = "Sở Tài chính thành phố Hà Nội", [SheetColumns.SubmissionCode] = "NL.H26.02.2026.01",
        [Field.FileCode] = "H26.02.2023.01", ["title"] = "Hồ sơ về kế hoạch chuyển đổi số năm 2023", [SheetColumns.OfDossier + Field.Maintenance] = "01",
        [SheetColumns.OfDossier + Field.Mode] = "01", [SheetColumns.OfDossier + Field.RiskRecovery] = "0", [SheetColumns.OfDossier + Field.ConfidenceLevel] = "01",
        [SheetColumns.File] = "ke-hoach-67.pdf", [Field.TypeName] = "Kế hoạch", [Field.CodeNumber] = "67", [Field.CodeNotation] = "KH-STC", [Field.IssuedDate] = "15/03/2023",
        [Field.OrganName] = "Sở Tài chính thành phố Hà Nội", [Field.Subject] = "Triển khai chuyển đổi số năm 2023", [Field.Language] = "01", [Field.NumberOfPage] = "12",
    };

    /// <summary>Its rows.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Rows { get; } =
    [
        .. Remarks.Select(remark => new[] { remark }),
        [.. SheetColumns.OfTemplate.Select(column => column.Word)],
        [.. SheetColumns.OfTemplate.Select(column => column.Name)],
        [.. SheetColumns.OfTemplate.Select(column => Example.GetValueOrDefault(column.Name, ""))],
    ];
}
