using Archive.Records;

namespace Archive.Transfer.Receipts;

/// <summary>What the historical archive says when it takes a consignment into custody.</summary>
public sealed record Acceptance
{
    /// <summary>In place of a person's name, where a passed check was enough.</summary>
    public const string Automatic = "automatic";

    /// <summary>The historical archive's name in Vietnamese.</summary>
    public required string Archive { get; init; }

    /// <summary>When custody moved.</summary>
    public required DateTimeOffset AcceptedAt { get; init; }

    /// <summary>The archivist, or <see cref="Automatic"/>.</summary>
    public required string AcceptedBy { get; init; }

    /// <summary>The preserved package.</summary>
    public required string Package { get; init; }

    /// <summary>Where its root METS lies below the package's root. It holds the digests of everything else in the package.</summary>
    public string RootMetsPath { get; init; } = "METS.xml";

    /// <summary>Of the root METS's bytes.</summary>
    public required Sha256Digest RootMetsSha256 { get; init; }
}

/// <summary>A receipt's place in its agency's chain.</summary>
/// <param name="Sequence">1 for the agency's first receipt, then one more for each.</param>
/// <param name="Previous">The SHA-256 of the file of the receipt before it; null for the first.</param>
public sealed record ChainLink(int Sequence, Sha256Digest? Previous)
{
    /// <summary>The place of an agency's first receipt.</summary>
    public static ChainLink First { get; } = new(1, null);

    /// <summary>Whether there is such a place: the first has nothing before it, every other has.</summary>
    internal bool IsSound => Sequence >= 1 && Previous is null == (Sequence == 1);
}

/// <summary>The city's half of a receipt. Its key signs this, and with the digest the agency's half and signature.</summary>
/// <param name="Chain">The place in the agency's chain.</param>
/// <param name="Submission">The SHA-256 of what was accepted: see <see cref="SignedPart.Digest"/>.</param>
/// <param name="Acceptance">What the historical archive says.</param>
public sealed record Countersignature(ChainLink Chain, Sha256Digest Submission, Acceptance Acceptance)
{
    /// <summary>What keeps this from being signed or believed, by the name of the value at fault; empty when nothing does.</summary>
    public IReadOnlyList<string> Flaws() =>
    [
        .. Submission.Value is null ? new[] { nameof(Submission) } : [],
        .. Acceptance.RootMetsSha256.Value is null ? new[] { nameof(Acceptance.RootMetsSha256) } : [],
        .. PackagePath.IsSound(Acceptance.RootMetsPath) ? [] : new[] { nameof(Acceptance.RootMetsPath) },
    ];
}
