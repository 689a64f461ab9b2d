using System.Collections.Frozen;
using Archive.Records;

namespace Archive.ReadingRoom;

/// <summary>What every agency discloses on one day.</summary>
public sealed class Disclosures
{
    /// <summary>Nobody has decided anything: every conditional record is hidden.</summary>
    public static readonly Disclosures Nothing = new(FrozenDictionary<AgencyCode, Disclosure>.Empty);

    private readonly FrozenDictionary<AgencyCode, Disclosure> agencies;

    private Disclosures(FrozenDictionary<AgencyCode, Disclosure> agencies) => this.agencies = agencies;

    /// <summary>The agencies that disclose something, by their code: always in one order, as the filter of a search is made of them.</summary>
    public IEnumerable<KeyValuePair<AgencyCode, Disclosure>> Open => agencies.OrderBy(one => one.Key.Value, StringComparer.Ordinal);

    /// <summary>What is in force on a day.</summary>
    /// <param name="policies">Every decision there ever was.</param>
    /// <param name="day">The day, Asia/Ho_Chi_Minh.</param>
    public static Disclosures On(IReadOnlyCollection<DisclosurePolicy> policies, DateOnly day)
    {
        var inForce = policies.Select(policy => policy.Agency).Distinct().Select(agency => DisclosurePolicy.InForce(policies, agency, day)).OfType<DisclosurePolicy>();
        return new(inForce.Where(policy => policy.Shows != Disclosure.Hidden).ToFrozenDictionary(policy => policy.Agency, policy => policy.Shows));
    }

    /// <summary>What an agency discloses.</summary>
    public Disclosure Of(AgencyCode agency) => agencies.GetValueOrDefault(agency, Disclosure.Hidden);
}
