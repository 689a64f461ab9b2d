using System.Security.Cryptography;
using System.Text;
using Archive.Records;
using Archive.Transfer.Receipts;
using ArchiveFunctions.Transfer.Receipts;
using EmbeddedHost.Receipts;

namespace EmbeddedHost.Tests.Receipts;

/// <summary>A folder with what somebody who checks a receipt years later has: the receipts, the package, the public keys.</summary>
internal sealed class PreservedConsignment : IDisposable
{
    public const string Document = "data/Kế hoạch.pdf";
    private readonly TemporaryFolder folder = new();
    private readonly ReceiptSigner agency;
    private readonly ReceiptSigner city;

    public PreservedConsignment(string document = Document)
    {
        var keys = ReceiptKeyFiles.Open(folder.Path);
        agency = ReceiptSigner.FromPem(keys.Agency, Party.Agency);
        city = ReceiptSigner.FromPem(keys.City, Party.City);
        Directory.CreateDirectory(Path.Combine(Package, "data"));
        File.WriteAllText(Path.Combine(Package, Document), "a document");
        File.WriteAllText(Path.Combine(Package, "METS.xml"), "<mets/>");

        var first = Write(First, Submission("c-1", document), ChainLink.First);
        Write(Second, Submission("c-2", document), new ChainLink(2, first.Digest()));
    }

    public string First => At("000001.json");

    public string Second => At("000002.json");

    public string Package => At("aip");

    public string Keys => ReceiptKeyFiles.PublicKeysIn(folder.Path);

    public string At(string name) => Path.Combine(folder.Path, name);

    public void Dispose() => folder.Dispose();

    private static Submission Submission(string consignment, string document) => new()
    {
        Consignment = consignment,
        Agency = AgencyCode.Parse("H26.02"),
        AgencyName = "Sở Nội vụ",
        SubmittedAt = new DateTimeOffset(2026, 3, 9, 1, 0, 0, TimeSpan.FromHours(7)),
        SubmittedBy = "Nguyễn Thị Hoa",
        Policy = "hn-67-2021",
        LegalBasis = "Kế hoạch 67/KH-UBND",
        Items =
        [
            new ReceiptItem { Record = RecordId.ForContent(AgencyCode.Parse("H26.02"), Digest("a document")), OriginalName = "Kế hoạch.pdf", Path = document, Size = 10, Sha256 = Digest("a document") },
        ],
    };

    private Receipt Write(string file, Submission submission, ChainLink place)
    {
        var acceptance = new Acceptance
        {
            Archive = "Lưu trữ lịch sử thành phố",
            AcceptedAt = new DateTimeOffset(2026, 3, 9, 2, 0, 0, TimeSpan.FromHours(7)),
            AcceptedBy = Acceptance.Automatic,
            Package = "aip-1",
            RootMetsSha256 = Digest("<mets/>"),
        };
        var signed = agency.Sign(PartToSign.Of(submission, agency.PublicKey.Id));
        var receipt = new Receipt(signed, city.Sign(PartToSign.Of(acceptance, signed, place, city.PublicKey.Id)));
        File.WriteAllBytes(file, receipt.ToBytes());
        return receipt;
    }

    private static Sha256Digest Digest(string content) => Sha256Digest.Of(SHA256.HashData(Encoding.UTF8.GetBytes(content)));
}
