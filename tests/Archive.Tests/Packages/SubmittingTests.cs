using System.Globalization;
using System.Text;
using Archive.Packages;
using Archive.Packages.Rules;
using Archive.Packages.Submitting;

namespace Archive.Tests.Packages;

public sealed class SubmittingTests
{
    private const string Mixed = """
        # a remark
        # another
        Mã cơ quan;H26.02
        Mã đăng ký nộp lưu;NL.01
        Mã hồ sơ;H26.02.2024.07
        Tiêu đề hồ sơ;Hồ sơ "lễ"

        Thời hạn lưu trữ;Vĩnh viễn
        Chế độ sử dụng;công khai
        Chế độ dự phòng;không

        Tệp;Tên loại;Ngày ban hành;Cơ quan ban hành;Trích yếu;Ngôn ngữ;Số trang;Loại ảnh;Tiêu đề ảnh;Loại ghi âm, ghi hình;Thời lượng
        file;typeName;issuedDate;organName;subject;language;numberOfPage;typePic;imageTitle;typeMedia;playTime
        a/quyết định.PDF;QĐ;5/1/2024;UBND;Về việc;Việt;3;;;;
        anh.jpg;;;;;;;ảnh;Cắt băng;;
        ghi.wav;;;;;;;;;ghi âm;00:01:02
        """;

    private static readonly SubmissionSaid Nothing = new(null, null, null);

    [Fact]
    public async Task A_table_of_documents_photos_and_recordings_becomes_a_package_the_check_finds_nothing_in()
    {
        var plan = Planned(Mixed);
        Assert.Equal([PackagedKind.Document, PackagedKind.Photo, PackagedKind.Media], plan.Documents.Select(document => document.Kind));
        Assert.Equal("H26.02.2024.07.1.pdf", plan.Documents[0].Name);
        Assert.Equal(("05/01/2024", "05/01/2024", "3", "3"), (plan.Fields["startDate"], plan.Fields["endDate"], plan.Fields["totalDoc"], plan.Fields["numberOfPage"]));
        var package = await Written(plan);
        var report = await PackageCheck.CheckAsync(package, null, TestContext.Current.CancellationToken);
        Assert.Equal((Specification.CircularSip, 3), (report.Specification, package.Blobs.Keys.Count(path => path.Contains("/data/", StringComparison.Ordinal))));
        Assert.Empty(report.Findings);
    }

    [Fact]
    public async Task Loose_documents_become_a_batch()
    {
        var text = Mixed.Replace("Thời hạn lưu trữ", "source;1\nThời hạn lưu trữ", StringComparison.Ordinal);
        var plan = Planned(text);
        Assert.False(plan.IsDossier);
        Assert.Empty((await PackageCheck.CheckAsync(await Written(plan), Specification.CircularSip, TestContext.Current.CancellationToken)).Findings);
    }

    [Fact]
    public async Task The_template_is_a_table_that_becomes_a_package()
    {
        var outcome = SubmissionSheet.Read([.. SubmissionTemplate.Rows.Select((row, at) => new SheetRow($"line {at + 1}", row))], Nothing);
        Assert.Empty((await PackageCheck.CheckAsync(await Written(Assert.IsType<SheetOutcome.Planned>(outcome).Plan), null, TestContext.Current.CancellationToken)).Findings);
    }

    [Theory]
    [InlineData("Vĩnh viễn", "mãi mãi", "line 8, maintenance")]
    [InlineData(";3;", ";0;", "line 14, numberOfPage")]
    [InlineData(";QĐ;", ";;", "line 14, typeName")]
    [InlineData("5/1/2024", "31/02/2024", "line 14, issuedDate")]
    [InlineData("công khai", "mật", "line 9, mode")]
    [InlineData("anh.jpg;;", "anh.jpg;QĐ;", "line 15, typeName")]
    [InlineData("ghi.wav;", ";", "line 16, file")]
    [InlineData("Mã cơ quan;H26.02", "", "the dossier, agencyCode")]
    [InlineData("Mã đăng ký nộp lưu;NL.01", "", "the dossier, submissionCode")]
    [InlineData("Ngày ban hành;", "Ngày gì đó;", "line 12, Ngày gì đó")]
    [InlineData("Mã hồ sơ;H26.02.2024.07", "Mã hồ sơ;H26.02.2024.07.MOT.MA.QUA.DAI", "line 14, docId")]
    [InlineData("Thời hạn lưu trữ", "Tổng số tài liệu;4\nThời hạn lưu trữ", "the dossier, totalDoc")]
    [InlineData("Tệp;", "Tài;", "the sheet")]
    public void What_is_wrong_is_said_with_its_line(string from, string to, string where)
    {
        Assert.Contains(from, Mixed, StringComparison.Ordinal);
        var text = Mixed.Replace(from, to, StringComparison.Ordinal);
        if (from == "Tệp;")
            text = text.Replace("file;", "fail;", StringComparison.Ordinal);
        var outcome = Assert.IsType<SheetOutcome.Mistaken>(SubmissionSheet.Read(Rows(text), Nothing));
        Assert.Contains(outcome.Mistakes, mistake => mistake.ToString().StartsWith(where + ":", StringComparison.Ordinal));
        Assert.Equal(outcome.Mistakes.Distinct(), outcome.Mistakes);
    }

    [Fact]
    public void Columns_of_the_dossier_repeat_and_must_agree()
    {
        const string Heading = "file;fileCode;title;dossier.mode\n";
        var outcome = Assert.IsType<SheetOutcome.Mistaken>(SubmissionSheet.Read(Rows(Heading + "a.pdf;H26.1;A;01\nb.pdf;H26.1;B;\n"), Nothing));
        Assert.Contains(outcome.Mistakes, mistake => mistake is { Place: "line 3", Column: "title" });
        Assert.DoesNotContain(outcome.Mistakes, mistake => mistake.Column is "fileCode" or "mode");
    }

    [Fact]
    public async Task Ten_thousand_documents_are_read_once_each_and_nothing_is_found()
    {
        var text = new StringBuilder("fileCode;H26.02.2024.07\ntitle;T\nmaintenance;01\nmode;01\nriskRecovery;0\nfile;typeName;issuedDate;organName;subject;language;numberOfPage\n");
        for (var number = 1; number <= PackagePlan.MostRecords; number++)
            text.Append(CultureInfo.InvariantCulture, $"{number}.pdf;02;2024;UBND;S{number};01;1\n");
        var outcome = SubmissionSheet.Read(Rows(text.ToString()), new SubmissionSaid("H26.02", null, "NL.01"));
        Assert.Empty((await PackageCheck.CheckAsync(await Written(Assert.IsType<SheetOutcome.Planned>(outcome).Plan), null, TestContext.Current.CancellationToken)).Findings);
    }

    private static IReadOnlyList<SheetRow> Rows(string text) => [.. text.Split('\n').Select((line, at) => new SheetRow($"line {at + 1}", line.Split(';')))];

    private static SubmissionPlan Planned(string text) =>
        SubmissionSheet.Read(Rows(text), Nothing) is SheetOutcome.Planned planned ? planned.Plan
            : throw new InvalidOperationException(string.Join('\n', ((SheetOutcome.Mistaken)SubmissionSheet.Read(Rows(text), Nothing)).Mistakes));

    private static async Task<BlobPackage> Written(SubmissionPlan plan)
    {
        var blobs = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        await SipWriter.WriteAsync(
            plan,
            Parcels.Created,
            Parcels.Software,
            (document, _) => Task.FromResult<(Stream, string)>((new MemoryStream(Encoding.UTF8.GetBytes(document.Source)), "application/pdf")),
            Parcels.Into(blobs),
            TestContext.Current.CancellationToken);
        Assert.Equal("METS.xml", blobs.Keys.Last());
        return new BlobPackage(plan.ObjectId, blobs);
    }
}
