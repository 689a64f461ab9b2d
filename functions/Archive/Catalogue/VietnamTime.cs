using System.Globalization;
using Archive.Records;

namespace Archive.Catalogue;

/// <summary>Calendar days of Asia/Ho_Chi_Minh as moments. Fixed at UTC+7: the zone has had no other offset since 1975.</summary>
public static class VietnamTime
{
    /// <summary>The offset every time is shown in.</summary>
    public static readonly TimeSpan Offset = TimeSpan.FromHours(7);

    /// <summary>The same moment on a Vietnamese clock.</summary>
    public static DateTimeOffset At(DateTimeOffset moment) => moment.ToOffset(Offset);

    /// <summary>The first moment of a day.</summary>
    public static DateTimeOffset StartOf(DateOnly day) => new(day, TimeOnly.MinValue, Offset);

    /// <summary>The last whole second of a day.</summary>
    public static DateTimeOffset EndOf(DateOnly day) => new(day, new TimeOnly(23, 59, 59), Offset);

    /// <summary>A date as it was given, in ISO 8601: <c>2026-03-15</c>, <c>2026-03</c> or <c>2026</c>.</summary>
    public static string Iso(PartialDate date) => (date.Month, date.Day) switch
    {
        (null, _) => string.Create(CultureInfo.InvariantCulture, $"{date.Year:D4}"),
        (_, null) => string.Create(CultureInfo.InvariantCulture, $"{date.Year:D4}-{date.Month:D2}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{date.Year:D4}-{date.Month:D2}-{date.Day:D2}"),
    };
}
