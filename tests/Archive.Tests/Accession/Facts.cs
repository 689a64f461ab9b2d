using System.Security.Cryptography;
using Archive.Accession;
using Archive.Description;
using Archive.Records;

namespace Archive.Tests.Accession;

/// <summary>Uploads as the tests need them: each test names only what it is about.</summary>
internal static class Facts
{
    public static readonly DateTimeOffset Now = new(2026, 5, 20, 2, 30, 0, TimeSpan.Zero);
    public static readonly Agency Agency = new(AgencyCode.Parse("H26.01"), "Sở Nội vụ", "Department of Home Affairs");
    public static readonly FormatIdentity Pdf = new("fmt/18", "PDF 1.4", "application/pdf", FormatFamily.Pdf);

    public static UploadFacts Upload(string content = "nội dung", string name = "quyet-dinh.pdf", string etag = "\"1\"") => new(
        Agency,
        new InboxBlob($"H26.01/{name}", etag),
        name,
        Now.AddSeconds(-3),
        content.Length,
        DigestOf(content),
        Pdf,
        [],
        SecretStamp: null,
        DeclaredSize: null,
        DeclaredDigest: null,
        Statement: null);

    public static Sha256Digest DigestOf(string content) => Sha256Digest.Of(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(content)));

    public static Stated Says(params (string Field, string Value)[] fields) => new(
        new DepositorStatement([1], new InboxBlob("H26.01/quyet-dinh.pdf.metadata.json", "\"2\"")),
        Reading(fields));

    public static SidecarReading.Read Reading(params (string Field, string Value)[] fields) =>
        new([.. fields.Select(field => new Statement(field.Field, field.Value, StatementSource.Depositor, 1, "sidecar"))], [], null, null);

    public static ArchiveRecord Record(params (string Field, string Value)[] fields) =>
        ((Verdict.Admitted)Admission.Judge(Upload() with { Statement = fields.Length > 0 ? Says(fields) : null }, new AdmissionPolicy(), Now)).Record;
}
