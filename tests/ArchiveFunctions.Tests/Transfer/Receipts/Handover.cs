using System.Security.Cryptography;
using Archive.Records;
using Archive.Transfer.Receipts;

namespace ArchiveFunctions.Tests.Transfer.Receipts;

/// <summary>What passes from an agency to the city.</summary>
internal static class Handover
{
    private static readonly Sha256Digest Digest = Sha256Digest.Of(SHA256.HashData("content"u8));

    public static readonly Acceptance Accepted = new()
    {
        Archive = "Lưu trữ lịch sử thành phố",
        AcceptedAt = new DateTimeOffset(2026, 3, 9, 2, 0, 0, TimeSpan.FromHours(7)),
        AcceptedBy = Acceptance.Automatic,
        Package = "aip-1",
        RootMetsSha256 = Digest,
    };

    public static Submission Of(AgencyCode agency, string consignment) => new()
    {
        Consignment = consignment,
        Agency = agency,
        AgencyName = "Sở Nội vụ",
        SubmittedAt = new DateTimeOffset(2026, 3, 9, 1, 0, 0, TimeSpan.FromHours(7)),
        SubmittedBy = Acceptance.Automatic,
        Policy = "hn-67-2021",
        LegalBasis = "Kế hoạch 67/KH-UBND",
        Items = [new ReceiptItem { Record = RecordId.ForContent(agency, Digest), OriginalName = "Kế hoạch.pdf", Path = "data/1.pdf", Size = 7, Sha256 = Digest }],
    };
}
