using Archive.Description;
using Archive.Records;
using SampleMaker.Sidecars;
using static SampleMaker.Refused.RefusedContents;

namespace SampleMaker.Refused;

/// <summary>
/// One upload at least for every finding of admission (A-1xx) and of what comes with an upload (S-2xx), and for some of description and of packages. Not here:
/// which come of the time or the machine and not of the upload.
/// </summary>
internal static class RefusedSet
{
    /// <summary>A sound document, for uploads with something else wrong.</summary>
    public const string Document = "records/H26/chi-thi-09-ct-ubnd.pdf";

    private const long FiveGigabytes = 5L << 30;

    private static readonly IReadOnlyList<(RefusedSample Sample, byte[]? Content)> Samples =
    [
        Whole(FindingCodes.Empty, "empty.pdf", []),
        Made(FindingCodes.TooLarge, "too-large.pdf", new Recipe(Base64("%PDF-1.7\n"u8), 0, FiveGigabytes + 1)),
        Whole(FindingCodes.NameContentMismatch, "picture-named-pdf.pdf", MismatchedPicture),
        Beside(FindingCodes.FixityMismatch, "wrong-digest", Sidecar(("sha256", new string('0', 64)))),
        Beside(FindingCodes.FixityMismatch, "wrong-size", Sidecar(("size", 12))),
        Whole(FindingCodes.Encrypted, "locked.pdf", Locked),
        Whole(FindingCodes.Damaged, "cut.pdf", Cut),
        Whole(FindingCodes.Damaged, "cut.docx", CutDocx),
        Whole(FindingCodes.Executable, "program.exe", WindowsProgram),
        Whole(FindingCodes.Executable, "script.sh", Script),
        Whole(FindingCodes.Executable, "batch.bat", Batch),
        Whole(FindingCodes.ActiveContent, "pdf-with-script.pdf", PdfWithScript),
        Whole(FindingCodes.ActiveContent, "docx-with-macro.docx", DocxWithMacro),
        Whole(FindingCodes.ActiveContent, "page-with-script.html", ActiveHtml),
        (new RefusedSample([FindingCodes.UnknownAgency.Id], "chi-thi-09-ct-ubnd.pdf", "H26.99", Document), null),
        Beside(FindingCodes.SecretMarking, "secret-by-sidecar", Sidecar((Field.Mode, "03"))),
        Whole(FindingCodes.SecretMarking, "stamped-secret.pdf", StampedSecret),
        Whole(FindingCodes.UnknownFormat, "unknown.dat", Unknown),
        (new RefusedSample([FindingCodes.UnsafeName.Id], "../H26.05/chi-thi.pdf", File: Document), null),
        (new RefusedSample([FindingCodes.UnsafeName.Id], "chi-thi\u0007.pdf", File: Document), null),
        Whole(FindingCodes.DecompressionBomb, "bomb.docx", Exploding),
        Whole(FindingCodes.TooManyPixels, "pixel-flood.png", HugePicture),
        Whole(FindingCodes.PackageNotTaken, "archive.zip", PlainArchive),
        Made(FindingCodes.Malware, "scanner-test.txt", new Recipe(Base64(ScannerTest), 0, ScannerTest.Length)),
        Beside(FindingCodes.SidecarBroken, "broken", "{ \"typeName\": \"03\", \"subject\": \"thiếu dấu đóng"u8.ToArray()),
        Beside(FindingCodes.SidecarBroken, "a-list", "[\"03\"]\n"u8.ToArray()),
        Whole(FindingCodes.SidecarOrphaned, "orphan.pdf.metadata.json", Sidecar()),
        (new RefusedSample([FindingCodes.SidecarTooLarge.Id], "S-203-too-large.pdf", File: Document, SidecarRecipe: "refused/S-203-too-large.recipe.json"), LargeSidecar),
        Beside(FindingCodes.FieldUnknown, "unknown-field", Sidecar(("phongBan", "Phòng Nội chính"))),
        Beside(FindingCodes.FieldInvalid, "impossible-date", Sidecar((Field.IssuedDate, "31/02/2019"))),
        Beside(FindingCodes.FieldInvalid, "unlisted-code", Sidecar((Field.Maintenance, "09"))),
        Beside(FindingCodes.FieldTooLong, "long-subject", Sidecar((Field.Subject, string.Concat(Enumerable.Repeat("Về việc lập hồ sơ. ", 30)).Trim()))),
        Beside(FindingCodes.FieldMissing, "no-subject", Sidecar((Field.Subject, null))),
        Beside(FindingCodes.ConditionalFieldMissing, "no-recovery-status", Sidecar((Field.RiskRecovery, "1"), (Field.RiskRecoveryStatus, null))),
        Whole(FindingCodes.PackageRuleBroken, "submission.zip", Submission),
        Whole(FindingCodes.PackageRuleBroken, "bag.zip", Bag),
        Whole(FindingCodes.PartlyUnreadable, "broken-page.pdf", BrokenPage),
    ];

    private static byte[] LargeSidecar => Json.Write(new Recipe(Base64("{\"description\":\""u8), (byte)'x', (1 << 20) + 1));

    /// <summary>The files, and the list that explains them.</summary>
    public static IEnumerable<SampleFile> Make() =>
    [
        .. Samples.Where(sample => sample.Content is not null).Select(sample => new SampleFile(
            new[] { sample.Sample.SidecarRecipe, sample.Sample.Sidecar, sample.Sample.Recipe, sample.Sample.File }.First(path => path is not null)!, sample.Content!)),
        new SampleFile("refused/refused.json", Json.Write(Samples.Select(sample => sample.Sample))),
    ];

    private static (RefusedSample Sample, byte[]? Content) Whole(FindingCode code, string slug, byte[] content) =>
        (new RefusedSample([code.Id], $"{code.Id}-{slug}", File: $"refused/{code.Id}-{slug}"), content);

    private static (RefusedSample Sample, byte[]? Content) Made(FindingCode code, string slug, Recipe recipe) =>
        (new RefusedSample([code.Id], $"{code.Id}-{slug}", Recipe: $"refused/{code.Id}-{slug}.recipe.json"), Json.Write(recipe));

    private static (RefusedSample Sample, byte[]? Content) Beside(FindingCode code, string slug, byte[] sidecar) =>
        (new RefusedSample([code.Id], $"{code.Id}-{slug}.pdf", File: Document, Sidecar: $"refused/{code.Id}-{slug}.metadata.json"), sidecar);

    private static string Base64(ReadOnlySpan<byte> bytes) => Convert.ToBase64String(bytes);
}
