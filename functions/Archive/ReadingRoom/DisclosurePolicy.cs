using Archive.Records;

namespace Archive.ReadingRoom;

/// <summary>What strangers may know of an agency's conditional records (mode 02 of TT 05/2025).</summary>
public enum Disclosure
{
    /// <summary>Nothing: as if there were none. What holds where nobody has decided.</summary>
    Hidden,

    /// <summary>That there is one (<see cref="Sight.Stub"/>).</summary>
    Stub,

    /// <summary>What is said of it (<see cref="Sight.Described"/>).</summary>
    Described,
}

/// <summary>
/// A decision on what strangers may know of an agency's conditional records, from a day on (Law 33/2024/QH15, art. 25: who may use such records is
/// decided, not assumed). Decisions are added and never changed, so that it stays explainable what was shown on a day, and on whose word.
/// </summary>
public sealed record DisclosurePolicy
{
    /// <summary>The longest basis, in letters.</summary>
    public const int LongestBasis = 500;

    /// <summary>The agency.</summary>
    public required AgencyCode Agency { get; init; }

    /// <summary>The first day it is in force, Asia/Ho_Chi_Minh.</summary>
    public required DateOnly InForceFrom { get; init; }

    /// <summary>Which decision for that day, from 1: the last one said holds, so that a mistake can be mended the same day.</summary>
    public required int Number { get; init; }

    /// <summary>What is shown.</summary>
    public required Disclosure Shows { get; init; }

    /// <summary>Where that is written down.</summary>
    public required string LegalBasis { get; init; }

    /// <summary>The subject of whoever set it.</summary>
    public required string SetBy { get; init; }

    /// <summary>When it was set, UTC.</summary>
    public required DateTimeOffset SetAt { get; init; }

    /// <summary>The decision in force for an agency on a day: of those begun the latest, of one day's the last said; null before the first.</summary>
    public static DisclosurePolicy? InForce(IEnumerable<DisclosurePolicy> policies, AgencyCode agency, DateOnly day) =>
        policies.Where(policy => policy.Agency == agency && policy.InForceFrom <= day).MaxBy(policy => (policy.InForceFrom, policy.Number));

    /// <summary>What keeps this from being a decision, by the name of the value at fault; empty when nothing does.</summary>
    /// <param name="today">In Asia/Ho_Chi_Minh. None begins before it: what was shown on a past day was shown.</param>
    public IReadOnlyList<string> Errors(DateOnly today) =>
    [
        .. Wrong(!Enum.IsDefined(Shows), nameof(Shows)),
        .. Wrong(InForceFrom < today || InForceFrom.Year > 2200, nameof(InForceFrom)),
        .. Wrong(string.IsNullOrWhiteSpace(LegalBasis) || LegalBasis.Length > LongestBasis, nameof(LegalBasis)),
    ];

    private static string[] Wrong(bool wrong, string name) => wrong ? [name] : [];
}
