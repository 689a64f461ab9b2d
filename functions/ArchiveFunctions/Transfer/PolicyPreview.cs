using Archive.Transfer;
using ArchiveFunctions.Records;

namespace ArchiveFunctions.Transfer;

/// <summary>
/// What a policy would do to every record, by the rule that will do it (<see cref="PolicyChange"/>). Every record is read, not only those with a
/// due day: other retention codes bring in records that have none.
/// </summary>
public sealed class PolicyPreview(PolicyTable policies, RecordTable records, ClockKeeper clocks, TimeProvider clock)
{
    /// <summary>Azure's front end gives up on a request after 230 s.</summary>
    private static readonly TimeSpan MostTime = TimeSpan.FromSeconds(170);

    /// <summary>The effect on the records after one, or on all, for as long as a request may take; and where to go on, or null.</summary>
    /// <param name="policy">The policy, not stored yet.</param>
    /// <param name="after">The last record of the part before.</param>
    /// <param name="stop">Stops.</param>
    public async Task<(PolicyEffect Effect, DateOnly Day, string? GoOn)> Of(TransferPolicy policy, string? after, CancellationToken stop)
    {
        var (began, today) = (clock.GetTimestamp(), Today.Of(clock.GetUtcNow()));
        var day = policy.InForceFrom > today ? policy.InForceFrom : today;
        var inForce = TransferPolicy.InForce([.. await policies.All(stop), policy], day)!;
        var (changes, rest) = (new List<PolicyChange>(), default(string));
        await foreach (var held in records.Between(after ?? "r", "r~", stop))
        {
            if (rest is not null && clock.GetElapsedTime(began) > MostTime)
                return (PolicyEffect.Of(changes, day), day, rest);
            if (PolicyChange.Of(held.Record, await clocks.Registered(held.Record, stop), inForce, day) is { } change)
                changes.Add(change);
            rest = held.Record.Id.Value;
        }

        return (PolicyEffect.Of(changes, day), day, null);
    }
}
