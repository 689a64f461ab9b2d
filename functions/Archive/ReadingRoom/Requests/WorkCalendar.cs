using System.Collections.Frozen;

namespace Archive.ReadingRoom.Requests;

/// <summary>The days of a year that the notices of that year set; weekends and the fixed holidays need not be named.</summary>
public sealed record WorkYear
{
    /// <summary>The year.</summary>
    public required int Year { get; init; }

    /// <summary>Days off: Tết, the Hùng Kings' day, the second day of National Day, days instead of holidays on a weekend, days exchanged.</summary>
    public IReadOnlyList<DateOnly> Off { get; init; } = [];

    /// <summary>Days of a weekend on which offices work in exchange.</summary>
    public IReadOnlyList<DateOnly> Worked { get; init; } = [];

    /// <summary>Where it is written down.</summary>
    public string LegalBasis { get; init; } = "";

    /// <summary>
    /// The years that come with the archive, as the offices' notices of those years are remembered; check them against the notices. A year that is
    /// missing is added by setting (<c>Requests:Calendars</c>), and one that is set replaces the one here.
    /// </summary>
    public static IReadOnlyList<WorkYear> Known { get; } =
    [
        new()
        {
            Year = 2025,
            Off = [new(2025, 1, 27), new(2025, 1, 28), new(2025, 1, 29), new(2025, 1, 30), new(2025, 1, 31), new(2025, 4, 7), new(2025, 5, 2), new(2025, 9, 1)],
            Worked = [new(2025, 4, 26)],
            LegalBasis = "Bộ luật Lao động 45/2019/QH14, Đ112",
        },
        new()
        {
            Year = 2026,
            Off =
            [
                new(2026, 1, 2), new(2026, 2, 16), new(2026, 2, 17), new(2026, 2, 18), new(2026, 2, 19), new(2026, 2, 20), new(2026, 4, 27), new(2026, 8, 31), new(2026, 9, 1),
            ],
            Worked = [new(2026, 1, 10), new(2026, 8, 22)],
            LegalBasis = "Bộ luật Lao động 45/2019/QH14, Đ112",
        },
    ];
}

/// <summary>Which days offices work, for the years of which that is known.</summary>
public sealed class WorkCalendar
{
    /// <summary>Holidays that fall on the same day each year (Labour Code 45/2019/QH14, art. 112): 1/1, 30/4, 1/5, 2/9.</summary>
    private static readonly FrozenSet<(int Month, int Day)> Fixed = new[] { (1, 1), (4, 30), (5, 1), (9, 2) }.ToFrozenSet();

    private readonly FrozenDictionary<int, WorkYear> years;

    /// <summary>Of years; of two with the same number the later in the list counts.</summary>
    /// <param name="years">The years.</param>
    /// <param name="closes">When the doors close, Asia/Ho_Chi_Minh: what comes then or later is received on the next working day.</param>
    public WorkCalendar(IEnumerable<WorkYear> years, TimeOnly closes)
    {
        this.years = years.GroupBy(year => year.Year).ToFrozenDictionary(same => same.Key, same => same.Last());
        Closes = closes;
    }

    /// <summary>When the doors close.</summary>
    public TimeOnly Closes { get; }

    /// <summary>Whether offices work on a day; null for a year that is not held.</summary>
    public bool? IsWorking(DateOnly day) => !years.TryGetValue(day.Year, out var year) ? null
        : year.Worked.Contains(day) || (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !Fixed.Contains((day.Month, day.Day)) && !year.Off.Contains(day));
}
