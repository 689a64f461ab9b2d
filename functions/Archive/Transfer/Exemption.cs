using System.Globalization;
using System.Security.Cryptography;
using System.Text;
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
public sealed record Exemption(string Code, string Evidence, string LegalBasis, string ProposedBy, DateTimeOffset ProposedAt, string? ConfirmedBy = null, DateTimeOffset? ConfirmedAt = null)
{
    /// <summary>The longest evidence and legal basis, in characters.</summary>
    public const int Longest = 1000;

    /// <summary>Names what was proposed, by whom and when, so that a confirmation cannot meet another proposal than the one read.</summary>
    public string Proposal => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Join('\n', Code, Evidence, LegalBasis, ProposedBy, ProposedAt.ToString("O", CultureInfo.InvariantCulture)))).AsSpan(0, 8));

    /// <summary>The name of the value that makes no sense, or null.</summary>
    public static string? Error(string? code, string? evidence, string? legalBasis) =>
        !ExemptionBasis.IsKnown(code) ? "code"
        : string.IsNullOrWhiteSpace(evidence) || evidence.Length > Longest ? "evidence"
        : string.IsNullOrWhiteSpace(legalBasis) || legalBasis.Length > Longest ? "legalBasis"
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

    /// <summary>A person proposes an exemption; a proposal before it is replaced. The same person proposing the same again changes nothing.</summary>
    public static Exempting Propose(ArchiveRecord record, Exemption proposal)
    {
        if (record.Transfer is not { IsSettled: false })
            return new NotOpen();
        if (record.Exemption is { } held && held with { ProposedAt = proposal.ProposedAt } == proposal)
            return new Already();
        return new Done(record with { Exemption = proposal }, $"exemption=proposed; code={proposal.Code}; proposal={proposal.Proposal}; legalBasis={JournalEvent.Plain(proposal.LegalBasis)}; evidence={JournalEvent.Plain(proposal.Evidence)}");
    }

    /// <summary>Another person confirms what was proposed: the clock stops.</summary>
    /// <param name="record">The record.</param>
    /// <param name="proposal">Names what is confirmed.</param>
    /// <param name="person">The subject of who confirms.</param>
    /// <param name="now">UTC.</param>
    public static Exempting Confirm(ArchiveRecord record, string? proposal, string person, DateTimeOffset now)
    {
        if (record.Exemption is not { } held || held.Proposal != proposal)
            return new NotProposed();
        if (held.ConfirmedBy is not null)
            return held.ConfirmedBy == person ? new Already() : new NotOpen();
        if (record.Transfer is not { IsSettled: false } running)
            return new NotOpen();
        if (held.ProposedBy == person)
            return new SamePerson();

        var exempt = running with { State = ClockState.Exempt, NextAction = null, Reasons = [], Exemption = held.Code };
        var detail = string.Create(CultureInfo.InvariantCulture, $"transfer=Exempt; due={running.Due:yyyy-MM-dd}; policy={running.Policy}; code={held.Code}; proposal={held.Proposal}; proposedBy={held.ProposedBy}");
        return new Done(record with { Transfer = exempt, Exemption = held with { ConfirmedBy = person, ConfirmedAt = now } }, detail);
    }
}
