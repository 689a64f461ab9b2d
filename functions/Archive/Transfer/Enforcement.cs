using Archive.Records;

namespace Archive.Transfer;

/// <summary>What the clock of a record asks for today.</summary>
public abstract record Enforcement
{
    private Enforcement()
    {
    }

    /// <summary>The clock afterwards; null where nothing is done.</summary>
    public virtual TransferClock? After => null;

    /// <summary>Nothing: it was done already, or its day has not come.</summary>
    public sealed record Nothing : Enforcement;

    /// <summary>The agency is to be told.</summary>
    /// <param name="Next">The clock afterwards.</param>
    /// <param name="DaysLeft">The stage: the policy's number of days before the due day.</param>
    public sealed record Notice(TransferClock Next, int DaysLeft) : Enforcement
    {
        /// <inheritdoc/>
        public override TransferClock? After => Next;
    }

    /// <summary>It is complete and its time has come: it goes with the agency's next consignment.</summary>
    /// <param name="Next">The clock afterwards.</param>
    public sealed record Ready(TransferClock Next) : Enforcement
    {
        /// <inheritdoc/>
        public override TransferClock? After => Next;
    }

    /// <summary>Its time has come, and something keeps it.</summary>
    /// <param name="Next">The clock afterwards, with the reasons.</param>
    public sealed record Kept(TransferClock Next) : Enforcement
    {
        /// <inheritdoc/>
        public override TransferClock? After => Next;
    }

    /// <summary>Its time has not come: it was on its way early and came back, or its day moved. It waits for its first notice.</summary>
    /// <param name="Next">The clock afterwards.</param>
    public sealed record Early(TransferClock Next) : Enforcement
    {
        /// <inheritdoc/>
        public override TransferClock? After => Next;
    }

    /// <summary>Its due day has passed: the case is opened, or brought up again.</summary>
    /// <param name="Next">The clock afterwards, with the reasons.</param>
    public sealed record Overdue(TransferClock Next) : Enforcement
    {
        /// <inheritdoc/>
        public override TransferClock? After => Next;
    }

    /// <summary>
    /// Decides by the record's present state alone, so that a message that comes twice or late finds nothing left to do. After an outage only
    /// the latest of several missed stages is announced.
    /// </summary>
    /// <param name="clock">The record's clock.</param>
    /// <param name="obstacles">What keeps the record from being transferred (<see cref="Readiness"/>).</param>
    /// <param name="policy">The policy the clock was set by.</param>
    /// <param name="today">In Asia/Ho_Chi_Minh.</param>
    public static Enforcement Decide(TransferClock clock, IReadOnlyList<Finding> obstacles, TransferPolicy policy, DateOnly today)
    {
        if (clock.IsSettled || clock.Due is not { } due || clock.NextAction is not { } action || action > today)
            return new Nothing();

        var moved = clock with { Reasons = obstacles };
        if (today >= due.AddDays(-policy.LeadDays) && obstacles.Count == 0)
            return new Ready(moved with { State = ClockState.Due, NextAction = clock is { State: ClockState.Due, Reasons.Count: 0 } ? action : today });
        if (today > due)
            return new Overdue(Brought(moved, due, policy, today));
        if (today >= due.AddDays(-policy.LeadDays))
            return new Kept(moved with { State = ClockState.Due, NextAction = due.AddDays(1) });

        if (today < due.AddDays(-policy.NoticeDays[0]))
            return new Early(moved with { State = ClockState.Scheduled, NextAction = due.AddDays(-policy.NoticeDays[0]) });

        var stage = policy.NoticeDays.Last(days => today >= due.AddDays(-days));
        var next = policy.NoticeDays.Where(days => days < stage).Append(policy.LeadDays).First();
        return new Notice(moved with { State = ClockState.Noticed, Noticed = stage, NextAction = due.AddDays(-next) }, stage);
    }

    /// <summary>Several escalations missed in an outage are one.</summary>
    private static TransferClock Brought(TransferClock clock, DateOnly due, TransferPolicy policy, DateOnly today)
    {
        var days = policy.EscalationDays;
        var step = days[^1] - days[^2];
        var late = today.DayNumber - due.DayNumber;
        var next = days.FirstOrDefault(day => day > late);
        if (next == 0)
            next = days[^1] + (((late - days[^1]) / step) + 1) * step;
        return clock with { State = ClockState.Overdue, Escalations = clock.Escalations + 1, NextAction = due.AddDays(next) };
    }
}
