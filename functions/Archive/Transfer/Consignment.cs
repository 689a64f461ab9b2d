using System.Globalization;
using Archive.Packages;
using Archive.Records;

namespace Archive.Transfer;

/// <summary>Where a consignment stands.</summary>
public enum ConsignmentState
{
    /// <summary>Put together; its records are being claimed and packaged.</summary>
    Formed,

    /// <summary>The package lies in the historical archive, read back and found equal, byte for byte.</summary>
    Verified,

    /// <summary>Verified, and waiting for an archivist's word.</summary>
    Held,

    /// <summary>The historical archive has signed for it; custody is moving, record by record.</summary>
    Accepted,

    /// <summary>Every record of it is in the historical archive's custody.</summary>
    Done,

    /// <summary>An archivist returned it, or one of its records may not go any more; they stay with their agency and keep their clocks.</summary>
    Returned,

    /// <summary>Nothing of it could go: its records were claimed by another, changed, or kept by something.</summary>
    Abandoned,
}

/// <summary>A record's place in a consignment.</summary>
/// <param name="RecordId">The record.</param>
/// <param name="Version">Its version when it was put there: a record that comes back later is put into another consignment.</param>
public sealed record ConsignedRecord(string RecordId, int Version);

/// <summary>A check of a whole package.</summary>
/// <param name="Name">The run.</param>
/// <param name="At">When it came to its end, UTC.</param>
/// <param name="Failed">How many files failed.</param>
public sealed record CompletedCheck(string Name, DateTimeOffset At, int Failed);

/// <summary>The release of an agency's own copies.</summary>
/// <param name="At">When it was asked for, UTC.</param>
/// <param name="By">The subject of the officer.</param>
/// <param name="DoneAt">When the last copy that may go was gone, UTC; null while it is under way.</param>
/// <param name="From">The first record whose turn it is; those before it are done.</param>
public sealed record CopyRelease(DateTimeOffset At, string By, DateTimeOffset? DoneAt, int From = 0)
{
    /// <summary>What the reading before it is called.</summary>
    public string Check => string.Create(CultureInfo.InvariantCulture, $"release-{At.UtcDateTime:yyyyMMdd'T'HHmmssfff'Z'}");

    /// <summary>That name while it is under way; null behind its end.</summary>
    public string? CheckUnderWay => DoneAt is null ? Check : null;
}

/// <summary>Records of one agency that go to the historical archive together: a dossier, or a batch of loose ones.</summary>
public sealed record Consignment
{
    /// <summary>The reason of one that a record of it was found to be kept from.</summary>
    public const string RecordKept = "record-kept";

    /// <summary>The reason of one with a record whose bytes are not what they were.</summary>
    public const string ContentDamaged = "content-damaged";

    /// <summary>The most records of one consignment.</summary>
    public const int Most = 10_000;

    /// <summary>Its name, made from what is in it: put together again after a crash, it is the same consignment.</summary>
    public required string Id { get; init; }

    /// <summary>The agency that hands over.</summary>
    public required AgencyCode Agency { get; init; }

    /// <summary>The dossier (mã hồ sơ) the records belong to; null for loose ones.</summary>
    public string? FileCode { get; init; }

    /// <summary>How many records were put into it.</summary>
    public required int Count { get; init; }

    /// <summary>When it was put together, UTC: also the time its package bears.</summary>
    public required DateTimeOffset FormedAt { get; init; }

    /// <summary>The policy it follows.</summary>
    public required string Policy { get; init; }

    /// <summary>Where it stands.</summary>
    public required ConsignmentState State { get; init; }

    /// <summary>When its package was read back and found equal, UTC.</summary>
    public DateTimeOffset? VerifiedAt { get; init; }

    /// <summary>The digest of the package's root METS.</summary>
    public string? RootMets { get; init; }

    /// <summary>When the historical archive decided to sign for it, UTC, before it does; custody moves with this time. From then on it is not returned any more.</summary>
    public DateTimeOffset? AcceptedAt { get; init; }

    /// <summary>Who accepted or returned it.</summary>
    public string? DecidedBy { get; init; }

    /// <summary>The receipt's name below the receipts.</summary>
    public string? Receipt { get; init; }

    /// <summary>
    /// Why it was returned or abandoned. It stands here before the records are given back and the state changes after: a run that ends in between
    /// is repeated to its end, whatever has become of the records meanwhile.
    /// </summary>
    public string? Reason { get; init; }

    /// <summary>What kept a record of it, where one was: each code once, without saying of which.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];

    /// <summary>The day its package is to be read again, Asia/Ho_Chi_Minh; null until custody has moved.</summary>
    public DateOnly? NextCheck { get; init; }

    /// <summary>The last check that came to its end; null before the first.</summary>
    public CompletedCheck? LastCheck { get; init; }

    /// <summary>
    /// The package's own files that failed when they were last read. They concern every record of the package, and stay here until a later check has told
    /// each of them.
    /// </summary>
    public IReadOnlyList<FixityReading> Damaged { get; init; } = [];

    /// <summary>The release of the agency's copies; null until its officer has asked for it.</summary>
    public CopyRelease? Release { get; init; }

    /// <summary>
    /// What is left of the damage behind a run's last portion. What an earlier run found has been told to every record by now; what another run found
    /// that has not come to its end has not, and its next portions have nothing else to know it by.
    /// </summary>
    /// <param name="check">The run that ends.</param>
    public IReadOnlyList<FixityReading> DamageAfter(string check) =>
        [.. Damaged.Where(reading => reading.Check == check || reading.Check == Release?.CheckUnderWay || (NextCheck is { } day && reading.Check == FixitySchedule.NameOf(day)))];

    /// <summary>The package's UUID, made from the consignment's name: OBJID of its METS.</summary>
    public Guid Package => PackageNames.NamedId(Id);

    /// <summary>Where the package lies below the preserved ones.</summary>
    public string Folder => $"{Agency}/{PackageNames.Folder(Package)}";

    /// <summary>Puts a consignment together.</summary>
    public static Consignment Form(AgencyCode agency, string? fileCode, IReadOnlyList<ConsignedRecord> records, string policy, DateTimeOffset now) => new()
    {
        Id = RecordId.ForConsignment(agency, records.Select(record => string.Create(CultureInfo.InvariantCulture, $"{record.RecordId}.{record.Version}"))),
        Agency = agency,
        FileCode = fileCode,
        Count = records.Count,
        FormedAt = now,
        Policy = policy,
        State = ConsignmentState.Formed,
    };
}
