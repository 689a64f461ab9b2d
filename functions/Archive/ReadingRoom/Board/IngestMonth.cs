using Archive.Catalogue;

namespace Archive.ReadingRoom.Board;

/// <summary>What came into the archive from one agency in a month.</summary>
/// <param name="Admitted">Records that readers may find.</param>
/// <param name="Bytes">Their content.</param>
/// <param name="Refused">Uploads first seen in the month that stand refused, by finding code; one with several codes counts under each.</param>
/// <param name="Uploads">How many uploads those are.</param>
public sealed record AgencyIngest(int Admitted, long Bytes, IReadOnlyDictionary<string, int> Refused, int Uploads)
{
    /// <summary>Nothing.</summary>
    public static readonly AgencyIngest None = new(0, 0, new Dictionary<string, int>(), 0);

    /// <summary>One record more.</summary>
    public AgencyIngest With(long bytes) => this with { Admitted = Admitted + 1, Bytes = Bytes + bytes };
}

/// <summary>What came in in a month, by agency. Months of Asia/Ho_Chi_Minh.</summary>
/// <param name="Month">Its first day.</param>
/// <param name="CountedAt">When it was counted, UTC.</param>
/// <param name="Agencies">By code; what came into folders that are no agency's stands together under a name that is no code.</param>
public sealed record IngestMonth(DateOnly Month, DateTimeOffset CountedAt, IReadOnlyDictionary<string, AgencyIngest> Agencies)
{
    /// <summary>How old a count of the present month may grow.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    /// <summary>Days after a month's end on which the last of it has surely been described and indexed, or refused.</summary>
    private const int Grace = 2;

    /// <summary>The first moment of the month.</summary>
    public static DateTimeOffset StartOf(DateOnly month) => VietnamTime.StartOf(month);

    /// <summary>Whether it is never counted again: it was counted when all that came in it had its outcome.</summary>
    public bool IsFinal => CountedAt >= VietnamTime.StartOf(Month.AddMonths(1).AddDays(Grace));

    /// <summary>The months to be counted now, the oldest first.</summary>
    /// <param name="first">The month the first record came in; null for an empty archive.</param>
    /// <param name="counted">What was counted before.</param>
    /// <param name="now">The time, UTC.</param>
    /// <param name="most">The most months of one run.</param>
    public static IReadOnlyList<DateOnly> Open(DateOnly? first, IEnumerable<IngestMonth> counted, DateTimeOffset now, int most)
    {
        var today = VietnamTime.At(now);
        var current = new DateOnly(today.Year, today.Month, 1);
        var closed = counted.Where(month => month.IsFinal || now - month.CountedAt < Lifetime).Select(month => month.Month).ToHashSet();
        var from = first is { } known && known < current ? known : current;
        return [.. Enumerable.Range(0, ((current.Year - from.Year) * 12) + current.Month - from.Month + 1).Select(from.AddMonths).Where(month => !closed.Contains(month)).Take(most)];
    }
}
