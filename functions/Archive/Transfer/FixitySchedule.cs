using System.Globalization;

namespace Archive.Transfer;

/// <summary>
/// When preserved packages are read again. TT 05/2025: all documents are checked within a three-year cycle. A whole package is read each
/// time, so a year between two checks goes round three times as fast, and an outage of months does no harm.
/// </summary>
public static class FixitySchedule
{
    /// <summary>The most years between two checks of one file.</summary>
    public const int FullCycleYears = 3;

    /// <summary>Days from the transfer to the first check: before an agency is likely to destroy its copy, and after what fails early has failed.</summary>
    public const int FirstAfterDays = 30;

    /// <summary>Days from one check to the next.</summary>
    public const int EveryDays = 365;

    /// <summary>The day of the first check, Asia/Ho_Chi_Minh.</summary>
    public static DateOnly First(DateOnly transferred) => transferred.AddDays(FirstAfterDays);

    /// <summary>The day of the next check, Asia/Ho_Chi_Minh.</summary>
    public static DateOnly Next(DateOnly checkedOn) => checkedOn.AddDays(EveryDays);

    /// <summary>What the check that fell due on a day is called.</summary>
    public static string NameOf(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"fixity-{day:yyyy-MM-dd}");
}
