using Archive.Records;

namespace Archive.Transfer;

/// <summary>Where a release permit stands.</summary>
public enum PermitState
{
    /// <summary>The agency may destroy its own copy.</summary>
    Granted,

    /// <summary>The agency has destroyed its own copy, or is doing so.</summary>
    Used,

    /// <summary>A fixity check failed: the agency's copy must stay. It never becomes valid again.</summary>
    Lapsed,
}

/// <summary>The use of a permit.</summary>
/// <param name="At">When, UTC.</param>
/// <param name="By">The subject of the officer who asked for it.</param>
public sealed record PermitUse(DateTimeOffset At, string By);

/// <summary>The end of a permit.</summary>
/// <param name="At">When it lapsed, UTC.</param>
/// <param name="Finding">The finding it lapsed on.</param>
/// <param name="Checks">The runs that found something, each once: what one of them says again is not written again.</param>
public sealed record PermitLapse(DateTimeOffset At, Finding Finding, IReadOnlyList<string> Checks);

/// <summary>
/// An agency's right to destroy its own copy of a record whose custody has moved. It is part of the record's row: granted by the same write that
/// moves custody, after every digest was compared, and lapsed by the write that notes a failed fixity check.
/// </summary>
public sealed record ReleasePermit
{
    /// <summary>The consignment the record was transferred with.</summary>
    public required string Consignment { get; init; }

    /// <summary>The receipt the right rests on: its name below the receipts.</summary>
    public required string Receipt { get; init; }

    /// <summary>The digest the preserved copy was found to have, lower-case hexadecimal.</summary>
    public required string Sha256 { get; init; }

    /// <summary>When the preserved copy was read back and found to have it, UTC.</summary>
    public required DateTimeOffset VerifiedAt { get; init; }

    /// <summary>When it was granted, UTC: the time custody moved.</summary>
    public required DateTimeOffset GrantedAt { get; init; }

    /// <summary>Its use; null until then.</summary>
    public PermitUse? Used { get; init; }

    /// <summary>Its end; null while it holds. A used permit may lapse as well: then the historical archive's copy was the only one.</summary>
    public PermitLapse? Lapsed { get; init; }

    /// <summary>Where it stands. A used permit stays used.</summary>
    public PermitState State => Used is not null ? PermitState.Used : Lapsed is not null ? PermitState.Lapsed : PermitState.Granted;

    /// <summary>
    /// Whether the agency keeps no copy: one that turns up, because the same bytes were uploaded again, is put away. Not so once the preserved
    /// copy has failed: then it is the only sound one.
    /// </summary>
    public bool LeavesNoCopy => Used is not null && Lapsed is null;

    /// <summary>The permit that comes with a transfer; null for a consignment that was not read back, or has no receipt.</summary>
    public static ReleasePermit? Grant(Consignment consignment, Sha256Digest digest) => consignment is { VerifiedAt: { } verified, AcceptedAt: { } accepted, Receipt: { } receipt }
        ? new ReleasePermit { Consignment = consignment.Id, Receipt = receipt, Sha256 = digest.Value, VerifiedAt = verified, GrantedAt = accepted }
        : null;
}
