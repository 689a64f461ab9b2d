using System.Globalization;
using Archive.ReadingRoom.Requests;
using Archive.Records;

namespace Archive.Tests.ReadingRoom.Requests;

/// <summary>Requests and what they are made of, as the tests speak of them.</summary>
internal static class Forms
{
    public static readonly string Reader = RecordId.ForReader("dev|an");

    public static readonly WorkCalendar Calendar = new(WorkYear.Known, new TimeOnly(17, 0));

    public static readonly RequestRules Rules = new([RequestPolicy.Current], [], Calendar);

    public static ReaderAccount Account => new() { Reader = Reader, FullName = "Nguyễn Văn An", PersonalId = "001099012345", Email = "an@example.vn" };

    public static RequestForm Form => new()
    {
        Key = "k-00000001",
        RecordIds = ["r00000000000000000000000000"],
        Product = CopyProduct.ReadingCopy,
        Purpose = "01",
        PurposeContent = "Tìm hiểu lịch sử phố",
    };

    public static CopyRequest Request(RequestStatus status = RequestStatus.Submitted) => new()
    {
        Id = RecordId.ForRequest(Reader, "k-00000001"),
        Reader = Reader,
        ReaderName = "Nguyễn Văn An",
        PersonalId = "001099012345",
        RecordIds = ["r00000000000000000000000000"],
        Product = CopyProduct.AuthenticatedCopy,
        Purpose = "01",
        PurposeContent = "Tìm hiểu",
        Status = status,
        AskedAt = At("2026-03-02T10:00"),
        Decision = status == RequestStatus.Submitted ? null : Yes,
    };

    public static RequestDecision Yes => new(true, "dev|lan", At("2026-03-03T09:00"), "Đúng mục đích", false);

    public static RequestDecision No => Yes with { Approved = false, Reasons = "Tài liệu đang tu bổ" };

    public static RequestedRecords Open => new(AreGone: false, HaveConditions: false);

    /// <summary>A moment of Vietnamese time.</summary>
    public static DateTimeOffset At(string local) => new(DateTime.Parse(local, CultureInfo.InvariantCulture), TimeSpan.FromHours(7));

    public static DateOnly Day(string iso) => DateOnly.ParseExact(iso, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
