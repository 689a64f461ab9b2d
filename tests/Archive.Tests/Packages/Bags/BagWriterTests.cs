using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Archive.Packages.Bags;
using Archive.Packages.Reading;
using Archive.Packages.Rules;
using Archive.Records;
using Archive.Tests.Packages.Reading;

namespace Archive.Tests.Packages.Bags;

public sealed class BagWriterTests : IDisposable
{
    private readonly DirectoryInfo work = Directory.CreateTempSubdirectory("bag-");

    public void Dispose() => work.Delete(recursive: true);

    [Fact]
    public async Task A_bag_as_written_keeps_every_rule_as_a_ZIP_and_as_a_folder()
    {
        await using var zip = await Openings.Opened(await Zip(Plan()));
        await Holds(zip);

        await BagWriter.WriteFolderAsync(Plan(), work.FullName, TestContext.Current.CancellationToken);
        await using var folder = Assert.IsType<PackageOpening.Opened>(PackageOpener.OpenFolder(Path.Combine(work.FullName, "sao-chép-1"), PackageLimits.Default)).Package;
        await Holds(folder);
        Assert.Equal(zip.Paths, folder.Paths);
        foreach (var path in zip.Paths)
            Assert.Equal(await zip.Content(path), await folder.Content(path));
    }

    [Fact]
    public async Task It_says_what_was_asked_and_sums_up_its_payload()
    {
        await using var zip = await Openings.Opened(await Zip(Plan()));
        Assert.Equal(
            "Source-Organization: Sở Tài chính\nExternal-Description: Hồ sơ\n  năm 2023: hai tài liệu\nBagging-Date: 2026-05-20\nPayload-Oxum: 8.3\n",
            Encoding.UTF8.GetString(await zip.Content("sao-chép-1/bag-info.txt")));
        Assert.Equal(["manifest-sha256.txt", "manifest-sha512.txt", "tagmanifest-sha256.txt", "tagmanifest-sha512.txt"], zip.Paths.Where(path => path.Contains("manifest", StringComparison.Ordinal)).Select(path => path[11..]));
        Assert.Contains("  data/100%25 đúng.txt\n", Encoding.UTF8.GetString(await zip.Content("sao-chép-1/manifest-sha512.txt")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_plan_gives_the_same_bytes_on_any_day()
    {
        var bytes = await Zip(Plan());
        Assert.Equal(bytes, await Zip(Plan()));
        await using var zip = new ZipArchive(new MemoryStream(bytes), ZipArchiveMode.Read);
        Assert.All(zip.Entries, entry => Assert.Equal(new DateTime(2026, 5, 20), entry.LastWriteTime.DateTime));
    }

    [Fact]
    public async Task A_bag_of_nothing_is_a_bag()
    {
        await using var zip = await Openings.Opened(await Zip(Plan() with { Files = [] }));
        await Holds(zip);
    }

    [Fact]
    public async Task Bytes_that_are_not_those_known_beforehand_end_the_writing()
    {
        var other = Sha256Digest.Of(SHA256.HashData("khác"u8));
        var digest = await Assert.ThrowsAsync<InvalidDataException>(() => Zip(Plan() with { Files = [Content("a", "một", other)] }));
        Assert.Contains(other.Value, digest.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<InvalidDataException>(() => Zip(Plan() with { Files = [Content("a", "một") with { Size = 1 }] }));
    }

    [Fact]
    public async Task What_could_not_be_a_bag_everywhere_is_refused_before_anything_is_written()
    {
        (BagPlan Plan, BagRefusal Refusal)[] refused =
        [
            (Plan() with { Name = "../x" }, new BagRefusal.UnsafeName("../x")),
            (Plan() with { Name = "a/b" }, new BagRefusal.UnsafeName("a/b")),
            (Plan() with { Files = [Content("../x", "")] }, new BagRefusal.UnsafePath("../x", "dots")),
            (Plan() with { Files = [Content("a?.txt", "")] }, new BagRefusal.UnsafePath("a?.txt", "no name for Windows")),
            (Plan() with { Files = [Content("a\nb", "")] }, new BagRefusal.UnsafePath("a\nb", "control characters")),
            (Plan() with { Files = [Content("A", ""), Content("a", "")] }, new BagRefusal.SamePath("a")),
            (Plan() with { Files = [Content("a", ""), Content("a/b", "")] }, new BagRefusal.SamePath("a/b")),
            (Plan() with { Info = [("Nhãn:", "x")] }, new BagRefusal.BadLabel("Nhãn:")),
            (Plan() with { Info = [("payload-oxum", "x")] }, new BagRefusal.BadLabel("payload-oxum")),
        ];
        Assert.Empty(BagRefusal.Of(Plan()));
        foreach (var (plan, refusal) in refused)
        {
            Assert.Equal([refusal], BagRefusal.Of(plan));
            using var target = new MemoryStream();
            await Assert.ThrowsAsync<InvalidOperationException>(() => BagWriter.WriteFolderAsync(plan, work.FullName, TestContext.Current.CancellationToken));
            Assert.Empty(work.EnumerateFileSystemInfos());
        }
    }

    [Fact]
    public async Task Another_folder_of_its_name_is_left_as_it_is()
    {
        var there = Directory.CreateDirectory(Path.Combine(work.FullName, "sao-chép-1", "data")).FullName;
        await File.WriteAllTextAsync(Path.Combine(there, "Kế hoạch.txt"), "trước", TestContext.Current.CancellationToken);
        await Assert.ThrowsAsync<IOException>(() => BagWriter.WriteFolderAsync(Plan(), work.FullName, TestContext.Current.CancellationToken));
        Assert.Equal("trước", await File.ReadAllTextAsync(Path.Combine(there, "Kế hoạch.txt"), TestContext.Current.CancellationToken));
    }

    private static BagPlan Plan() => new(
        "sao-chép-1",
        [Content("Kế hoạch.txt", "một", Sha256Digest.Of(SHA256.HashData("một"u8))), Content("phụ lục/1.txt", "hai"), Content("100% đúng.txt", "")],
        [("Source-Organization", "Sở Tài chính"), ("External-Description", "Hồ sơ\r\nnăm 2023: hai tài liệu")],
        new DateOnly(2026, 5, 20));

    private static BagContent Content(string path, string text, Sha256Digest? digest = null) =>
        new(path, Encoding.UTF8.GetByteCount(text), digest, _ => Task.FromResult<Stream>(new MemoryStream(Encoding.UTF8.GetBytes(text))));

    private static async Task<byte[]> Zip(BagPlan plan)
    {
        using var bytes = new MemoryStream();
        await BagWriter.WriteZipAsync(plan, new ForwardOnly(bytes), TestContext.Current.CancellationToken);
        return bytes.ToArray();
    }

    private static async Task Holds(IPackageSource source)
    {
        var report = await PackageCheck.CheckAsync(source, null, TestContext.Current.CancellationToken);
        Assert.Empty(report.Findings);
        Assert.Equal((Specification.Bag10, new BagAnswers(true, true), "sao-chép-1"), (report.Specification, report.Bag, report.Name));
    }
}
