using System.Globalization;
using Archive.Records;

namespace Archive.Transfer;

/// <summary>Something an agency is told about one of its records.</summary>
/// <param name="Agency">The agency.</param>
/// <param name="Day">When, Asia/Ho_Chi_Minh.</param>
/// <param name="Kind"><c>notice-180</c>, <c>kept</c> or <c>overdue-1</c>: the stage, or how often it was brought up.</param>
/// <param name="RecordId">The record.</param>
/// <param name="Due">Its due day.</param>
/// <param name="Reasons">What keeps it from being transferred.</param>
public sealed record Notice(AgencyCode Agency, DateOnly Day, string Kind, string RecordId, DateOnly Due, IReadOnlyList<Finding> Reasons)
{
    /// <summary>What a decision tells the agency; null where it tells nothing.</summary>
    public static Notice? Of(Enforcement decided, ArchiveRecord record, DateOnly day) => decided switch
    {
        Enforcement.Notice notice => Say(notice.Next, string.Create(CultureInfo.InvariantCulture, $"notice-{notice.DaysLeft}"), record, day),
        Enforcement.Kept kept => Say(kept.Next, "kept", record, day),
        Enforcement.Overdue overdue => Say(overdue.Next, string.Create(CultureInfo.InvariantCulture, $"overdue-{overdue.Next.Escalations}"), record, day),
        _ => null,
    };

    private static Notice Say(TransferClock clock, string kind, ArchiveRecord record, DateOnly day) =>
        new(record.Agency, day, kind, record.Id.Value, clock.Due!.Value, clock.Reasons);
}
