using System.Globalization;
using Archive.Records;

namespace Archive.Transfer;

/// <summary>Sets a record's clock from what is known of the record now.</summary>
public static class ClockSetting
{
    /// <summary>
    /// The clock of a record under the policy in force; null for a record that is not transferred. What is settled stays, but an exemption only
    /// until it is revoked. A due day that did not move keeps its notices; a new one begins anew, with its first action today where that has passed.
    /// </summary>
    /// <param name="record">The record, with the clock it has.</param>
    /// <param name="agencyIsRegistered">Whether its agency is one of the register's.</param>
    /// <param name="policy">The policy in force today.</param>
    /// <param name="today">In Asia/Ho_Chi_Minh.</param>
    public static TransferClock? Of(ArchiveRecord record, bool agencyIsRegistered, TransferPolicy policy, DateOnly today)
    {
        var revoked = record is { Transfer.State: ClockState.Exempt, Exemption.IsInForce: false };
        if (record.Transfer is { IsSettled: true } settled && !revoked)
            return settled;

        return DueDate.Of(record, agencyIsRegistered, policy) switch
        {
            DueDate.Falls falls => !revoked && record.Transfer is { } kept && (kept.Due, kept.Deferred, kept.Policy) == (falls.Day, falls.Deferred, policy.Id)
                ? kept with { LegalLimit = falls.LegalLimit, NextAction = Again(kept, today) }
                : Anew(falls, policy, today) with { Replaces = record.Transfer?.Place, Excuses = record.Transfer?.Excuses ?? [] },
            DueDate.Undetermined missing => new TransferClock
            {
                State = ClockState.Undetermined,
                Policy = policy.Id,
                Replaces = record.Transfer is { State: ClockState.Undetermined } same ? same.Replaces : record.Transfer?.Place,
                Excuses = record.Transfer?.Excuses ?? [],
                Reasons = [.. missing.Missing.Select(field => Finding.Of(FindingCodes.TransferFieldMissing, field))],
            },
            _ => null,
        };
    }

    /// <summary>What the journal says of a clock that was set or moved; nothing where it stayed. With these lines a figure can be counted again from journals alone.</summary>
    public static IEnumerable<JournalEvent> Lines(ArchiveRecord record, TransferClock? before, string agent, DateTimeOffset now)
    {
        if (before is null && record.Transfer is { State: ClockState.Undetermined })
            yield break; // Nothing was set yet.
        if ((record.Transfer?.Due, record.Transfer?.State, record.Transfer?.Policy) == (before?.Due, before?.State, before?.Policy))
            yield break;
        var detail = string.Create(
            CultureInfo.InvariantCulture,
            $"transfer={record.Transfer?.State.ToString() ?? "none"}; due={record.Transfer?.Due:yyyy-MM-dd}; before={before?.Due:yyyy-MM-dd}; policy={record.Transfer?.Policy ?? "none"}");
        yield return new JournalEvent(EventTypes.PolicyAssignment, now, record.Agency.Value, agent, EventOutcome.Success, detail);
    }

    private static TransferClock Anew(DueDate.Falls falls, TransferPolicy policy, DateOnly today)
    {
        var first = falls.Day.AddDays(-policy.NoticeDays[0]);
        return new TransferClock
        {
            State = ClockState.Scheduled,
            Policy = policy.Id,
            Due = falls.Day,
            Deferred = falls.Deferred,
            LegalLimit = falls.LegalLimit,
            NextAction = first > today ? first : today,
        };
    }

    /// <summary>A record that waits because something is missing is looked at again today: this change may have supplied it.</summary>
    private static DateOnly? Again(TransferClock clock, DateOnly today) =>
        clock.State is ClockState.Due or ClockState.Overdue && clock.Reasons.Count > 0 ? today : clock.NextAction;
}
