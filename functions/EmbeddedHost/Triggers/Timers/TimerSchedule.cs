using System.Globalization;
using Microsoft.Extensions.Configuration;
using NCrontab;

namespace EmbeddedHost.Triggers.Timers;

/// <summary>When a timer is due, UTC: six-field NCRONTAB or a constant interval.</summary>
internal sealed class TimerSchedule
{
    private readonly CrontabSchedule? table;
    private readonly TimeSpan interval;

    private TimerSchedule(string text, CrontabSchedule? table, TimeSpan interval) => (Text, this.table, this.interval) = (text, table, interval);

    /// <summary>The schedule as written, settings resolved.</summary>
    public string Text { get; }

    /// <summary>Reads a schedule; <c>%Name%</c> is looked up in the configuration.</summary>
    /// <exception cref="FormatException">The text is no schedule, or names a setting that is missing; the message names the function.</exception>
    public static TimerSchedule Parse(string function, string written, IConfiguration configuration)
    {
        var text = written is ['%', .. var setting, '%']
            ? configuration[setting] ?? throw new FormatException($"Function '{function}' takes its schedule from the setting '{setting}', which is missing.")
            : written;

        if (TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var interval) && interval > TimeSpan.Zero)
            return new TimerSchedule(text, null, interval);
        if (CrontabSchedule.TryParse(text, new CrontabSchedule.ParseOptions { IncludingSeconds = true }) is { } table)
            return new TimerSchedule(text, table, TimeSpan.Zero);
        throw new FormatException($"Function '{function}' has the schedule '{text}'; supported: six-field NCRONTAB, a TimeSpan above zero, %SettingName%.");
    }

    /// <summary>The first due time after the given one, both UTC.</summary>
    public DateTime Next(DateTime after) =>
        DateTime.SpecifyKind(table?.GetNextOccurrence(after) ?? after + interval, DateTimeKind.Utc);
}
