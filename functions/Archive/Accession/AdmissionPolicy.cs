namespace Archive.Accession;

/// <summary>The limits of admission: data, set by the administrator (settings section <c>Admission</c>).</summary>
public sealed record AdmissionPolicy
{
    /// <summary>The largest upload, in bytes.</summary>
    public long MaxBytes { get; init; } = 50L << 30;

    /// <summary>
    /// How long one upload may be checked, after its bytes were read once, before it is refused with A-115. Two minutes leave room in an
    /// invocation for keeping it.
    /// </summary>
    public TimeSpan TimeBudget { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>How long a sidecar waits for its document before it belongs to nothing.</summary>
    public TimeSpan SidecarPatience { get; init; } = TimeSpan.FromHours(24);

    /// <summary>How long an upload may lie in the inbox before it counts as overlooked.</summary>
    public TimeSpan OverlookedAfter { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How long an upload that could not be processed, or a package and its documents that are under way, rest before they are tried again.</summary>
    public TimeSpan RetrySetAsideAfter { get; init; } = TimeSpan.FromHours(1);

    /// <summary>How long an upload slot can be used.</summary>
    public TimeSpan SlotLifetime { get; init; } = TimeSpan.FromHours(4);
}
