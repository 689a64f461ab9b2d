using Archive.ReadingRoom.Deliveries;
using ArchiveFunctions.Description.Pdf;
using ArchiveFunctions.ReadingRoom.Deliveries;
using ArchiveFunctions.ReadingRoom.Deliveries.Pdf;
using ArchiveFunctions.Tests.Accession.Content;
using ArchiveFunctions.Tests.Description;
using ArchiveFunctions.Tests.Samples;
using UglyToad.PdfPig;

namespace ArchiveFunctions.Tests.ReadingRoom.Deliveries;

public sealed class PdfMarkingTests
{
    private const string Agency = "Trung tâm Lưu trữ lịch sử thành phố Hà Nội";
    private static readonly DateTimeOffset Now = new(2026, 3, 5, 2, 30, 0, TimeSpan.Zero);

    public static TheoryData<string> Samples => [.. SampleRecords.All.Where(sample => sample.Path.EndsWith(".pdf", StringComparison.Ordinal)).Select(sample => sample.Path)];

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task Every_sample_is_marked_on_every_page_behind_its_own_bytes(string sample)
    {
        var original = SampleRecords.Bytes($"records/{sample}");
        var copy = await Marked(original, isCopy: true);

        Assert.Equal(original, copy[..original.Length]);
        Keep($"{Path.GetFileNameWithoutExtension(sample)}.pdf", copy);
        var pages = Texts(copy);
        Assert.Equal(Texts(original).Count, pages.Count);
        Assert.All(pages, page => Assert.Contains(Agency, page, StringComparison.Ordinal));
        Assert.Contains("BẢN SAO", pages[0], StringComparison.Ordinal);
        Assert.All(pages.Skip(1), page => Assert.DoesNotContain("BẢN SAO", page, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(90)]
    [InlineData(180)]
    [InlineData(270)]
    [InlineData(-90)]
    public async Task A_turned_page_with_a_crop_box_of_its_own_has_the_marks_where_its_reader_looks_for_them(int turned)
    {
        var original = MadeFiles.RawPdf(
            "<</Type/Catalog/Pages 2 0 R>>",
            $"<</Type/Pages/Kids[3 0 R]/Count 1/MediaBox[100 50 800 1050]/Rotate {turned}>>",
            "<</Type/Page/Parent 2 0 R>>");
        var copy = await Marked(original, isCopy: true);
        Keep($"turned{turned}.pdf", copy);

        using var document = PdfDocument.Open(copy);
        var page = document.GetPage(1);
        var words = page.GetWords().ToList();
        var (foot, corner) = (words.Where(word => word.Text is "Trung" or "Nội").ToList(), words.Single(word => word.Text == "SAO"));
        var middle = (foot.Min(word => word.BoundingBox.Left) + foot.Max(word => word.BoundingBox.Right)) / 2;
        Assert.InRange(middle - (page.Width / 2), -2, 2);
        Assert.All(foot, word => Assert.InRange(word.BoundingBox.Bottom, 5, 50));
        Assert.InRange(page.Width - corner.BoundingBox.Right, 10, 60);
        Assert.InRange(page.Height - corner.BoundingBox.Top, 10, 60);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_signed_copy_is_whole_for_our_own_reader_and_not_any_more_when_a_byte_is_changed(bool rsa)
    {
        var original = MadeFiles.Pdf(2);
        var copy = await Marked(original, isCopy: true, rsa ? Certificates.Rsa : Certificates.Elliptic);
        Keep($"signed-{rsa}.pdf", copy);

        var signature = Assert.Single(await PdfSignatures.ReadAsync(new MemoryStream(copy), copy.Length, CancellationToken.None));
        Assert.Equal((true, true, null, "Trung tâm Lưu trữ lịch sử"), (signature.Intact, signature.CoversWholeFile, signature.Problem, signature.Signer));
        Assert.Equal(Now, signature.SignedAt);
        Assert.True(HasLook(copy));

        copy[copy.AsSpan().IndexOf("Ha Noi"u8) is var at and >= 0 ? at : original.Length / 2] ^= 1;
        var broken = Assert.Single(await PdfSignatures.ReadAsync(new MemoryStream(copy), copy.Length, CancellationToken.None));
        Assert.Equal((false, "the content was changed after signing"), (broken.Intact, broken.Problem));
    }

    [Fact]
    public async Task What_its_first_signer_signed_still_fits_in_the_copy_of_a_signed_document()
    {
        var original = new SignedPdf().Bytes;
        var copy = await Marked(original, isCopy: true, Certificates.Elliptic);

        var signatures = await PdfSignatures.ReadAsync(new MemoryStream(copy), copy.Length, CancellationToken.None);
        Assert.Equal([(true, false), (true, true)], signatures.Select(one => (one.Intact, one.CoversWholeFile)));
    }

    [Theory]
    [InlineData("A-105-locked.pdf", CopyObstacle.Protected)]
    [InlineData("A-106-cut.pdf", CopyObstacle.Unsound)]
    [InlineData("A-101-empty.pdf", CopyObstacle.Unsound)]
    [InlineData("A-103-picture-named-pdf.pdf", CopyObstacle.Unsound)]
    public async Task What_cannot_be_marked_says_why(string file, CopyObstacle obstacle) =>
        Assert.Equal(obstacle, await Refused(SampleRecords.Bytes($"refused/{file}")));

    public static TheoryData<string, byte[]> Hostile => new()
    {
        { "no pages", MadeFiles.RawPdf("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[]/Count 0>>") },
        { "a tree that bites its tail", MadeFiles.RawPdf("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[2 0 R]/Count 1>>") },
        { "deeper than a stack", MadeFiles.RawPdf("<</Type/Catalog/Pages 2 0 R>>", $"<</Type/Pages/Kids[3 0 R]/Count 1/X {new string('[', 200_000)}{new string(']', 200_000)}>>", "<</Type/Page/Parent 2 0 R>>") },
        { "no room for numbers", MadeFiles.RawPdf("/Size 2000000000", ["<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>", "<</Type/Page/Parent 2 0 R>>"]) },
    };

    [Theory]
    [MemberData(nameof(Hostile))]
    public async Task A_hostile_file_is_refused_and_nothing_else_suffers(string what, byte[] file) =>
        Assert.True(await Refused(file) is CopyObstacle.Unsound, what);

    [Fact]
    public async Task Two_thousand_pages_are_marked_and_a_wait_without_end_is_not()
    {
        var original = MadeFiles.Pdf(2000);
        Assert.Equal(2000, Texts(await Marked(original, isCopy: true)).Count(page => page.Contains(Agency, StringComparison.Ordinal)));

        using var over = new CancellationTokenSource();
        await over.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => PdfMarking.Mark(new MemoryStream(original), Marks(true, null), new MemoryStream(), over.Token));
    }

    [Fact]
    public async Task Letters_the_font_lacks_do_not_keep_a_copy_from_being_made() =>
        Assert.Contains("S? N?i v?", Texts(await Marked(MadeFiles.Pdf(), isCopy: false, null, "S\u6F22 N\U0001F600i v\u0E01"))[0], StringComparison.Ordinal);

    private static Marks Marks(bool isCopy, CopySigner? signer, string agency = Agency) => new([(agency, 11)], isCopy, signer, Now);

    private static async Task<CopyObstacle?> Refused(byte[] file) =>
        await PdfMarking.Mark(new MemoryStream(file), Marks(true, null), new MemoryStream(), CancellationToken.None);

    private static bool HasLook(byte[] pdf)
    {
        using var document = PdfDocument.Open(pdf);
        return document.GetPage(1).GetAnnotations().Single().HasNormalAppearance;
    }

    private static List<string> Texts(byte[] pdf)
    {
        using var document = PdfDocument.Open(pdf);
        return [.. document.GetPages().Select(page => string.Join(' ', page.GetWords().Select(word => word.Text)))];
    }

    private static async Task<byte[]> Marked(byte[] original, bool isCopy, CopySigner? signer = null, string agency = Agency)
    {
        using var copy = new MemoryStream();
        Assert.Null(await PdfMarking.Mark(new MemoryStream(original), Marks(isCopy, signer, agency), copy, CancellationToken.None));
        return copy.ToArray();
    }

    private static void Keep(string name, byte[] pdf)
    {
        if (Environment.GetEnvironmentVariable("KEEP_COPIES") is { } folder)
            File.WriteAllBytes(Path.Combine(folder, name), pdf);
    }
}
