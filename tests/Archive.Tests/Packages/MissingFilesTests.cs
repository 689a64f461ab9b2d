using Archive.Packages.Rules;
using Archive.Tests.Packages.Bags;
using Archive.Tests.Packages.Legacy;

namespace Archive.Tests.Packages;

/// <summary>What is missing of a package that came in part: the first file it names and that is not there.</summary>
public sealed class MissingFilesTests
{
    public static TheoryData<string> Kinds => ["circular", "bag", "bag of tag files", "legacy"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Of_a_whole_package_nothing_is_missing(string kind) => Assert.Null((await Report(kind, whole: true)).Missing);

    [Theory]
    [InlineData("circular", "LNK1", BlobPackage.Ead)]
    [InlineData("bag", "BAG-3-2", "data/phụ lục/1.csv")]
    [InlineData("bag of tag files", "BAG-3-1", "bag-info.txt")]
    [InlineData("legacy", "TTL6", "tai-lieu/ke-hoach-57.txt")]
    public async Task A_file_that_is_named_and_not_there_is_missing(string kind, string rule, string file)
    {
        var report = await Report(kind, whole: false);
        Assert.Equal(file, report.Missing);
        Assert.Equal([rule], report.Findings.Where(finding => finding.Missing is not null).Select(finding => finding.RuleId).Distinct());
    }

    [Fact]
    public async Task A_package_with_anything_else_amiss_waits_for_no_file()
    {
        var bag = Bag.Of();
        bag["data/phụ lục/1.csv"] = [1];
        var report = await bag.Check();
        Assert.NotEmpty(report.Findings);
        Assert.Null(report.Missing);
    }

    private static async Task<PackageReport> Report(string kind, bool whole)
    {
        switch (kind)
        {
            case "legacy":
                var files = LegacySample.Files();
                return await (whole ? files : files.With("tai-lieu/ke-hoach-57.txt", null, null)).Checked();

            case "circular":
                var package = await BlobPackage.Of();
                if (!whole)
                    package.Blobs.Remove(BlobPackage.Ead);
                return await PackageCheck.CheckAsync(package, null, TestContext.Current.CancellationToken);

            default:
                var bag = kind == "bag" ? Bag.Of() : Bag.Tagged(Bag.Of());
                return await bag.Where(file => whole || file.Key != (kind == "bag" ? "data/phụ lục/1.csv" : "bag-info.txt")).Check();
        }
    }
}
