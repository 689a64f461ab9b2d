using Archive.Records;

namespace Archive.Transfer;

/// <summary>A record's due day as the schedule shows it.</summary>
/// <param name="RecordId">The record.</param>
/// <param name="Agency">Its agency.</param>
/// <param name="State">Where its clock stands.</param>
/// <param name="Due">The last day in time, Asia/Ho_Chi_Minh; null while nobody can say.</param>
/// <param name="Policy">The policy it was set by.</param>
/// <param name="Reasons">What keeps it from being transferred, as found when it was last looked at.</param>
/// <param name="TransferredOn">The day custody moved, Asia/Ho_Chi_Minh.</param>
/// <param name="Excuses">The times in which it was exempt.</param>
public sealed record Deadline(
    string RecordId, AgencyCode Agency, ClockState State, DateOnly? Due, string Policy, IReadOnlyList<Finding> Reasons, DateOnly? TransferredOn, IReadOnlyList<Excuse>? Excuses = null)
{
    /// <summary>The code it is exempt by now (<see cref="ExemptionBasis"/>); null where it is not.</summary>
    public string? Exemption => Excuses?.FirstOrDefault(excuse => excuse.Revoked is null)?.Code;

    /// <summary>The code it was exempt by at the end of a day; null where it was not.</summary>
    public string? ExemptionOn(DateOnly day) => Excuses?.FirstOrDefault(excuse => excuse.Covers(day))?.Code;

    /// <summary>Whether it is still to be transferred; one whose consignment is under way is.</summary>
    public bool IsOpen => State is not (ClockState.Transferred or ClockState.Exempt);
}
