using Archive.Records;

namespace Archive.Transfer;

/// <summary>What a policy's coming into force does to one record's clock.</summary>
/// <param name="RecordId">The record.</param>
/// <param name="Agency">Its agency.</param>
/// <param name="Before">The clock it has; null where it has none.</param>
/// <param name="After">The clock it gets; null where it is not transferred any more.</param>
public sealed record PolicyChange(string RecordId, AgencyCode Agency, TransferClock? Before, TransferClock? After)
{
    /// <summary>
    /// The change, or null where there is none: what is settled stays, what was set under the policy is done, and what is to be described anew gets
    /// its clock with that. A preview and its application both ask here, so they agree.
    /// </summary>
    /// <param name="record">The record as it is.</param>
    /// <param name="agencyIsRegistered">Whether its agency is one of the register's.</param>
    /// <param name="policy">The policy in force.</param>
    /// <param name="today">In Asia/Ho_Chi_Minh.</param>
    public static PolicyChange? Of(ArchiveRecord record, bool agencyIsRegistered, TransferPolicy policy, DateOnly today)
    {
        var before = record.Transfer;
        if (record.Status == RecordStatus.Admitted || before is { IsSettled: true } || before?.Policy == policy.Id)
            return null;

        var after = ClockSetting.Of(record, agencyIsRegistered, policy, today);
        return before is null && after is null ? null : new PolicyChange(record.Id.Value, record.Agency, before, after);
    }

    /// <summary>Whether the due day is another one, appears, or goes.</summary>
    public bool Moves => Before?.Due != After?.Due;

    /// <summary>Whether it makes a record overdue that was not.</summary>
    public bool MakesOverdue(DateOnly today) => After?.Due < today && !(Before?.Due < today);
}

/// <summary>What a policy would do to an agency's records.</summary>
/// <param name="Agency">The agency.</param>
/// <param name="Moved">How many due days move, appear or go.</param>
/// <param name="Overdue">How many records it makes overdue.</param>
public sealed record AgencyEffect(AgencyCode Agency, int Moved, int Overdue);

/// <summary>What a policy would do.</summary>
/// <param name="Moved">How many due days move, appear or go.</param>
/// <param name="Overdue">How many records it makes overdue.</param>
/// <param name="OverdueIds">The first of these, by id.</param>
/// <param name="Agencies">The agencies it touches, by code.</param>
public sealed record PolicyEffect(int Moved, int Overdue, IReadOnlyList<string> OverdueIds, IReadOnlyList<AgencyEffect> Agencies)
{
    /// <summary>How many ids are named.</summary>
    public const int MostIds = 100;

    /// <summary>Adds the changes up.</summary>
    /// <param name="changes">The changes, by record id.</param>
    /// <param name="today">The day the policy would be applied, Asia/Ho_Chi_Minh.</param>
    public static PolicyEffect Of(IReadOnlyCollection<PolicyChange> changes, DateOnly today)
    {
        var overdue = changes.Where(change => change.MakesOverdue(today)).ToList();
        var agencies = changes.Where(change => change.Moves).GroupBy(change => change.Agency).OrderBy(agency => agency.Key.Value, StringComparer.Ordinal)
            .Select(agency => new AgencyEffect(agency.Key, agency.Count(), agency.Count(change => change.MakesOverdue(today))));
        return new PolicyEffect(changes.Count(change => change.Moves), overdue.Count, [.. overdue.Take(MostIds).Select(change => change.RecordId)], [.. agencies]);
    }
}
