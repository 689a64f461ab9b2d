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
/// <param name="Exemption">The code it is exempt by (<see cref="ExemptionBasis"/>).</param>
public sealed record Deadline(
    string RecordId, AgencyCode Agency, ClockState State, DateOnly? Due, string Policy, IReadOnlyList<Finding> Reasons, DateOnly? TransferredOn, string? Exemption = null)
{
    /// <summary>Whether it is still to be transferred; one whose consignment is under way is.</summary>
    public bool IsOpen => State is not (ClockState.Transferred or ClockState.Exempt);
}
