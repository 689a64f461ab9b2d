using System.Security.Cryptography;
using System.Text;
using Archive.Description;
using Archive.Packages;
using Archive.Records;

namespace Archive.Tests.Packages;

/// <summary>Packages as the tests need them, and what writing them gave.</summary>
internal static class Parcels
{
    public static readonly DateTimeOffset Created = new(2026, 5, 20, 2, 30, 0, TimeSpan.Zero);
    public static readonly AgencyCode Agency = AgencyCode.Parse("H26.02");
    public static readonly PackagingSoftware Software = new("Records archive", "1.0.0");
    public static readonly FormatIdentity Pdf = new("fmt/477", "PDF/A-2b", "application/pdf", FormatFamily.Pdf);

    public static PackagePlan Plan(PackageKind kind = PackageKind.Dossier, int records = 3) => new(
        new Guid("6f1c1b52-7a0e-4d7a-9b57-0a1c2d3e4f50"),
        kind,
        "P021",
        "Sở Tài chính thành phố Hà Nội",
        "NL.H26.02.2026.01",
        Created,
        kind == PackageKind.Dossier ? "Hồ sơ kế hoạch chuyển đổi số năm 2023" : "Tài liệu rời năm 2023",
        kind == PackageKind.Dossier ? "H26.02.2023.01.TCNS" : null,
        [.. Enumerable.Range(1, records).Select(Record)])
    { ArchiveCode = "H26.99" };

    public static PackagedRecord Record(int number) => new(
        RecordId.ForContent(Agency, DigestOf(Bytes(number))),
        $"H26.02.2023.01.TCNS.{number}",
        new Content(1, DigestOf(Bytes(number)), Bytes(number).Length, Pdf, $"Kế hoạch số {number} (bản ký).pdf"))
    {
        Signatures = number == 1 ? [new SignatureReading("Nguyễn Văn An", "Ban Cơ yếu Chính phủ", Created.AddYears(-3), true, true, null)] : [],
    };

    public static byte[] Bytes(int number) => Encoding.UTF8.GetBytes($"%PDF-1.7 nội dung số {number}");

    public static RecordDescription Said(params (string Field, string Value)[] fields) =>
        new([.. fields.Select(field => new Statement(field.Field, field.Value, StatementSource.Depositor, 1, "sidecar"))]);

    public static readonly (string Field, string Value)[] Complete =
    [
        (Field.DocId, "H26.02.2023.01.TCNS.1"), (Field.DocCode, "H26.02.2023.01.TCNS.0000001"), (Field.Maintenance, "01"), (Field.TypeName, "10"), (Field.CodeNumber, "67"),
        (Field.CodeNotation, "KH-UBND"), (Field.IssuedDate, "15/03/2023"), (Field.OrganName, "Ủy ban nhân dân thành phố Hà Nội"),
        (Field.Subject, "Kế hoạch triển khai lưu trữ tài liệu điện tử"), (Field.Language, "01"), (Field.NumberOfPage, "12"), (Field.Mode, "01"), (Field.ConfidenceLevel, "01"),
        (Field.RiskRecovery, "1"), (Field.RiskRecoveryStatus, "02"), (Field.SignerName, "Hà Minh Hải"), (Field.Recipients, "Như trên; Lưu: VT"),
    ];

    /// <summary>Every field of <c>EAD_pic</c>, in its order, and a subject, which it has no place for.</summary>
    public static readonly (string Field, string Value)[] Photo =
    [
        (Field.DocCode, "H26.02.2023.01.TCNS.0000002"), (Field.Maintenance, "01"), (Field.TypePic, "02"), (Field.ArchivesNumber, "A-17/2"), (Field.InforSign, "LT"),
        (Field.EventName, "Lễ khánh thành"), (Field.ImageTitle, "Cắt băng khánh thành"), (Field.Photographer, "Trần Văn Ảnh"), (Field.PhotoPlace, "Hà Đông"), (Field.PhotoTime, "04/1993"),
        (Field.Colour, "02"), (Field.FilmSize, "6x9"), (Field.DocAttached, "1"), (Field.Mode, "01"), (Field.Format, "02"), (Field.RiskRecovery, "1"), (Field.RiskRecoveryStatus, "01"),
        (Field.Description, "Rách góc"), (Field.Subject, "Cắt băng khánh thành"),
    ];

    /// <summary>Every field of <c>EAD_media</c>, likewise.</summary>
    public static readonly (string Field, string Value)[] Recording =
    [
        (Field.DocCode, "H26.02.2023.01.TCNS.0000003"), (Field.Maintenance, "01"), (Field.TypeMedia, "01"), (Field.ArchivesNumber, "B-3"), (Field.InforSign, "LT"), (Field.EventName, "Hội nghị"),
        (Field.MovieTitle, "Phát biểu khai mạc"), (Field.Recorder, "Đài Hà Nội"), (Field.RecordPlace, "Nhà hát Lớn"), (Field.RecordDate, "1993"), (Field.Language, "01;03"), (Field.PlayTime, "00:12:30"),
        (Field.DocAttached, "0"), (Field.Mode, "01"), (Field.Quality, "rè"), (Field.Format, "01"), (Field.RiskRecovery, "0"), (Field.Description, "Hai mặt băng"), (Field.Subject, "Phát biểu khai mạc"),
    ];

    public static IReadOnlyList<JournalEvent> Journal { get; } =
    [
        new(EventTypes.Capture, Created.AddDays(-9), "H26.02", "ArchiveFunctions", EventOutcome.Success, "blob=H26.02/ke-hoach.pdf"),
        new(EventTypes.Validation, Created.AddDays(-8), "H26.02", "ArchiveFunctions", EventOutcome.Success, "findings="),
        new(EventTypes.DigitalSignatureValidation, Created.AddDays(-7), "H26.02", "ArchiveFunctions", EventOutcome.Failure, "signer=Nguyễn Văn An"),
        new(EventTypes.MetadataModification, Created.AddDays(1), "Lê Thị Sau", "ArchiveFunctions", EventOutcome.Success, "after the package"),
    ];

    /// <summary>Sources that say the same of every record.</summary>
    public static PackageSources Sources(RecordDescription? said = null, IReadOnlyList<JournalEvent>? journal = null) => new(
        (_, _) => Task.FromResult(said ?? Said(Complete)),
        (_, _) => Task.FromResult(journal ?? Journal));

    /// <summary>Sources that say these of the records, in their order.</summary>
    public static PackageSources Sources(params (string Field, string Value)[][] said) => new(
        (id, _) => Task.FromResult(Said(said[Enumerable.Range(0, said.Length).First(at => Record(at + 1).Id == id)])),
        (_, _) => Task.FromResult(Journal));

    /// <summary>The whole package as stored: its folder's files by their paths, contents included, and the files in the order they were stored.</summary>
    public static async Task<WrittenPackage> Written(PackagePlan plan, PackageSources? sources = null)
    {
        var order = new List<string>();
        var blobs = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        var files = await AipWriter.WriteAsync(
            plan,
            sources ?? Sources(),
            Software,
            async (part, stop) =>
            {
                await Into(blobs)(part, stop);
                order.Add(part.Path);
            },
            TestContext.Current.CancellationToken);
        foreach (var (file, number) in files.Where(file => file.Content is not null).Select((file, at) => (file, at + 1)))
            blobs.Add(file.Path, Bytes(number));
        return new WrittenPackage(PackageNames.Folder(plan.Id), files, order, blobs);
    }

    /// <summary>Where a writer's files go.</summary>
    public static Func<PackagePart, CancellationToken, Task> Into(Dictionary<string, byte[]> blobs) => async (part, stop) =>
    {
        using var bytes = new MemoryStream();
        await part.WriteTo(bytes, stop);
        blobs.Add(part.Path, bytes.ToArray());
    };

    private static Sha256Digest DigestOf(byte[] bytes) => Sha256Digest.Of(SHA256.HashData(bytes));
}

/// <summary>A package as written.</summary>
internal sealed record WrittenPackage(string Folder, IReadOnlyList<PackageFile> Files, IReadOnlyList<string> Order, IReadOnlyDictionary<string, byte[]> Blobs)
{
    public System.Xml.Linq.XDocument Xml(string path) => System.Xml.Linq.XDocument.Load(new MemoryStream(Blobs[path]));
}
