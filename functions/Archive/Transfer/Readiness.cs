using Archive.Description;
using Archive.Records;

namespace Archive.Transfer;

/// <summary>What keeps a record from being transferred.</summary>
public static class Readiness
{
    /// <summary>The fields the document data set of TT 05/2025 requires in an AIP.</summary>
    public static IReadOnlyList<string> Mandatory { get; } =
        [Field.TypeName, Field.IssuedDate, Field.OrganName, Field.Subject, Field.Language, Field.NumberOfPage, Field.Mode];

    /// <summary>The same of the data sets of photos and recordings, which have no place for what is printed on a document; their code is composed where nobody gave one.</summary>
    public static IReadOnlyList<string> MandatoryOfOthers { get; } = [Field.Maintenance, Field.Mode];

    /// <summary>
    /// The reasons, each with its place; none when the record can go. Missing fields are those of TT 05/2025; the access level must have been
    /// decided by somebody, since an undecided one would travel as a guess.
    /// </summary>
    public static IReadOnlyList<Finding> Obstacles(ArchiveRecord record, bool agencyIsRegistered) =>
    [
        .. If(!agencyIsRegistered, Finding.Of(FindingCodes.TransferAgencyUnknown, record.Agency.Value)),
        .. If(record.Status == RecordStatus.Admitted, Finding.Of(FindingCodes.TransferNotDescribed, "record")),
        .. If(record.Status == RecordStatus.Withheld, Finding.Of(FindingCodes.TransferWithheld, "record")),
        .. If(record.Hold is not null, Finding.Of(FindingCodes.TransferHeld, "record", record.Hold ?? "")),
        .. record.Status == RecordStatus.Described ? Undescribed(record) : [],
        .. record.Findings.Where(finding => finding.Code == FindingCodes.TransferReturned.Id),
        .. record.Findings.Where(Unreadable).Select(finding => Finding.Of(FindingCodes.TransferUnreadable, finding.Where, finding.Code)),
    ];

    private static IEnumerable<Finding> Undescribed(ArchiveRecord record) =>
        from field in record.Description.IsOfDocument ? Mandatory : MandatoryOfOthers
        where record.Description.Value(field) is null
        select Finding.Of(field == Field.Mode ? FindingCodes.TransferAccessUndecided : FindingCodes.TransferFieldMissing, field);

    private static bool Unreadable(Finding finding) => finding.Code == FindingCodes.PartlyUnreadable.Id;

    private static Finding[] If(bool holds, Finding finding) => holds ? [finding] : [];
}
