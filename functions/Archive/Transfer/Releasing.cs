using System.Globalization;
using Archive.Accession;
using Archive.Records;

namespace Archive.Transfer;

/// <summary>Why an agency's copy stays.</summary>
public enum ReleaseObstacle
{
    /// <summary>The agency answers for the record, or custody moved without a permit.</summary>
    CustodyNotMoved,

    /// <summary>The permit has lapsed.</summary>
    PermitLapsed,

    /// <summary>A hold says that the record be neither moved nor destroyed.</summary>
    Held,

    /// <summary>The record is withheld from everyone; an administrator decides. Nobody else is told.</summary>
    Withheld,
}

/// <summary>What becomes of an agency's own copy when its officer uses the permit.</summary>
public abstract record Releasing
{
    private Releasing()
    {
    }

    /// <summary>The permit is used: once this is written, the copy is destroyed.</summary>
    /// <param name="Next">The record's next version.</param>
    /// <param name="Journal">What its journal says (PREMIS "deletion").</param>
    public sealed record Use(ArchiveRecord Next, JournalEvent Journal) : Releasing;

    /// <summary>An earlier run wrote so, and may have ended before the copy was destroyed.</summary>
    public sealed record Again : Releasing;

    /// <summary>The copy stays.</summary>
    /// <param name="Why">What keeps it.</param>
    /// <param name="Reason">The finding to show; null where there is none, or nobody may know.</param>
    public sealed record Kept(ReleaseObstacle Why, Finding? Reason) : Releasing;

    /// <summary>
    /// Decides by the record's present state alone. A hold or a lapse keeps the copy also where the permit was marked used and the copy may
    /// still be there.
    /// </summary>
    /// <param name="record">The record.</param>
    /// <param name="consignment">The consignment whose copies are released.</param>
    /// <param name="officer">The subject of who asked.</param>
    /// <param name="now">UTC.</param>
    public static Releasing Decide(ArchiveRecord record, string consignment, string officer, DateTimeOffset now) => record switch
    {
        { Status: RecordStatus.Withheld } => new Kept(ReleaseObstacle.Withheld, null),
        { Permit: null } or { Custody: not Custody.Historical } => new Kept(ReleaseObstacle.CustodyNotMoved, null),
        { Permit: var other } when other.Consignment != consignment => new Kept(ReleaseObstacle.CustodyNotMoved, null),
        { Permit.Lapsed: { } lapse } => new Kept(ReleaseObstacle.PermitLapsed, lapse.Finding with { Where = record.Id.Value }),
        { Hold: { } hold } => new Kept(ReleaseObstacle.Held, Finding.Of(FindingCodes.TransferHeld, record.Id.Value, hold)),
        { Permit.Used: not null } => new Again(),
        { Permit: var permit } => Used(record, permit, officer, now),
    };

    private static Use Used(ArchiveRecord record, ReleasePermit permit, string officer, DateTimeOffset now)
    {
        var detail = string.Create(
            CultureInfo.InvariantCulture,
            $"copy=agency; permit=used; consignment={permit.Consignment}; receipt={permit.Receipt}; granted={permit.GrantedAt:O}; verified={permit.VerifiedAt:O}; sha256={permit.Sha256}");
        var next = record with { Version = record.Version + 1, Permit = permit with { Used = new PermitUse(now, officer) } };
        return new Use(next, new JournalEvent(EventTypes.Deletion, now, officer, Admission.Agent, EventOutcome.Success, detail));
    }
}
