using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Archive.Catalogue;
using Archive.Records;

namespace Archive.Transfer;

/// <summary>The end of an exemption before its time, or of one without a time: proposed by one person, in force once a second has confirmed it.</summary>
/// <param name="Code">Why (<see cref="Grounds"/>).</param>
/// <param name="Evidence">What shows it: a decision's number, a file.</param>
/// <param name="ProposedBy">The subject of who proposed it.</param>
/// <param name="ProposedAt">When, UTC.</param>
/// <param name="ConfirmedBy">The subject of who confirmed it; null until somebody has.</param>
/// <param name="ConfirmedAt">When, UTC.</param>
public sealed record Revocation(string Code, string Evidence, string ProposedBy, DateTimeOffset ProposedAt, string? ConfirmedBy = null, DateTimeOffset? ConfirmedAt = null)
{
    /// <summary>Why an exemption may end: its ground has gone, or it should not have been granted.</summary>
    public static IReadOnlyList<string> Grounds { get; } = ["ground-gone", "granted-in-error"];

    /// <summary>Names what was proposed, by whom and when, so that a confirmation cannot meet another proposal than the one read.</summary>
    public string Proposal => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Join('\n', Code, Evidence, ProposedBy, ProposedAt.ToString("O", CultureInfo.InvariantCulture)))).AsSpan(0, 8));

    /// <summary>The name of the value that makes no sense, or null.</summary>
    public static string? Error(string? code, string? evidence) =>
        !Grounds.Contains(code) ? "code"
        : string.IsNullOrWhiteSpace(evidence) || evidence.Length > Exemption.Longest ? "evidence"
        : null;
}

/// <summary>The steps by which an exemption is taken back; the record's clock goes on with the second.</summary>
public static class Revoking
{
    /// <summary>A person proposes it; a proposal before it is replaced. The same person proposing the same again changes nothing.</summary>
    public static Exempting Propose(ArchiveRecord record, Revocation proposal)
    {
        if (record.Exemption is not { IsInForce: true } held || !StandsStill(record))
            return new Exempting.NotInForce();
        if (held.Revocation is { } before && before with { ProposedAt = proposal.ProposedAt } == proposal)
            return new Exempting.Already();
        return new Exempting.Done(
            record with { Exemption = held with { Revocation = proposal } }, $"revocation=proposed; code={proposal.Code}; proposal={proposal.Proposal}; evidence={JournalEvent.Plain(proposal.Evidence)}");
    }

    /// <summary>Another person confirms what was proposed. The clock is to be set anew afterwards (<see cref="ClockSetting"/>).</summary>
    /// <param name="record">The record.</param>
    /// <param name="proposal">Names what is confirmed.</param>
    /// <param name="person">The subject of who confirms.</param>
    /// <param name="now">UTC.</param>
    public static Exempting Confirm(ArchiveRecord record, string? proposal, string person, DateTimeOffset now)
    {
        if (record.Exemption is not { Revocation: { } proposed } held || proposed.Proposal != proposal)
            return new Exempting.NotProposed();
        if (proposed.ConfirmedBy is not null)
            return proposed.ConfirmedBy == person ? new Exempting.Already() : new Exempting.NotInForce();
        if (!StandsStill(record))
            return new Exempting.NotInForce();
        if (proposed.ProposedBy == person)
            return new Exempting.SamePerson();

        var today = DateOnly.FromDateTime(VietnamTime.At(now).DateTime);
        var clock = record.Transfer! with { Excuses = [.. record.Transfer.Excuses.Select(excuse => excuse.Revoked is null ? excuse with { Revoked = today } : excuse)] };
        return new Exempting.Done(
            record with { Transfer = clock, Exemption = held with { Revocation = proposed with { ConfirmedBy = person, ConfirmedAt = now } } },
            $"exemption=revoked; code={held.Code}; ground={proposed.Code}; proposal={proposed.Proposal}; proposedBy={proposed.ProposedBy}");
    }

    /// <summary>What has gone to the historical archive, or is on its way, needs no exemption any more.</summary>
    private static bool StandsStill(ArchiveRecord record) => record.Transfer is { State: ClockState.Exempt } or { IsSettled: false };
}
