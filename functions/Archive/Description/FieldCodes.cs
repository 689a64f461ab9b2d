using System.Collections.Frozen;

namespace Archive.Description;

/// <summary>The code lists of TT 05/2025/TT-BNV with the words people write instead of the codes. Data, not rules.</summary>
internal static class FieldCodes
{
    private static readonly FrozenDictionary<string, (string Code, string[] Words)[]> Lists = new Dictionary<string, (string, string[])[]>
    {
        [Field.Maintenance] =
        [
            ("01", ["vĩnh viễn", "bảo quản vĩnh viễn", "lưu trữ vĩnh viễn"]), ("02", ["70 năm", "70"]), ("03", ["50 năm", "50"]), ("04", ["30 năm", "30"]),
            ("05", ["20 năm", "20"]), ("06", ["10 năm", "10"]), ("07", ["khác"]),
        ],
        [Field.Mode] =
        [
            ("01", ["công khai", "không hạn chế"]),
            ("02", ["sử dụng có điều kiện", "tiếp cận có điều kiện", "có điều kiện", "hạn chế", "hạn chế sử dụng"]),
            ("03", ["mật", "tối mật", "tuyệt mật"]),
        ],
        [Field.Language] =
        [
            ("01", ["tiếng Việt", "Việt", "vi"]), ("02", ["tiếng Anh", "Anh", "en"]), ("03", ["tiếng Pháp", "Pháp", "fr"]), ("04", ["tiếng Nga", "Nga", "ru"]),
            ("05", ["tiếng Trung", "Trung", "Trung Quốc", "zh"]), ("06", ["Việt-Anh"]), ("07", ["Việt-Nga"]), ("08", ["Việt-Pháp"]), ("09", ["Hán Nôm"]),
            ("10", ["Việt-Trung"]), ("11", ["khác"]),
        ],
        [Field.ConfidenceLevel] = [("01", ["gốc điện tử"]), ("02", ["số hóa"]), ("03", ["hỗn hợp"])],
        [Field.Format] = [("01", ["tốt"]), ("02", ["bình thường"]), ("03", ["hỏng"])],
        [Field.RiskRecoveryStatus] = [("01", ["đã dự phòng"]), ("02", ["chưa dự phòng"])],

        // Of photos, recordings and requests in packages.
        [Field.TypePic] = [("01", ["phim âm bản", "âm bản"]), ("02", ["ảnh"])],
        [Field.TypeMedia] = [("01", ["ghi âm", "âm thanh"]), ("02", ["ghi hình", "phim", "video"])],
        [Field.Colour] = [("01", ["màu"]), ("02", ["đen trắng"])],
        ["purpose"] = [("01", ["cá nhân"]), ("02", ["công vụ"]), ("03", ["công vụ đặc biệt"])],
        ["feeObjectType"] = [.. Enumerable.Range(1, 10).Select(number => (number.ToString("D2", System.Globalization.CultureInfo.InvariantCulture), Array.Empty<string>()))],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, FrozenDictionary<string, string>> Words = Lists.ToFrozenDictionary(
        list => list.Key,
        list => list.Value.SelectMany(entry => entry.Words.Select(word => (Wording.Letters(word), entry.Code)))
            .ToFrozenDictionary(entry => entry.Item1, entry => entry.Code, StringComparer.Ordinal),
        StringComparer.Ordinal);

    /// <summary>The code a value stands for in a field's list: the code itself, with or without its zero, or one of its words; null for neither.</summary>
    public static string? Of(string field, string value)
    {
        var code = value.Trim().PadLeft(2, '0');
        return Lists[field].Any(entry => entry.Code == code) ? code : Words[field].GetValueOrDefault(Wording.Letters(value));
    }

    /// <summary>The codes of a field's list, in its order.</summary>
    public static IReadOnlyList<string> All(string field) => [.. Lists[field].Select(entry => entry.Code)];

    /// <summary>The first and last code of a field's list, for findings.</summary>
    public static string Range(string field) => $"{Lists[field][0].Code}-{Lists[field][^1].Code}";
}
