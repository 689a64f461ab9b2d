namespace Archive.Catalogue;

/// <summary>Calendar days of Asia/Ho_Chi_Minh as moments. Fixed at UTC+7: the zone has had no other offset since 1975.</summary>
public static class VietnamTime
{
    /// <summary>The offset every time is shown in.</summary>
    public static readonly TimeSpan Offset = TimeSpan.FromHours(7);

    /// <summary>The first moment of a day.</summary>
    public static DateTimeOffset StartOf(DateOnly day) => new(day, TimeOnly.MinValue, Offset);

    /// <summary>The last whole second of a day.</summary>
    public static DateTimeOffset EndOf(DateOnly day) => new(day, new TimeOnly(23, 59, 59), Offset);
}
