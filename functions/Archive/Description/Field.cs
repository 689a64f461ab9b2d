namespace Archive.Description;

/// <summary>
/// The names of descriptive fields: those of the document data set of TT 05/2025 (<c>EAD_doc</c>), then local ones that NĐ 30/2020 annex VI
/// has and TT 05 lacks, then those of its data sets for photos (<c>EAD_pic</c>) and recordings (<c>EAD_media</c>). Beware of false friends: <c>format</c> is physical condition, <c>autograph</c> handwritten notes, <c>process</c> a trail file.
/// </summary>
public static class Field
{
    /// <summary>Mã định danh văn bản, 25 letters.</summary>
    public const string DocId = "docId";

    /// <summary>Mã lưu trữ của tài liệu, 100 letters, kept verbatim.</summary>
    public const string DocCode = "docCode";

    /// <summary>Mã hồ sơ, 100 letters, kept verbatim.</summary>
    public const string FileCode = "fileCode";

    /// <summary>Thời hạn lưu trữ, coded 01 to 07.</summary>
    public const string Maintenance = "maintenance";

    /// <summary>Tên loại, coded 01 to 32 (<see cref="DocumentType"/>).</summary>
    public const string TypeName = "typeName";

    /// <summary>Số.</summary>
    public const string CodeNumber = "codeNumber";

    /// <summary>Ký hiệu, without the number: <c>KH-UBND</c>; for legal-normative documents with the year: <c>2020/NĐ-CP</c>.</summary>
    public const string CodeNotation = "codeNotation";

    /// <summary>Ngày tháng năm, as <see cref="Records.PartialDate"/> writes it.</summary>
    public const string IssuedDate = "issuedDate";

    /// <summary>Cơ quan, tổ chức, cá nhân ban hành.</summary>
    public const string OrganName = "organName";

    /// <summary>Trích yếu, 500 letters.</summary>
    public const string Subject = "subject";

    /// <summary>Ngôn ngữ, one or several codes 01 to 11.</summary>
    public const string Language = "language";

    /// <summary>Số trang.</summary>
    public const string NumberOfPage = "numberOfPage";

    /// <summary>Ký hiệu thông tin, 30 letters.</summary>
    public const string InforSign = "inforSign";

    /// <summary>Từ khóa, 100 letters.</summary>
    public const string Keyword = "keyword";

    /// <summary>Mức độ tiếp cận, coded 01 to 03.</summary>
    public const string Mode = "mode";

    /// <summary>Mức độ tin cậy: 01 born digital, 02 digitised, 03 mixed.</summary>
    public const string ConfidenceLevel = "confidenceLevel";

    /// <summary>Bút tích: handwritten notes.</summary>
    public const string Autograph = "autograph";

    /// <summary>Tình trạng vật lý: 01 to 03.</summary>
    public const string Format = "format";

    /// <summary>Whether a processing-trail file accompanies the document: 1 or 0.</summary>
    public const string Process = "process";

    /// <summary>Chế độ dự phòng: 1 or 0.</summary>
    public const string RiskRecovery = "riskRecovery";

    /// <summary>Tình trạng dự phòng: 01 or 02, required when <see cref="RiskRecovery"/> is 1.</summary>
    public const string RiskRecoveryStatus = "riskRecoveryStatus";

    /// <summary>Ghi chú, 500 letters.</summary>
    public const string Description = "description";

    /// <summary>Local: cơ quan chủ quản, the parent body above the issuer in the header.</summary>
    public const string ParentOrganName = "parentOrganName";

    /// <summary>Local: địa danh.</summary>
    public const string Place = "place";

    /// <summary>Local: quyền hạn ký and post: <c>KT. CHỦ TỊCH PHÓ CHỦ TỊCH</c>.</summary>
    public const string SignerPosition = "signerPosition";

    /// <summary>Local: họ tên người ký.</summary>
    public const string SignerName = "signerName";

    /// <summary>Local: nơi nhận (and kính gửi), separated by semicolons.</summary>
    public const string Recipients = "recipients";

    /// <summary>Local: mức độ khẩn.</summary>
    public const string Priority = "priority";

    /// <summary>Ảnh và phim: loại, 01 negative film, 02 photo.</summary>
    public const string TypePic = "typePic";

    /// <summary>Số lưu trữ, of a photo or a recording.</summary>
    public const string ArchivesNumber = "archivesNumber";

    /// <summary>Tên sự kiện, of a photo or a recording.</summary>
    public const string EventName = "eventName";

    /// <summary>Tiêu đề ảnh.</summary>
    public const string ImageTitle = "imageTitle";

    /// <summary>Tác giả of a photo.</summary>
    public const string Photographer = "photographer";

    /// <summary>Địa điểm chụp.</summary>
    public const string PhotoPlace = "photoPlace";

    /// <summary>Thời gian chụp, as written.</summary>
    public const string PhotoTime = "photoTime";

    /// <summary>Màu sắc: 01 colour, 02 black and white.</summary>
    public const string Colour = "colour";

    /// <summary>Cỡ phim, ảnh.</summary>
    public const string FilmSize = "filmSize";

    /// <summary>Tài liệu đi kèm, of a photo or a recording: 1 or 0, in older data their names.</summary>
    public const string DocAttached = "docAttached";

    /// <summary>Loại: 01 sound, 02 pictures and sound.</summary>
    public const string TypeMedia = "typeMedia";

    /// <summary>Tiêu đề of a recording.</summary>
    public const string MovieTitle = "movieTitle";

    /// <summary>Tác giả of a recording.</summary>
    public const string Recorder = "recorder";

    /// <summary>Địa điểm ghi.</summary>
    public const string RecordPlace = "recordPlace";

    /// <summary>Thời gian ghi, as written.</summary>
    public const string RecordDate = "recordDate";

    /// <summary>Thời lượng, <c>HH:MM:SS</c>.</summary>
    public const string PlayTime = "playTime";

    /// <summary>Chất lượng of a recording, in words.</summary>
    public const string Quality = "quality";
}
