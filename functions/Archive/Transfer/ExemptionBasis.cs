namespace Archive.Transfer;

/// <summary>A ground on which a record need not go to the city's historical archive in its term ("except where the law says otherwise", KH 67/KH-UBND).</summary>
/// <param name="Code">The stable code.</param>
/// <param name="Says">What it says, in the law's language.</param>
/// <param name="Source">Where it is written down.</param>
/// <param name="HasEnd">Whether it holds until a day, on which the record is due; the others hold until they are revoked.</param>
public sealed record ExemptionBasis(string Code, string Says, string Source, bool HasEnd = false)
{
    /// <summary>All grounds. Data, like the policies: none is ever taken away, so that what was decided on it stays explainable.</summary>
    public static IReadOnlyList<ExemptionBasis> All { get; } =
    [
        new("longer-term", "Luật khác quy định thời hạn nộp lưu dài hơn", "Luật Lưu trữ 33/2024/QH15, chương III", HasEnd: true),
        new("other-archive", "Thuộc nguồn nộp lưu của lưu trữ lịch sử khác", "Luật Lưu trữ 33/2024/QH15, chương III"),
        new("state-secret", "Bảo vệ bí mật nhà nước", "Thông tư 02/2019/TT-BNV, điều 8"),
        new("duplicate", "Trùng lặp với tài liệu đã nộp", "Thông tư 05/2025/TT-BNV, điều 48–50"),
    ];

    /// <summary>The ground of a code; null where it is none.</summary>
    public static ExemptionBasis? Find(string? code) => All.FirstOrDefault(basis => basis.Code == code);
}
