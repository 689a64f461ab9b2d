using Archive.Transfer;
using ArchiveFunctions.ReadingRoom.Pages;

namespace ArchiveFunctions.ReadingRoom.Desks.Officer;

/// <summary>A notice, in words.</summary>
internal static class NoticeWords
{
    /// <summary>What the agency was told: that a day comes near, that something keeps the record, or how often it was brought up since the day passed.</summary>
    public static string Of(Notice notice, PageWords words) => notice.Kind.Split('-') switch
    {
        ["notice", var days] => words["officer.notice.near", Dates.Spoken(notice.Due), days],
        ["overdue", var times] => words["officer.notice.overdue", Dates.Spoken(notice.Due), times],
        _ => words["officer.notice.kept", Dates.Spoken(notice.Due)],
    };
}
