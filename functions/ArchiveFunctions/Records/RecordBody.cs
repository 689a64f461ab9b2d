using Archive.Description;
using Archive.Records;
using Archive.Transfer;

namespace ArchiveFunctions.Records;

/// <summary>A record's state as it stands in its row: plain names and values, so that rows outlive the types.</summary>
internal sealed record RecordBody(
    string Id,
    string Agency,
    int Version,
    RecordStatus Status,
    Custody Custody,
    int ContentVersion,
    string Digest,
    long Size,
    FormatIdentity Format,
    string OriginalName,
    DateTimeOffset ReceivedAt,
    DateTimeOffset AdmittedAt,
    IReadOnlyList<InboxBlob> Origins,
    IReadOnlyList<Statement> Statements,
    IReadOnlyList<SignatureReading> Signatures,
    IReadOnlyList<Finding> Findings,
    string? Hold,
    TransferClock? Transfer,
    string? Preserved,
    Exemption? Exemption,
    ReleasePermit? Permit,
    Review? Review = null,
    IReadOnlyList<string>? AlsoIn = null)
{
    public static RecordBody Of(ArchiveRecord record) => new(
        record.Id.Value,
        record.Agency.Value,
        record.Version,
        record.Status,
        record.Custody,
        record.Content.Version,
        record.Content.Digest.Value,
        record.Content.Size,
        record.Content.Format,
        record.Content.OriginalName,
        record.ReceivedAt,
        record.AdmittedAt,
        record.Origins,
        record.Description.Statements,
        record.Signatures,
        record.Findings,
        record.Hold,
        record.Transfer,
        record.Preserved,
        record.Exemption,
        record.Permit,
        record.Review,
        record.AlsoIn.Count > 0 ? record.AlsoIn : null);

    public ArchiveRecord ToRecord() => new()
    {
        Id = RecordId.Parse(Id),
        Agency = AgencyCode.Parse(Agency),
        Version = Version,
        Status = Status,
        Custody = Custody,
        Content = new Content(ContentVersion, Sha256Digest.Parse(Digest), Size, Format, OriginalName),
        ReceivedAt = ReceivedAt,
        AdmittedAt = AdmittedAt,
        Origins = Origins,
        Description = new RecordDescription(Statements),
        Signatures = Signatures,
        Findings = Findings,
        Hold = Hold,
        Transfer = Transfer,
        Preserved = Preserved,
        Exemption = Exemption,
        Permit = Permit,
        Review = Review,
        AlsoIn = AlsoIn ?? [],
    };
}
