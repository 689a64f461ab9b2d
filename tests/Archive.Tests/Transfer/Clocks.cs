using Archive.Description;
using Archive.Records;
using Archive.Tests.Accession;
using Archive.Transfer;

namespace Archive.Tests.Transfer;

/// <summary>Records with a clock, as the tests need them.</summary>
internal static class Clocks
{
    public static readonly TransferPolicy Policy = TransferPolicy.Hanoi;

    public static ArchiveRecord Permanent(string? created, params (string Field, string Value)[] also) => Of("01", created, also);

    public static ArchiveRecord Of(string? retention, string? created, params (string Field, string Value)[] also) => Facts.Record(
    [
        .. retention is null ? Array.Empty<(string, string)>() : [(Field.Maintenance, retention)],
        .. created is null ? Array.Empty<(string, string)>() : [(Field.IssuedDate, created)],
        .. also,
    ]) with { Status = RecordStatus.Described };

    public static ArchiveRecord Complete(string created) => Permanent(
        created, (Field.TypeName, "03"), (Field.OrganName, "Sở Nội vụ"), (Field.Subject, "Về việc lưu trữ"), (Field.Language, "01"), (Field.NumberOfPage, "2"), (Field.Mode, "01"));

    public static TransferClock Set(ArchiveRecord record, DateOnly today) => ClockSetting.Of(record, true, Policy, today)!;

    public static DateOnly Day(string iso) => DateOnly.ParseExact(iso, "yyyy-MM-dd");
}
