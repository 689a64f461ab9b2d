using System.Globalization;
using Archive.Catalogue;
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

    /// <summary>The most days summed up by one run after an outage; the next day's goes on.</summary>
    public const int MostDays = 31;

    /// <summary>When a night's notices have been given, Asia/Ho_Chi_Minh.</summary>
    public static readonly TimeOnly EndOfNight = new(6, 30);

    /// <summary>
    /// The days to sum up: those after the last one that was, up to the last whose night is over. A day is never summed up early, whenever this is
    /// asked; before the first, only the last night counts.
    /// </summary>
    public static IReadOnlyList<DateOnly> DaysToSumUp(DateOnly? last, DateTimeOffset now)
    {
        var moment = VietnamTime.At(now).DateTime;
        var over = DateOnly.FromDateTime(moment).AddDays(TimeOnly.FromDateTime(moment) < EndOfNight ? -1 : 0);
        var first = last?.AddDays(1) ?? over;
        return [.. Enumerable.Range(0, Math.Clamp(over.DayNumber - first.DayNumber + 1, 0, MostDays)).Select(first.AddDays)];
    }

    /// <summary>What an agency was told on a day, summed up; null where it was told nothing. A record told of twice that day counts once, as what it came to.</summary>
    public static AgencyNoticed? Summary(AgencyCode agency, DateOnly day, IReadOnlyCollection<Notice> notices)
    {
        var kinds = notices.GroupBy(notice => notice.RecordId).Select(record => record.Max(Weight)).ToLookup(weight => weight);
        return notices.Count == 0 ? null : new AgencyNoticed(agency.Value, day, kinds[0].Count(), kinds[1].Count(), kinds[2].Count());
    }

    private static int Weight(Notice notice) =>
        notice.Kind.StartsWith("overdue-", StringComparison.Ordinal) ? 2 : notice.Kind == "kept" ? 1 : 0;

    private static Notice Say(TransferClock clock, string kind, ArchiveRecord record, DateOnly day) =>
        new(record.Agency, day, kind, record.Id.Value, clock.Due!.Value, clock.Reasons);
}
