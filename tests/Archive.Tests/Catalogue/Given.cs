using Archive.Description;
using Archive.ReadingRoom;
using Archive.Records;

namespace Archive.Tests.Catalogue;

/// <summary>Records and callers as the catalogue's tests need them.</summary>
internal static class Given
{
    public static readonly AgencyCode HomeAffairs = AgencyCode.Parse("H26.01");
    public static readonly AgencyCode Finance = AgencyCode.Parse("H26.02");
    public static readonly DateTimeOffset Morning = new(2026, 3, 2, 8, 0, 0, TimeSpan.FromHours(7));

    /// <summary>A record with what its depositor says of it; without a mode it is classed by nobody.</summary>
    public static ArchiveRecord Record(string name, AgencyCode agency, string? mode, params (string Field, string Value)[] said)
    {
        (string Field, string Value)[] all = mode is null ? said : [.. said, (Field.Mode, mode)];
        var digest = Sha256Digest.Of(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(name)));
        return new ArchiveRecord
        {
            Id = RecordId.ForContent(agency, digest),
            Agency = agency,
            Version = 1,
            Status = RecordStatus.Described,
            Custody = Custody.Agency,
            Content = new Content(1, digest, 1000, new FormatIdentity("fmt/276", "PDF 1.7", "application/pdf", FormatFamily.Pdf), name),
            ReceivedAt = Morning,
            AdmittedAt = Morning,
            Origins = [new InboxBlob($"{agency}/{name}", "0x1")],
            Description = new RecordDescription([.. all.Select(one => new Statement(one.Field, one.Value, StatementSource.Depositor, 1, "sidecar"))]),
        };
    }

    public static Caller Caller(Role role, AgencyCode? agency = null) => new("someone", null, new HashSet<Role> { role }, agency);
}
