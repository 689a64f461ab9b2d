using Archive.Packages.Rules;

namespace Archive.Packages.Bags;

/// <summary>A requirement bags are held to.</summary>
/// <param name="Id"><c>BAG-</c>, the section of RFC 8493, and a number within it.</param>
/// <param name="Level">How binding it is.</param>
/// <param name="Versions">Which versions have it.</param>
/// <param name="Asks">What it asks, in plain words.</param>
/// <param name="Check">Finds every place that breaks it.</param>
internal sealed record BagRule(string Id, RuleLevel Level, IReadOnlyList<Specification> Versions, string Asks, Func<BagFacts, IEnumerable<Breach>> Check)
{
    private static readonly Specification[] Both = [Specification.Bag097, Specification.Bag10];

    /// <summary>Whether a bag that breaks it is complete all the same, and only not valid.</summary>
    public bool IsOfChecksums { get; init; }

    public static BagRule Must(string id, string asks, Func<BagFacts, IEnumerable<Breach>> check) => new(id, RuleLevel.Must, Both, asks, check);

    public static BagRule Should(string id, string asks, Func<BagFacts, IEnumerable<Breach>> check) => new(id, RuleLevel.Should, Both, asks, check);

    /// <summary>The rule of one version only.</summary>
    public BagRule In(Specification version) => this with { Versions = [version] };

    public bool Holds(Specification version) => Versions.Contains(version);
}
