using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Archive.Catalogue;
using Archive.Records;

namespace Archive.Transfer;

/// <summary>A record's exemption from transfer: proposed by one person and, once a second has confirmed it, in force.</summary>
/// <param name="Code">The ground (<see cref="ExemptionBasis"/>).</param>
/// <param name="Evidence">What shows that it applies: a decision's number, a file.</param>
/// <param name="LegalBasis">The article relied upon.</param>
/// <param name="ProposedBy">The subject of who proposed it.</param>
/// <param name="ProposedAt">When, UTC.</param>
/// <param name="ConfirmedBy">The subject of who confirmed it; null until somebody has.</param>
/// <param name="ConfirmedAt">When, UTC.</param>
/// <param name="Until">The last day of the longer term: the record is due on it, Asia/Ho_Chi_Minh. Null for a ground that has no end of its own.</param>
/// <param name="Revocation">How it was taken back, or is proposed to be.</param>
public sealed record Exemption(
    string Code,
    string Evidence,
    string LegalBasis,
    string ProposedBy,
    DateTimeOffset ProposedAt,
    string? ConfirmedBy = null,
    DateTimeOffset? ConfirmedAt = null,
    DateOnly? Until = null,
    Revocation? Revocation = null)
{
    /// <summary>The longest evidence and legal basis, in characters.</summary>
    public const int Longest = 1000;

    /// <summary>Names what was proposed, by whom and when, so that a confirmation cannot meet another proposal than the one read.</summary>
    public string Proposal => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Join('\n', Code, Evidence, LegalBasis, ProposedBy, ProposedAt.ToString("O", CultureInfo.InvariantCulture), Until?.ToString("O", CultureInfo.InvariantCulture)))).AsSpan(0, 8));

    /// <summary>Whether it has been confirmed and not taken back.</summary>
    public bool IsInForce => ConfirmedAt is not null && Revocation?.ConfirmedAt is null;

    /// <summary>The last day to which a policy lets a longer term of this record run, counted as the law's own term is.</summary>
    public static DateOnly Limit(ArchiveRecord record, TransferPolicy policy) => DueDate.EndOfFilingYear(record, policy.ExceptionalYears);

    /// <summary>The name of the value that makes no sense, or null.</summary>
    public static string? Error(string? code, string? evidence, string? legalBasis, DateOnly? until) =>
        ExemptionBasis.Find(code) is not { } basis ? "code"
        : string.IsNullOrWhiteSpace(evidence) || evidence.Length > Longest ? "evidence"
        : string.IsNullOrWhiteSpace(legalBasis) || legalBasis.Length > Longest ? "legalBasis"
        : basis.HasEnd != until.HasValue ? "until"
        : null;
}

/// <summary>What comes of a step towards an exemption.</summary>
public abstract record Exempting
{
    private Exempting()
    {
    }

    /// <summary>The record's next state.</summary>
    /// <param name="Record">Not yet of the next version.</param>
    /// <param name="Detail">For the journal.</param>
    public sealed record Done(ArchiveRecord Record, string Detail) : Exempting;

    /// <summary>It stands so already.</summary>
    public sealed record Already : Exempting;

    /// <summary>The record is on no way to the historical archive, or its way has ended or is under way.</summary>
    public sealed record NotOpen : Exempting;

    /// <summary>Nothing is proposed, or something other than what is confirmed.</summary>
    public sealed record NotProposed : Exempting;

    /// <summary>Who proposes may not confirm.</summary>
    public sealed record SamePerson : Exempting;

    /// <summary>There is no exemption in force to take back.</summary>
    public sealed record NotInForce : Exempting;

    /// <summary>It would end before the record is due without it, or has ended already.</summary>
    public sealed record EndsTooSoon : Exempting;

    /// <summary>It would end after the exceptional term of the policy (<see cref="Exemption.Limit"/>).</summary>
    public sealed record EndsTooLate : Exempting;

    /// <summary>A person proposes an exemption; a proposal before it is replaced. The same person proposing the same again changes nothing.</summary>
    /// <param name="record">The record.</param>
    /// <param name="proposal">What is proposed, and when.</param>
    /// <param name="policy">The policy in force.</param>
    public static Exempting Propose(ArchiveRecord record, Exemption proposal, TransferPolicy policy)
    {
        if (record.Transfer is not { IsSettled: false } || record.Exemption is { IsInForce: true })
            return new NotOpen();
        if (EndError(record, proposal, policy, proposal.ProposedAt) is { } wrong)
            return wrong;
        if (record.Exemption is { } held && held with { ProposedAt = proposal.ProposedAt } == proposal)
            return new Already();
        return new Done(record with { Exemption = proposal }, string.Create(CultureInfo.InvariantCulture, $"exemption=proposed; code={proposal.Code}; until={proposal.Until:yyyy-MM-dd}; proposal={proposal.Proposal}; legalBasis={JournalEvent.Plain(proposal.LegalBasis)}; evidence={JournalEvent.Plain(proposal.Evidence)}"));
    }

    /// <summary>
    /// Another person confirms what was proposed: the clock stops, or goes on towards the end of the longer term. It is to be set anew afterwards
    /// (<see cref="ClockSetting"/>).
    /// </summary>
    /// <param name="record">The record.</param>
    /// <param name="proposal">Names what is confirmed.</param>
    /// <param name="person">The subject of who confirms.</param>
    /// <param name="policy">The policy in force: one with a shorter exceptional term may have followed the one it was proposed under.</param>
    /// <param name="now">UTC.</param>
    public static Exempting Confirm(ArchiveRecord record, string? proposal, string person, TransferPolicy policy, DateTimeOffset now)
    {
        if (record.Exemption is not { } held || held.Proposal != proposal || held.Revocation is { ConfirmedAt: not null })
            return new NotProposed();
        if (held.ConfirmedBy is not null)
            return held.ConfirmedBy == person ? new Already() : new NotOpen();
        if (record.Transfer is not { IsSettled: false } running)
            return new NotOpen();
        if (held.ProposedBy == person)
            return new SamePerson();
        if (EndError(record, held, policy, now) is { } wrong)
            return wrong;

        var excused = running with { Excuses = [.. running.Excuses, new Excuse(held.Code, DayOf(now))] };
        var clock = held.Until is null ? excused with { State = ClockState.Exempt, NextAction = null, Reasons = [] } : excused;
        var detail = string.Create(CultureInfo.InvariantCulture, $"exemption=confirmed; code={held.Code}; until={held.Until:yyyy-MM-dd}; proposal={held.Proposal}; proposedBy={held.ProposedBy}");
        return new Done(record with { Transfer = clock, Exemption = held with { ConfirmedBy = person, ConfirmedAt = now } }, detail);
    }

    private static Exempting? EndError(ArchiveRecord record, Exemption exemption, TransferPolicy policy, DateTimeOffset now) => exemption.Until switch
    {
        { } until when until <= record.Transfer?.Due || until <= DayOf(now) => new EndsTooSoon(),
        { } until when until > Exemption.Limit(record, policy) => new EndsTooLate(),
        _ => null,
    };

    private static DateOnly DayOf(DateTimeOffset moment) => DateOnly.FromDateTime(VietnamTime.At(moment).DateTime);
}
