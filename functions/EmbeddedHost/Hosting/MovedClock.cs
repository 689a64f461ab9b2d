using System.Globalization;
using Archive.Catalogue;

namespace EmbeddedHost.Hosting;

/// <summary>The day on which the archive's clock is to start.</summary>
public abstract record ClockStart
{
    /// <summary>The years a day may lie in: due days lie years after it, and a calendar ends.</summary>
    private const int FirstYear = 2000;
    private const int LastYear = 2199;

    private ClockStart()
    {
    }

    /// <summary>A day.</summary>
    /// <param name="Date">The day, Asia/Ho_Chi_Minh.</param>
    public sealed record On(DateOnly Date) : ClockStart;

    /// <summary>So many years or days after today.</summary>
    /// <param name="Years">Calendar years.</param>
    /// <param name="Days">Days.</param>
    public sealed record Later(int Years, int Days) : ClockStart;

    /// <summary>Reads <c>2029-11-22</c>, <c>+3y</c> or <c>+1000d</c>; null for anything else.</summary>
    public static ClockStart? Parse(string? text)
    {
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day.Year is >= FirstYear and <= LastYear ? new On(day) : null;
        if (text is not ['+', .. var number, 'y' or 'd'] || number.Length is 0 or > 5 || !number.All(char.IsAsciiDigit))
            return null;

        var count = int.Parse(number, CultureInfo.InvariantCulture);
        return text[^1] == 'd' ? new Later(0, count) : count <= 100 ? new Later(count, 0) : null;
    }

    /// <summary>
    /// How far the clock is to be ahead of the machine's, in whole seconds; negative for a day that is over. It shows the morning of the day, 06:00 in
    /// Viet Nam: the night's work is due at once, and what comes of it is put together five minutes later.
    /// </summary>
    /// <param name="now">The machine's time.</param>
    public TimeSpan Ahead(DateTimeOffset now)
    {
        var day = this switch
        {
            On on => on.Date,
            Later later => DateOnly.FromDateTime(VietnamTime.At(now).DateTime).AddYears(later.Years).AddDays(later.Days),
            _ => throw new InvalidOperationException("A start that nobody reckons."),
        };
        return TimeSpan.FromSeconds(Math.Round((new DateTimeOffset(day, new TimeOnly(6, 0), TimeSpan.FromHours(7)) - now).TotalSeconds));
    }
}

/// <summary>The machine's clock, so much ahead. It runs at the same pace: what is waited for takes as long as ever.</summary>
internal sealed class MovedClock(TimeSpan ahead) : TimeProvider
{
    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + ahead;
}
