using System.Collections.Frozen;
using Archive.Description;
using Archive.Packages.Rules;

namespace Archive.Packages.Submitting;

/// <summary>What the columns of a table are called: the elements of TT 05/2025's data sets, and their names in Vietnamese. Data, not rules.</summary>
public static class SheetColumns
{
    /// <summary>The document's file, below the folder of files.</summary>
    public const string File = "file";

    /// <summary>Mã cơ quan, mã phông.</summary>
    public const string AgencyCode = "agencyCode";

    /// <summary>Tên cơ quan.</summary>
    public const string AgencyName = "agencyName";

    /// <summary>Mã đăng ký nộp lưu.</summary>
    public const string SubmissionCode = "submissionCode";

    /// <summary>What stands before a field of the dossier that documents have too.</summary>
    public const string OfDossier = "dossier.";

    private const string OfDossierInVietnamese = "Hồ sơ: ";

    private static readonly (string Name, string[] Words)[] Dossier =
    [
        (AgencyCode, ["Mã cơ quan", "Mã phông"]), (AgencyName, ["Tên cơ quan", "Tên phông"]), (SubmissionCode, ["Mã đăng ký nộp lưu"]),
        (Field.FileCode, ["Mã hồ sơ"]), ("title", ["Tiêu đề hồ sơ", "Tiêu đề"]), ("startDate", ["Thời gian bắt đầu"]), ("endDate", ["Thời gian kết thúc"]),
        ("totalDoc", ["Tổng số tài liệu", "Tổng số văn bản"]), ("numberOfPaper", ["Số lượng tờ", "Số tờ"]), (CircularFields.PaperFileCode, ["Mã hồ sơ gốc giấy"]),
        (CircularFields.Source, ["Văn bản đi đến", "Nguồn"]),
    ];

    private static readonly (string Name, string[] Words)[] Document =
    [
        (File, ["Tệp", "Tên tệp", "Đường dẫn", "Tệp tin"]), (Field.TypeName, ["Tên loại"]), (Field.CodeNumber, ["Số"]), (Field.CodeNotation, ["Ký hiệu"]),
        (Field.IssuedDate, ["Ngày ban hành", "Ngày tháng năm"]), (Field.OrganName, ["Cơ quan ban hành", "Cơ quan, tổ chức, cá nhân ban hành"]),
        (Field.Subject, ["Trích yếu", "Trích yếu nội dung"]), (Field.Language, ["Ngôn ngữ"]), (Field.NumberOfPage, ["Số trang", "Số lượng trang"]),
        (Field.Maintenance, ["Thời hạn lưu trữ", "Thời hạn bảo quản"]), (Field.Mode, ["Chế độ sử dụng", "Mức độ tiếp cận"]), (Field.ConfidenceLevel, ["Mức độ tin cậy"]),
        (Field.RiskRecovery, ["Chế độ dự phòng"]), (Field.RiskRecoveryStatus, ["Tình trạng dự phòng"]), (Field.Keyword, ["Từ khóa"]),
        (Field.InforSign, ["Ký hiệu thông tin"]), (Field.Autograph, ["Bút tích"]), (Field.Format, ["Tình trạng vật lý"]), (Field.Process, ["Quy trình xử lý"]),
        (Field.Description, ["Ghi chú"]), (Field.DocId, ["Mã định danh", "Mã định danh văn bản"]), (Field.DocCode, ["Mã lưu trữ", "Mã lưu trữ của tài liệu"]),
        (Field.TypePic, ["Loại ảnh"]), (Field.TypeMedia, ["Loại ghi âm, ghi hình"]), (Field.ArchivesNumber, ["Số lưu trữ"]), (Field.EventName, ["Tên sự kiện"]),
        (Field.ImageTitle, ["Tiêu đề ảnh"]), (Field.Photographer, ["Người chụp", "Tác giả ảnh"]), (Field.PhotoPlace, ["Địa điểm chụp"]), (Field.PhotoTime, ["Thời gian chụp"]),
        (Field.Colour, ["Màu sắc"]), (Field.FilmSize, ["Cỡ phim, ảnh"]), (Field.DocAttached, ["Tài liệu đi kèm"]), (Field.MovieTitle, ["Tiêu đề phim, âm thanh"]),
        (Field.Recorder, ["Người ghi", "Tác giả ghi"]), (Field.RecordPlace, ["Địa điểm ghi"]), (Field.RecordDate, ["Thời gian ghi"]), (Field.PlayTime, ["Thời lượng"]),
        (Field.Quality, ["Chất lượng"]),
    ];

    private static readonly FrozenDictionary<string, string> OfWhole = Names(Dossier.Concat(Document.Where(column => column.Name != File)));
    private static readonly FrozenDictionary<string, string> OfRow = Names(Dossier.Select(column => (OfDossier + column.Name, column.Words.Append(column.Name).ToArray())).Concat(Document));

    /// <summary>The columns a template has: the element, and its name in Vietnamese.</summary>
    public static IReadOnlyList<(string Name, string Word)> OfTemplate { get; } =
    [
        .. Dossier.Select(column => (column.Name, column.Words[0])),
        .. DescriptionForm.Of(DescriptionKind.Dossier).Where(rule => Document.Any(column => column.Name == rule.Name))
            .Select(rule => (OfDossier + rule.Name, OfDossierInVietnamese + Document.First(column => column.Name == rule.Name).Words[0])),
        .. Document.Select(column => (column.Name, column.Words[0])),
    ];

    /// <summary>The column of a heading, a field of the dossier with <see cref="OfDossier"/> before it; null for none.</summary>
    public static string? Of(string heading)
    {
        foreach (var before in new[] { OfDossier, OfDossierInVietnamese.TrimEnd() })
        {
            if (Records.Vietnamese.Compose(heading).StartsWith(before, StringComparison.OrdinalIgnoreCase))
                return OfDossierRow(heading[before.Length..]) is { } field ? OfDossier + field : null;
        }

        return Find(OfRow, heading);
    }

    /// <summary>The field of the dossier a row before the table gives.</summary>
    public static string? OfDossierRow(string heading) => Find(OfWhole, heading);

    /// <summary>A heading is a name, or a name with another one in brackets behind it.</summary>
    private static string? Find(FrozenDictionary<string, string> names, string heading) =>
        names.GetValueOrDefault(Wording.Letters(heading))
        ?? (heading.IndexOf('(', StringComparison.Ordinal) is > 0 and var at
            ? names.GetValueOrDefault(Wording.Letters(heading[..at])) ?? names.GetValueOrDefault(Wording.Letters(heading[at..])) : null);

    private static FrozenDictionary<string, string> Names(IEnumerable<(string Name, string[] Words)> columns) => columns
        .SelectMany(column => column.Words.Append(column.Name).Select(word => (Wording.Letters(word), column.Name)))
        .DistinctBy(named => named.Item1).ToFrozenDictionary(named => named.Item1, named => named.Name, StringComparer.Ordinal);
}
