using System.IO.Compression;
using Archive.Packages.Rules;
using EmbeddedHost.Hosting;
using EmbeddedHost.Packages;

namespace EmbeddedHost.Tests.Packages;

public sealed class MakeSipTests : IDisposable
{
    private const string Table = """
        sep=;
        Mã cơ quan;H26.02
        Mã đăng ký nộp lưu;NL.01
        Mã hồ sơ;H26.02.2024.07
        Tiêu đề hồ sơ;"Hồ sơ ""lễ"";
        hai dòng"
        Thời hạn lưu trữ;Vĩnh viễn
        Chế độ sử dụng;công khai
        Chế độ dự phòng;không
        Tệp;Tên loại;Ngày ban hành;Cơ quan ban hành;Trích yếu;Ngôn ngữ;Số trang
        a/quyết định.txt;QĐ;5/1/2024;UBND;Về việc;Việt;3
        b.txt;CV;6/1/2024;UBND;Về việc khác;Việt;1
        """;

    private readonly TemporaryFolder work = new();

    public MakeSipTests()
    {
        Directory.CreateDirectory(In("files/a"));
        // The disk and the table write the name's letters in two ways.
        File.WriteAllText(In("files/a/quyết định.txt".Normalize(System.Text.NormalizationForm.FormD)), "Quyết định");
        File.WriteAllText(In("files/b.txt"), "Công văn");
        File.WriteAllText(In("sheet.csv"), Table);
    }

    public void Dispose() => work.Dispose();

    [Theory]
    [InlineData("made")]
    [InlineData("made.zip")]
    public async Task Files_and_a_table_become_a_package_that_is_valid_and_is_not_written_over(string target)
    {
        var (code, output, errors) = await Make(target);
        Assert.Equal((0, ""), (code, errors));
        Assert.Contains("H26.02.2024.07, 2 documents", output, StringComparison.Ordinal);

        await using var report = new StringWriter();
        var made = target.EndsWith(".zip", StringComparison.Ordinal) ? In(target) : Directory.GetDirectories(In(target)).Single();
        Assert.Equal(0, await PackageCheckRun.RunAsync(new(made, null, Json: true), report, TextWriter.Null, TestContext.Current.CancellationToken));
        var read = ReportJson.Read(System.Text.Encoding.UTF8.GetBytes($"{report}"));
        Assert.Equal((Specification.CircularSip, 0), (read.Specification, read.Findings.Count));

        (code, output, errors) = await Make(target);
        Assert.Equal((2, ""), (code, output));
        Assert.Contains("is there already", errors, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFiles(work.Path, "*.unfinished"));
    }

    [Fact]
    public async Task A_package_has_the_bytes_of_the_files_whatever_it_calls_them()
    {
        Assert.Equal(0, (await Make("made.zip")).Code);
        await using var zip = await ZipFile.OpenReadAsync(In("made.zip"), TestContext.Current.CancellationToken);
        using var first = new StreamReader(await zip.Entries.Single(entry => entry.FullName.EndsWith("/data/H26.02.2024.07.1.txt", StringComparison.Ordinal)).OpenAsync(TestContext.Current.CancellationToken));
        Assert.Equal("Quyết định", await first.ReadToEndAsync(TestContext.Current.CancellationToken));
        Assert.EndsWith("/METS.xml", zip.Entries[^1].FullName, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_to_be_mended_is_said_with_its_line_and_nothing_is_made()
    {
        await File.WriteAllTextAsync(In("sheet.csv"), Table.Replace("b.txt;", "c.txt;", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        var (code, output, errors) = await Make("made.zip");
        Assert.Equal((1, ""), (code, output));
        Assert.Equal("line 12, file: 'c.txt' is not in the folder.", errors.TrimEnd());

        await File.WriteAllTextAsync(In("sheet.csv"), Table.Replace(";QĐ;", ";Quyết\u001B[2J;", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        (code, _, errors) = await Make("made.zip");
        Assert.Equal(1, code);
        Assert.StartsWith("line 11, typeName: ", errors, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001B', errors);
        Assert.False(File.Exists(In("made.zip")));
    }

    [Fact]
    public async Task A_file_that_no_row_names_is_told_and_left_out()
    {
        await File.WriteAllTextAsync(In("files/thừa.txt"), "thừa", TestContext.Current.CancellationToken);
        var (code, output, errors) = await Make("made.zip");
        Assert.Equal(0, code);
        Assert.Contains("2 documents", output, StringComparison.Ordinal);
        Assert.Equal("Note: thừa.txt is in the folder and not in the table.", errors.TrimEnd());
    }

    [Fact]
    public async Task What_the_table_does_not_say_the_command_line_may()
    {
        await File.WriteAllTextAsync(In("sheet.csv"), string.Join('\n', Table.Split('\n').Where(line => !line.StartsWith("Mã cơ quan", StringComparison.Ordinal))), TestContext.Current.CancellationToken);
        Assert.Equal(1, (await Make("made.zip")).Code);
        var options = Options("made.zip") with { Agency = "H26.02", AgencyName = "Sở Nội vụ" };
        Assert.Equal(0, (await Make(options)).Code);
    }

    [Fact]
    public async Task A_table_that_cannot_be_read_is_one_line()
    {
        await File.WriteAllBytesAsync(In("sheet.csv"), [(byte)'H', 0xF4, (byte)'a'], TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(In("sheet.xlsx"), "no workbook", TestContext.Current.CancellationToken);
        foreach (var sheet in new[] { "sheet.csv", "sheet.xlsx", "none.csv" })
        {
            var (code, output, errors) = await Make(Options("made.zip") with { Sheet = In(sheet) });
            Assert.Equal((2, ""), (code, output));
            Assert.Single(errors.TrimEnd().Split('\n'));
        }
    }

    [Theory]
    [InlineData("template.csv")]
    [InlineData("template.xlsx")]
    public async Task A_template_is_a_table_that_only_wants_its_files(string name)
    {
        Assert.Equal(0, await SheetTemplate.RunAsync(In(name), TextWriter.Null, TextWriter.Null, TestContext.Current.CancellationToken));
        var (code, _, errors) = await Make(Options("made.zip") with { Sheet = In(name) });
        Assert.Equal(1, code);
        Assert.All(errors.TrimEnd().Split('\n'), line => Assert.EndsWith("is not in the folder.", line.TrimEnd(), StringComparison.Ordinal));

        Assert.Equal(2, await SheetTemplate.RunAsync(In(name), TextWriter.Null, TextWriter.Null, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("make-sip")]
    [InlineData("make-sip", "a.csv")]
    [InlineData("make-sip", "a.csv", "--files", "f")]
    [InlineData("make-sip", "a.csv", "--files", "f", "--out")]
    [InlineData("make-sip", "a.csv", "b.csv", "--files", "f", "--out", "o")]
    [InlineData("make-sip", "a.csv", "--files", "f", "--out", "o", "--unknown")]
    [InlineData("make-sip", "a.csv", "--template", "t.csv")]
    public void A_command_line_that_cannot_be_understood_is_one_line(params string[] args) => Assert.IsType<CommandLine.Mistake>(CommandLine.Parse(args));

    [Fact]
    public void The_command_line_says_what_to_make_and_of_what()
    {
        var made = Assert.IsType<CommandLine.MakeSip>(CommandLine.Parse("make-sip", "--files", "f", "a.csv", "--out", "o.zip", "--agency", "H26.02", "--agency-name", "Sở", "--submission", "NL.01"));
        Assert.Equal(new MakeSipOptions("a.csv", "f", "o.zip") { Agency = "H26.02", AgencyName = "Sở", Submission = "NL.01" }, made.Options);
        Assert.Equal("t.xlsx", Assert.IsType<CommandLine.MakeTemplate>(CommandLine.Parse("make-sip", "--template", "t.xlsx")).Path);
    }

    private string In(string path) => Path.Combine(work.Path, path);

    private MakeSipOptions Options(string target) => new(In("sheet.csv"), In("files"), In(target));

    private Task<(int Code, string Output, string Errors)> Make(string target) => Make(Options(target));

    private static async Task<(int Code, string Output, string Errors)> Make(MakeSipOptions options)
    {
        await using var output = new StringWriter();
        await using var errors = new StringWriter();
        return (await MakeSipRun.RunAsync(options, TimeProvider.System, output, errors, TestContext.Current.CancellationToken), $"{output}", $"{errors}");
    }
}
