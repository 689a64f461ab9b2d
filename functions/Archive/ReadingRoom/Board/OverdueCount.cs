using Archive.Catalogue;

namespace Archive.ReadingRoom.Board;

/// <summary>How many records are overdue, as counted last.</summary>
/// <param name="CountedAt">When, UTC.</param>
/// <param name="Agencies">By agency, then by the month (<c>yyyy-MM</c>) they were due in.</param>
public sealed record OverdueCount(DateTimeOffset CountedAt, IReadOnlyDictionary<string, IReadOnlyDictionary<string, int>> Agencies)
{
    /// <summary>Whether it is to be counted again: what is overdue changes with the night's sweep.</summary>
    public static bool IsStale(OverdueCount? last, DateTimeOffset now) =>
        last is null || VietnamTime.At(last.CountedAt).Date != VietnamTime.At(now).Date || now - last.CountedAt > IngestMonth.Lifetime * 6;
}
