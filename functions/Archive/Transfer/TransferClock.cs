using Archive.Records;

namespace Archive.Transfer;

/// <summary>Where a record stands on its way to the historical archive.</summary>
public enum ClockState
{
    /// <summary>Its due day cannot be told: something is missing.</summary>
    Undetermined,

    /// <summary>Its due day is known and far.</summary>
    Scheduled,

    /// <summary>The agency has been told.</summary>
    Noticed,

    /// <summary>It is to be transferred now.</summary>
    Due,

    /// <summary>It has a place in a consignment that is on its way. The agency has custody until the consignment is verified.</summary>
    Transferring,

    /// <summary>The historical archive has custody.</summary>
    Transferred,

    /// <summary>The due day has passed without a transfer; the reasons stand beside.</summary>
    Overdue,

    /// <summary>It need not be transferred, by a decision of two persons with a legal basis.</summary>
    Exempt,
}

/// <summary>Where a clock stands in schedule and agenda.</summary>
/// <param name="Due">The due day; null for one nobody can say.</param>
/// <param name="NextAction">The day on the agenda, or null.</param>
/// <param name="Deferred">The day it had before a longer term was granted; there it stands as exempt.</param>
public sealed record ClockPlace(DateOnly? Due, DateOnly? NextAction, DateOnly? Deferred = null)
{
    /// <summary>The days under which the schedule holds a row of it; null is the place of those nobody can say.</summary>
    public IEnumerable<DateOnly?> Rows => Deferred is null ? [Due] : [Due, Deferred];
}

/// <summary>A record's legal clock: part of its state row, so that it changes in one write with everything else of it.</summary>
public sealed record TransferClock
{
    /// <summary>Where it stands.</summary>
    public required ClockState State { get; init; }

    /// <summary>The policy the dates were set by.</summary>
    public required string Policy { get; init; }

    /// <summary>The last day on which a transfer is in time, Asia/Ho_Chi_Minh; null while undetermined.</summary>
    public DateOnly? Due { get; init; }

    /// <summary>The last day the law allows.</summary>
    public DateOnly? LegalLimit { get; init; }

    /// <summary>The day on which something is to be done about it; null when nothing is.</summary>
    public DateOnly? NextAction { get; init; }

    /// <summary>The last notice given, in days before the due day; null before the first.</summary>
    public int? Noticed { get; init; }

    /// <summary>How often it has been brought up since it became overdue.</summary>
    public int Escalations { get; init; }

    /// <summary>What keeps it from being transferred, as found when it was last looked at.</summary>
    public IReadOnlyList<Finding> Reasons { get; init; } = [];

    /// <summary>The consignment it is in, or was transferred with.</summary>
    public string? Consignment { get; init; }

    /// <summary>The day it was due by the policy's term, where a longer one was granted: in that month it counts as exempt.</summary>
    public DateOnly? Deferred { get; init; }

    /// <summary>The times in which it was exempt, the oldest first; at most the last is in force.</summary>
    public IReadOnlyList<Excuse> Excuses { get; init; } = [];

    /// <summary>When custody moved, UTC.</summary>
    public DateTimeOffset? TransferredAt { get; init; }

    /// <summary>
    /// The place in schedule and agenda of the clock this one replaced; null where its day did not move. Whoever follows the clock clears that
    /// place, also when a run ended between the write of the record and what follows it.
    /// </summary>
    public ClockPlace? Replaces { get; init; }

    /// <summary>Where it stands in schedule and agenda.</summary>
    public ClockPlace Place => new(Due, NextAction, Deferred);

    /// <summary>Whether its way has ended or is under way: no change of date or policy moves it any more.</summary>
    public bool IsSettled => State is ClockState.Transferring or ClockState.Transferred or ClockState.Exempt;

    /// <summary>Whether a longer term granted by exception is running: until its end comes near, the record is as good as exempt.</summary>
    public bool RunsLonger => Deferred is not null && State is (ClockState.Scheduled or ClockState.Noticed);

    /// <summary>By value, the reasons and excuses too.</summary>
    public bool Equals(TransferClock? other) => other is not null
        && (State, Policy, Due, LegalLimit, NextAction, Noticed, Escalations, Consignment) == (other.State, other.Policy, other.Due, other.LegalLimit, other.NextAction, other.Noticed, other.Escalations, other.Consignment)
        && (TransferredAt, Deferred, Replaces) == (other.TransferredAt, other.Deferred, other.Replaces)
        && Excuses.SequenceEqual(other.Excuses)
        && Reasons.Select(reason => (reason.Code, reason.Where)).SequenceEqual(other.Reasons.Select(reason => (reason.Code, reason.Where)));

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(State, Policy, Due, NextAction, Noticed, Escalations, Consignment);
}
