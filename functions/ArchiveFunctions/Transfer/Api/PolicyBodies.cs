using System.Text.Json;
using Archive.Records;
using Archive.Transfer;

namespace ArchiveFunctions.Transfer.Api;

/// <summary>A transfer policy. What is sent and what is answered have one form; what must be there is checked, not assumed.</summary>
internal sealed record PolicyBody(
    string? Id,
    DateOnly? InForceFrom,
    string? LegalBasis,
    int? Years,
    int? LegalYears,
    string? LegalYearsBasis,
    int? ExceptionalYears,
    string? ExceptionalYearsBasis,
    PolicySourcesBody? Sources,
    IReadOnlyList<string>? RetentionCodes,
    IReadOnlyList<int>? NoticeDays,
    int? LeadDays,
    IReadOnlyList<int>? EscalationDays,
    bool? HeldForAcceptance,
    bool? InForce)
{
    public static PolicyBody Of(TransferPolicy policy, bool inForce) => new(
        policy.Id,
        policy.InForceFrom,
        policy.LegalBasis,
        policy.Years,
        policy.LegalYears,
        policy.LegalYearsBasis,
        policy.ExceptionalYears,
        policy.ExceptionalYearsBasis,
        PolicySourcesBody.Of(policy.Sources),
        policy.RetentionCodes,
        policy.NoticeDays,
        policy.LeadDays,
        policy.EscalationDays,
        policy.HeldForAcceptance,
        inForce);

    /// <summary>The policy; what is left out makes it one with errors (<see cref="TransferPolicy.Errors"/>).</summary>
    public TransferPolicy ToPolicy() => new()
    {
        Id = Id ?? "",
        InForceFrom = InForceFrom ?? default,
        LegalBasis = LegalBasis ?? "",
        Years = Years ?? 0,
        LegalYears = LegalYears ?? 0,
        LegalYearsBasis = LegalYearsBasis ?? "",
        ExceptionalYears = ExceptionalYears ?? 0,
        ExceptionalYearsBasis = ExceptionalYearsBasis ?? "",
        Sources = Sources?.ToSources() ?? PolicySourcesBody.Senseless,
        RetentionCodes = RetentionCodes ?? [],
        NoticeDays = NoticeDays ?? [],
        LeadDays = LeadDays ?? -1,
        EscalationDays = EscalationDays ?? [],
        HeldForAcceptance = HeldForAcceptance ?? false,
    };
}

/// <summary>Which agencies feed the historical archive by a policy.</summary>
internal sealed record PolicySourcesBody(string? Rule, IReadOnlyList<string>? Agencies)
{
    /// <summary>What is not said, or cannot be read: it makes the policy one with errors.</summary>
    public static readonly TransferSources Senseless = new() { Rule = SourceRule.Only };

    public static PolicySourcesBody Of(TransferSources sources) => new(Name(sources.Rule), [.. sources.Agencies.Select(agency => agency.Value)]);

    public TransferSources ToSources()
    {
        var rules = Enum.GetValues<SourceRule>().Where(rule => Name(rule) == Rule).ToList();
        var codes = (Agencies ?? []).Select(text => AgencyCode.TryParse(text, out var code) ? code : (AgencyCode?)null).ToList();
        return rules.Count == 0 || codes.Contains(null) ? Senseless : new TransferSources { Rule = rules[0], Agencies = [.. codes.Select(code => code!.Value)] };
    }

    private static string Name(SourceRule rule) => JsonNamingPolicy.CamelCase.ConvertName(rule.ToString());
}

/// <summary>Every policy there ever was.</summary>
internal sealed record PolicyListBody(IReadOnlyList<PolicyBody> Items);

/// <summary>What a policy would do, or does, to an agency's records.</summary>
internal sealed record AgencyEffectBody(string Agency, int Moved, int Overdue);

/// <summary>What a policy would do, or is about to do.</summary>
/// <param name="Policy">Its name.</param>
/// <param name="Applied">Whether it has been stored and clocks will be set by it from its first day on.</param>
/// <param name="AsOf">The day the effect is told for.</param>
/// <param name="Moved">How many due days move, appear or go.</param>
/// <param name="Overdue">How many records become overdue by it.</param>
/// <param name="OverdueIds">The first hundred of these.</param>
/// <param name="Agencies">The same by agency.</param>
/// <param name="Continuation">Where to go on, when not all records could be gone through; the counts are of this part.</param>
internal sealed record PolicyEffectBody(
    string Policy, bool Applied, DateOnly? AsOf, int? Moved, int? Overdue, IReadOnlyList<string>? OverdueIds, IReadOnlyList<AgencyEffectBody>? Agencies, string? Continuation);
