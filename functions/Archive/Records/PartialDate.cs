using System.Globalization;

namespace Archive.Records;

/// <summary>
/// A date as it was given: a year, a month or a day (TT 05/2025 accepts all three). No part is ever invented. Years 1000 to 9999,
/// Asia/Ho_Chi_Minh calendar days.
/// </summary>
public readonly record struct PartialDate
{
    private PartialDate(int year, int? month, int? day) => (Year, Month, Day) = (year, month, day);

    /// <summary>The year.</summary>
    public int Year { get; }

    /// <summary>The month, 1 to 12, if given.</summary>
    public int? Month { get; }

    /// <summary>The day of the month, if given.</summary>
    public int? Day { get; }

    /// <summary>The first day this date can mean.</summary>
    public DateOnly Earliest => new(Year, Month ?? 1, Day ?? 1);

    /// <summary>The last day this date can mean.</summary>
    public DateOnly Latest => new(Year, Month ?? 12, Day ?? DateTime.DaysInMonth(Year, Month ?? 12));

    /// <summary>A whole date.</summary>
    public static PartialDate On(DateOnly day) => new(day.Year, day.Month, day.Day);

    /// <summary>
    /// Reads <c>dd/MM/yyyy</c>, <c>MM/yyyy</c>, <c>yyyy</c> (TT 05/2025), <c>yyyy/MM/dd</c> (QCVN 102:2016) and <c>yyyy-MM-dd</c>,
    /// <c>yyyy-MM</c> (ISO 8601); false for a date that does not exist.
    /// </summary>
    public static bool TryParse(string? text, out PartialDate date)
    {
        date = default;
        var parts = (text ?? "").Trim().Split('/', '-');
        if (parts.Length > 3 || !parts.All(part => part.Length is > 0 and <= 4 && part.All(char.IsAsciiDigit)))
            return false;

        if (parts[0].Length != 4)
            Array.Reverse(parts);

        var numbers = Array.ConvertAll(parts, part => int.Parse(part, CultureInfo.InvariantCulture));
        return parts[0].Length == 4 && TryCreate(numbers[0], numbers.Length > 1 ? numbers[1] : null, numbers.Length > 2 ? numbers[2] : null, out date);
    }

    /// <summary>Reads a date out of the archive's own rows; anything else is a defect.</summary>
    public static PartialDate Parse(string text) => TryParse(text, out var date) ? date : throw new FormatException($"'{text}' is not a date.");

    /// <summary>Puts a date together from numbers; false for a date that does not exist.</summary>
    public static bool TryCreate(int year, int? month, int? day, out PartialDate date)
    {
        var exists = year is >= 1000 and <= 9999
            && month is null or (>= 1 and <= 12)
            && (day is null || (month is not null && day >= 1 && day <= DateTime.DaysInMonth(year, month.Value)));
        date = exists ? new PartialDate(year, month, day) : default;
        return exists;
    }

    /// <summary>The date as TT 05/2025 writes it: <c>dd/MM/yyyy</c>, <c>MM/yyyy</c> or <c>yyyy</c>.</summary>
    public override string ToString() => (Month, Day) switch
    {
        (null, _) => string.Create(CultureInfo.InvariantCulture, $"{Year:D4}"),
        (_, null) => string.Create(CultureInfo.InvariantCulture, $"{Month:D2}/{Year:D4}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{Day:D2}/{Month:D2}/{Year:D4}"),
    };
}
