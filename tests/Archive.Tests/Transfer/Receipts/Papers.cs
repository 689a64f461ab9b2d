using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Archive.Records;
using Archive.Transfer.Receipts;

namespace Archive.Tests.Transfer.Receipts;

/// <summary>Two sides with keys, and the receipts they make.</summary>
internal static class Papers
{
    public static readonly ECDsa AgencyKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    public static readonly ECDsa CityKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public static readonly IReadOnlyList<PublicKey> Keys = [PublicKey.Of(AgencyKey, Party.Agency), PublicKey.Of(CityKey, Party.City)];

    public static readonly Acceptance Acceptance = new()
    {
        Archive = "Trung tâm Lưu trữ lịch sử thành phố Hà Nội",
        AcceptedAt = new DateTimeOffset(2026, 3, 9, 2, 0, 0, TimeSpan.FromHours(7)),
        AcceptedBy = Acceptance.Automatic,
        Package = "aip-1",
        RootMetsSha256 = Digest("mets"),
    };

    public static Submission Submission(int items = 2) => new()
    {
        Consignment = "c-2026.03-1",
        Agency = AgencyCode.Parse("H26.02"),
        AgencyName = "Sở Nội vụ",
        SubmittedAt = new DateTimeOffset(2026, 3, 9, 1, 0, 0, TimeSpan.FromHours(7)),
        SubmittedBy = "Nguyễn Thị Hoa",
        Policy = "hn-67-2021",
        LegalBasis = "Kế hoạch 67/KH-UBND",
        Items = [.. Enumerable.Range(1, items).Select(Item)],
    };

    public static ReceiptItem Item(int number) => new()
    {
        Record = RecordId.ForContent(AgencyCode.Parse("H26.02"), Digest(Content(number))),
        DocCode = number == 1 ? "000.00.02.H26.2023.01.0000001" : null,
        OriginalName = $"Kế hoạch {number}.pdf",
        Path = Path(number),
        Size = Encoding.UTF8.GetByteCount(Content(number)),
        Sha256 = Digest(Content(number)),
        Due = new DateOnly(2026, 3, 15),
    };

    public static string Path(int number) => string.Create(CultureInfo.InvariantCulture, $"representations/rep1/data/{number}.pdf");

    public static Receipt First(Submission? submission = null, Acceptance? acceptance = null) => Receipt(submission ?? Submission(), acceptance ?? Acceptance, ChainLink.First);

    public static Receipt After(Receipt previous, int sequence = 2) => Receipt(Submission() with { Consignment = "next" }, Acceptance, new ChainLink(sequence, previous.Digest()));

    public static Receipt Receipt(Submission submission, Acceptance acceptance, ChainLink place)
    {
        var handedOver = Sign(PartToSign.Of(submission, Keys[0].Id), AgencyKey);
        return new Receipt(handedOver, Sign(PartToSign.Of(acceptance, handedOver, place, Keys[1].Id), CityKey));
    }

    public static SignedPart Sign(PartToSign part, ECDsa key) => part.WithSignature(key.SignData(part.Bytes, HashAlgorithmName.SHA256));

    public static Dictionary<string, MeasuredFile> Preserved(int items = 2) => new(StringComparer.Ordinal)
    {
        ["METS.xml"] = Measured("mets"),
        [Path(1)] = Measured(Content(1)),
        [Path(items)] = Measured(Content(items)),
    };

    public static MeasuredFile Measured(string content) => new(Encoding.UTF8.GetByteCount(content), Digest(content));

    public static string Content(int number) => $"content {number}";

    private static Sha256Digest Digest(string content) => Sha256Digest.Of(SHA256.HashData(Encoding.UTF8.GetBytes(content)));
}
