namespace Archive.Transfer;

/// <summary>A time in which a record was exempt: what a figure made for a day needs to know of exemptions, also of those revoked since.</summary>
/// <param name="Code">The ground (<see cref="ExemptionBasis"/>).</param>
/// <param name="From">The day it was confirmed, Asia/Ho_Chi_Minh.</param>
/// <param name="Revoked">The day its revocation was confirmed; null while it is in force.</param>
public sealed record Excuse(string Code, DateOnly From, DateOnly? Revoked = null)
{
    /// <summary>Whether it was in force at the end of a day.</summary>
    public bool Covers(DateOnly day) => From <= day && !(Revoked <= day);
}
