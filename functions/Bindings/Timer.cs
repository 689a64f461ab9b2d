using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>Starts a function on a schedule: six-field NCRONTAB in UTC, a TimeSpan, or <c>%SettingName%</c>.</summary>
public sealed class TimerTriggerAttribute(string schedule) : TriggerBindingAttribute
{
    /// <summary>The schedule as written.</summary>
    public string Schedule { get; } = schedule;

    /// <summary>Whether the host remembers the last run, so that a missed one is noticed.</summary>
    public bool UseMonitor { get; set; } = true;

    /// <summary>Whether the function also runs when the host starts.</summary>
    public bool RunOnStartup { get; set; }
}

/// <summary>What a timer function is told of its schedule.</summary>
public class TimerInfo
{
    /// <summary>The last and next runs, where the host keeps them.</summary>
    public ScheduleStatus? ScheduleStatus { get; set; }

    /// <summary>Whether this run comes later than planned.</summary>
    public bool IsPastDue { get; set; }
}

/// <summary>When a timer ran and will run, UTC.</summary>
public class ScheduleStatus
{
    /// <summary>The last planned run.</summary>
    public DateTime Last { get; set; }

    /// <summary>The next planned run.</summary>
    public DateTime Next { get; set; }

    /// <summary>When this status was last written.</summary>
    public DateTime LastUpdated { get; set; }
}
