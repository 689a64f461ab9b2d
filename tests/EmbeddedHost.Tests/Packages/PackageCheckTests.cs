using System.IO.Compression;
using Archive.Packages.Rules;
using EmbeddedHost.Hosting;
using EmbeddedHost.Packages;
using EmbeddedHost.Samples;

namespace EmbeddedHost.Tests.Packages;

public sealed class PackageCheckTests
{
    private static readonly string Sample = Directory.GetDirectories(Path.Combine(SampleLoad.DefaultFolder!, "..", "packages", "eark", "base", "tt05-sip-dossier")).Single();

    [Fact]
    public async Task A_sound_package_is_valid_as_a_folder_and_as_a_ZIP_with_the_same_report()
    {
        using var folder = new TemporaryFolder();
        var zip = Path.Combine(folder.Path, "ho-so.zip");
        ZipFile.CreateFromDirectory(Sample, zip, CompressionLevel.Fastest, includeBaseDirectory: true);
        var (code, report, _) = await Check(new(Sample, null, Json: true));
        Assert.Equal(0, code);
        Assert.Equal((0, report), await Check(new(zip, null, Json: true)) is var (zipped, same, _) ? (zipped, same) : default);
        Assert.Equal(PackageVerdict.Valid, ReportJson.Read(System.Text.Encoding.UTF8.GetBytes(report)).Verdict);
    }

    [Fact]
    public async Task A_package_that_breaks_a_rule_is_not_valid_and_the_line_names_rule_and_place()
    {
        using var folder = new TemporaryFolder();
        var zip = Path.Combine(folder.Path, "ho-so.zip");
        ZipFile.CreateFromDirectory(Sample, zip, CompressionLevel.Fastest, includeBaseDirectory: true);
        using (var changed = ZipFile.Open(zip, ZipArchiveMode.Update))
        {
            using var entry = changed.Entries.Single(entry => entry.Name == "phieu-trinh.txt").Open();
            entry.WriteByte((byte)'x');
        }

        var (code, text, _) = await Check(new(zip, null, Json: false));
        Assert.Equal(1, code);
        Assert.Contains("MUST FIX2 representations/rep1/data/phieu-trinh.txt", text, StringComparison.Ordinal);
        Assert.Contains("Not valid", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_package_is_not_valid_and_what_is_not_there_is_an_error()
    {
        using var folder = new TemporaryFolder();
        var text = Path.Combine(folder.Path, "a.txt");
        await File.WriteAllTextAsync(text, "văn bản");
        Assert.Equal(1, (await Check(new(text, null, false))).Code);
        Assert.Contains("P-501", (await Check(new(text, null, false))).Output, StringComparison.Ordinal);

        var (code, output, error) = await Check(new(Path.Combine(folder.Path, "none.zip"), null, false));
        Assert.Equal((2, ""), (code, output));
        Assert.Single(error.TrimEnd().Split('\n'));
    }

    [Fact]
    public async Task An_edXML_message_is_checked_as_the_package_it_is()
    {
        using var folder = new TemporaryFolder();
        var message = Path.Combine(SampleLoad.DefaultFolder!, "..", "packages", "edxml", "base", "cong-van.edxml");
        var (code, text, _) = await Check(new(message, null, Json: false));
        Assert.Equal(0, code);
        Assert.Contains("edxml-2016, 3 files", text, StringComparison.Ordinal);

        var broken = Path.Combine(folder.Path, "hong.edxml");
        await File.WriteAllTextAsync(broken, (await File.ReadAllTextAsync(message)).Replace("<edXML:ContentId>vb-2</edXML:ContentId>\n          ", "", StringComparison.Ordinal));
        (code, text, _) = await Check(new(broken, null, Json: false));
        Assert.Equal(1, code);
        Assert.Contains("MUST EDX9 message.edxml edXMLEnvelope/edXMLBody/edXMLManifest/Reference: no ContentId (expected: its attachment)", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_package_of_TT_02_2019_is_checked_as_a_folder_and_as_a_ZIP_with_the_same_report()
    {
        using var folder = new TemporaryFolder();
        var sample = Directory.GetDirectories(Path.Combine(SampleLoad.DefaultFolder!, "..", "packages", "tt02", "base")).Single();
        var zip = Path.Combine(folder.Path, "cu.zip");
        ZipFile.CreateFromDirectory(sample, zip, CompressionLevel.Fastest, includeBaseDirectory: true);
        var (code, report, _) = await Check(new(sample, null, Json: true));
        Assert.Equal((0, report), await Check(new(zip, null, Json: true)) is var (zipped, same, _) ? (zipped, same) : default);
        Assert.Contains("\"tt02-2019\"", report, StringComparison.Ordinal);
        Assert.Equal(0, code);

        Assert.Equal(1, (await Check(new(sample, Specification.Find("bagit-1.0"), false))).Code);
    }

    [Fact]
    public async Task Another_specification_can_be_asked_for()
    {
        var (code, text, _) = await Check(new(Sample, Specification.Find("bagit-1.0"), false));
        Assert.Equal(1, code);
        Assert.Contains("bagit-1.0", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("check")]
    [InlineData("check", "a", "b")]
    [InlineData("check", "a", "--spec")]
    [InlineData("check", "a", "--spec", "none")]
    [InlineData("check", "a", "--unknown")]
    public void A_command_line_that_cannot_be_understood_is_one_line(params string[] args) => Assert.IsType<CommandLine.Mistake>(CommandLine.Parse(args));

    [Fact]
    public void The_command_line_says_what_to_check_and_how()
    {
        var check = Assert.IsType<CommandLine.CheckPackage>(CommandLine.Parse("check", "--json", "ho-so.zip", "--spec", "SIP-2.1.0"));
        Assert.Equal(new PackageCheckOptions("ho-so.zip", new Specification("sip", "2.1.0"), Json: true), check.Options);
    }

    private static async Task<(int Code, string Output, string Error)> Check(PackageCheckOptions options)
    {
        await using var output = new StringWriter();
        await using var error = new StringWriter();
        return (await PackageCheckRun.RunAsync(options, output, error, TestContext.Current.CancellationToken), $"{output}", $"{error}");
    }
}
