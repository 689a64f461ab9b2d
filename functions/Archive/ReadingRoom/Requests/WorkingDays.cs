using Archive.Catalogue;

namespace Archive.ReadingRoom.Requests;

/// <summary>The day on which a term of working days ends.</summary>
public abstract record DueDay
{
    private DueDay()
    {
    }

    /// <summary>It ends with this day, Asia/Ho_Chi_Minh.</summary>
    public sealed record On(DateOnly Day) : DueDay;

    /// <summary>Nobody can say: the holidays of a year the term runs into are not held.</summary>
    /// <param name="Year">The first such year.</param>
    public sealed record Unknown(int Year) : DueDay;

    /// <summary>The day, or null where nobody can say.</summary>
    public DateOnly? Known => (this as On)?.Day;
}

/// <summary>Terms in working days (ngày làm việc).</summary>
public static class WorkingDays
{
    /// <summary>
    /// When a term ends. The day something is received does not count (Civil Code 91/2015, art. 147); what comes after hours or on a day off is
    /// received on the next working day.
    /// </summary>
    /// <param name="asked">When it came, any offset.</param>
    /// <param name="days">Working days; none or fewer end it on the day of receipt.</param>
    /// <param name="calendar">The days off, and when the doors close.</param>
    public static DueDay Due(DateTimeOffset asked, int days, WorkCalendar calendar)
    {
        var local = VietnamTime.At(asked).DateTime;
        var day = DateOnly.FromDateTime(local);
        if (calendar.IsWorking(day) is not { } working)
            return new DueDay.Unknown(day.Year);

        // Received today: today is day 0. Otherwise the next working day is.
        var left = working && TimeOnly.FromDateTime(local) < calendar.Closes ? Math.Max(days, 0) : Math.Max(days, 0) + 1;
        while (left > 0)
        {
            if (day == DateOnly.MaxValue)
                return new DueDay.Unknown(day.Year + 1);
            day = day.AddDays(1);
            if (calendar.IsWorking(day) is not { } counts)
                return new DueDay.Unknown(day.Year);
            left -= counts ? 1 : 0;
        }

        return new DueDay.On(day);
    }
}
