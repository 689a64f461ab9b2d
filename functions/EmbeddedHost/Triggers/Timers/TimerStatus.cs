using System.Text.Json;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace EmbeddedHost.Triggers.Timers;

/// <summary>What is kept of a timer between runs of the host, UTC.</summary>
/// <param name="Schedule">The schedule <see cref="Next"/> was computed from; another one now means it no longer counts.</param>
/// <param name="Last">When it last ran; the default value for never.</param>
/// <param name="Next">When it is due.</param>
/// <param name="LastUpdated">When this was written.</param>
internal sealed record TimerStatus(string Schedule, DateTime Last, DateTime Next, DateTime LastUpdated)
{
    /// <summary>When the timer is due by its present schedule.</summary>
    public DateTime DueBy(TimerSchedule schedule) =>
        schedule.Text == Schedule ? Next : schedule.Next(Last == default ? LastUpdated : Last);

    public ScheduleStatus ForFunction() => new() { Last = Last, Next = Next, LastUpdated = LastUpdated };

    /// <summary>What was kept; null for a timer seen for the first time, or a file that cannot be read.</summary>
    public static TimerStatus? Read(string path, string function, ILogger log)
    {
        try
        {
            return File.Exists(path) ? JsonSerializer.Deserialize<TimerStatus>(File.ReadAllBytes(path)) : null;
        }
        catch (JsonException e)
        {
            Log.TimerStatusUnreadable(log, e, function, path);
            return null;
        }
    }

    /// <summary>Written whole and then moved into place, so that a crash leaves the old or the new status.</summary>
    public void Write(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path + ".new", JsonSerializer.SerializeToUtf8Bytes(this));
        File.Move(path + ".new", path, overwrite: true);
    }
}
