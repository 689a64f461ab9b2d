using System.Formats.Tar;
using System.IO.Compression;
using System.Text;
using Archive.Packages.Reading;

namespace Archive.Tests.Packages.Reading;

public sealed class TarOpeningTests : IDisposable
{
    private static readonly string LongName = $"bag/data/{string.Join('/', Enumerable.Repeat("thư mục dài", 15))}/Kế hoạch.txt";

    private static readonly Dictionary<string, (string Code, Func<byte[]> Tar)> Bad = new(StringComparer.Ordinal)
    {
        ["symbolic link"] = ("P-504", () => new RawTar().Add("a", [], '2').Ended()),
        ["hard link"] = ("P-504", () => new RawTar().Add("a", [], '1').Ended()),
        ["character device"] = ("P-504", () => new RawTar().Add("a", [], '3').Ended()),
        ["block device"] = ("P-504", () => new RawTar().Add("a", [], '4').Ended()),
        ["pipe"] = ("P-504", () => new RawTar().Add("a", [], '6').Ended()),
        ["sparse file"] = ("P-506", () => new RawTar().Add("a", [], 'S').Ended()),
        ["sparse file of pax"] = ("P-506", () => new RawTar().Pax("GNU.sparse.major", "1").Add("a", []).Ended()),
        ["a kind unheard of"] = ("P-506", () => new RawTar().Add("a", [], 'Z').Ended()),
        ["one path for all"] = ("P-506", () => new RawTar().Pax("path", "x", 'g').Add("a", []).Ended()),
        ["absolute"] = ("A-112", () => RawTar.Of(("/etc/passwd", ""))),
        ["upwards"] = ("A-112", () => RawTar.Of(("bag/../../x", ""))),
        ["upwards from here"] = ("A-112", () => RawTar.Of(("./../x", ""))),
        ["upwards by pax"] = ("A-112", () => new RawTar().Pax("path", "../x").Add("a", []).Ended()),
        ["upwards by a long name"] = ("A-112", () => new RawTar().Add("long", "../x\0"u8.ToArray(), 'L').Add("a", []).Ended()),
        ["upwards by the prefix"] = ("A-112", () => new RawTar().Add("x", [], prefix: "..").Ended()),
        ["NUL by pax"] = ("A-112", () => new RawTar().Pax("path", "a\0b").Add("a", []).Ended()),
        ["no name"] = ("A-112", () => RawTar.Of(("x", ""), ("", ""))),
        ["the same name twice"] = ("P-503", () => RawTar.Of(("a", ""), ("./a", ""))),
        ["names differing in case"] = ("P-503", () => RawTar.Of(("a/Ế", ""), ("a/ế", ""))),
        ["cut off in the content"] = ("A-106", () => new RawTar().Add("a", new byte[2000]).Ended()[..1500]),
        ["cut off between entries"] = ("A-106", () => new RawTar().Add("a", new byte[2000]).Unended()),
        ["a size beyond the file"] = ("A-106", () => new RawTar().Add("a", [], size: 8L << 30, large: true).Ended()),
        ["a size below nothing"] = ("A-106", () => new RawTar().Add("a", []).Add("b", [], size: -1, large: true).Ended()),
        ["a checksum that is not"] = ("A-106", () => new RawTar().Add("a", []).Add("b", [], checksum: 1).Ended()),
        ["nonsense after an entry"] = ("A-106", () => [.. new RawTar().Add("a", []).Unended(), .. Encoding.ASCII.GetBytes(new string('x', 1024))]),
        ["a header of two gigabytes"] = ("P-505", () => new RawTar().Add("long", [], 'L', size: 2L << 30).Ended()),
        ["a folder with content"] = ("P-505", () => new RawTar().Add("a/", new byte[10], '5').Ended()),
        ["a pax record without a length"] = ("A-106", () => new RawTar().Add("pax", "path=x\n"u8.ToArray(), 'x').Add("a", []).Ended()),
        ["a pax record longer than its header"] = ("A-106", () => new RawTar().Add("pax", "99 path=x\n"u8.ToArray(), 'x').Add("a", []).Ended()),
        ["a pax size that is no number"] = ("A-106", () => new RawTar().Pax("size", "-5").Add("a", []).Ended()),
    };

    private readonly DirectoryInfo work = Directory.CreateTempSubdirectory("package-");

    public static TheoryData<string> Cases() => [.. Bad.Keys];

    public void Dispose() => work.Delete(recursive: true);

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_bad_tar_is_refused_with_its_code_packed_or_not_and_leaves_nothing_behind(string what)
    {
        var (code, tar) = Bad[what];
        Assert.Equal(code, await Openings.Refused(tar()));
        Assert.Equal(code, Openings.Code(await Open(Packed(tar()))));
        Assert.Empty(work.EnumerateFileSystemInfos());
    }

    [Theory]
    [InlineData(TarEntryFormat.Pax)]
    [InlineData(TarEntryFormat.Gnu)]
    public async Task What_the_runtime_writes_is_read_as_it_was_written(TarEntryFormat format)
    {
        using var bytes = new MemoryStream();
        await using (var tar = new TarWriter(bytes, format, leaveOpen: true))
        {
            TarEntry Entry(TarEntryType type, string name) => format == TarEntryFormat.Pax ? new PaxTarEntry(type, name) : new GnuTarEntry(type, name);
            await tar.WriteEntryAsync(Entry(TarEntryType.Directory, "bag/"), TestContext.Current.CancellationToken);
            await tar.WriteEntryAsync(Entry(TarEntryType.Directory, "bag/trống/"), TestContext.Current.CancellationToken);
            foreach (var (name, text) in new[] { (LongName, "một"), ("bag/b.txt", "hai") })
            {
                var entry = Entry(TarEntryType.RegularFile, name);
                entry.DataStream = new MemoryStream(Encoding.UTF8.GetBytes(text));
                await tar.WriteEntryAsync(entry, TestContext.Current.CancellationToken);
            }
        }

        foreach (var packed in new[] { bytes.ToArray(), Packed(bytes.ToArray()) })
        {
            await using var package = Assert.IsType<PackageOpening.Opened>(await Open(packed)).Package;
            Assert.Equal(["bag/b.txt", LongName], package.Paths);
            Assert.Equal(["bag/trống"], package.EmptyFolders);
            Assert.Equal("hai"u8.ToArray(), await package.Content("bag/b.txt"));
            Assert.Equal("một"u8.ToArray(), await package.Content(LongName));
        }
    }

    [Fact]
    public async Task What_is_made_in_the_folder_itself_begins_with_a_dot_and_is_taken()
    {
        var package = await Openings.Opened(new RawTar().Add("./", [], '5').Add("./bagit.txt", [1]).Add("./data/", [], '5').Add("./data/x", [2]).Ended());
        Assert.Equal(["bagit.txt", "data/x"], package.Paths);
        Assert.Empty(package.EmptyFolders);
    }

    [Theory]
    [InlineData(5)]
    [InlineData(50)]
    public async Task A_file_of_many_gigabytes_is_opened_and_only_what_is_asked_for_is_read(long gigabytes)
    {
        var size = gigabytes << 30;
        await using var tar = new SparseStream(new RawTar().Add("phim.mov", [], size: size, large: true).Unended(), size, RawTar.Of(("b", "hai")));
        var package = Assert.IsType<PackageOpening.Opened>(await Openings.Open(tar)).Package;
        Assert.Equal((size + 3, "hai"), (package.Bytes, Encoding.UTF8.GetString(await package.Content("b"))));
        await using var film = await package.OpenAsync("phim.mov", TestContext.Current.CancellationToken);
        await film.ReadExactlyAsync(new byte[1 << 20], TestContext.Current.CancellationToken);
        Assert.True(tar.BytesRead < 2 << 20, $"{tar.BytesRead}");
    }

    [Fact]
    public async Task The_file_that_unpacking_needs_is_there_while_the_package_is_open_and_gone_afterwards()
    {
        var package = Assert.IsType<PackageOpening.Opened>(await Open(Packed(RawTar.Of(("a", "x"))))).Package;
        Assert.Single(work.EnumerateFiles());
        Assert.Equal("x"u8.ToArray(), await package.Content("a"));
        await package.DisposeAsync();
        Assert.Empty(work.EnumerateFileSystemInfos());
    }

    [Fact]
    public async Task A_bomb_is_stopped_while_it_unpacks_and_leaves_nothing_behind()
    {
        var bomb = Packed(new RawTar().Add("a", new byte[64 << 20]).Ended());
        Assert.Equal("A-113", Openings.Code(await Open(bomb)));
        Assert.Equal("A-113", Openings.Code(await Open(Packed(RawTar.Of(("a", new string('x', 5000)))), new PackageLimits(UnpackedBytes: 4096))));
        Assert.Empty(work.EnumerateFileSystemInfos());
    }

    [Fact]
    public async Task A_gzip_that_holds_no_tar_or_is_cut_off_is_refused()
    {
        Assert.Equal("P-501", Openings.Code(await Open(Packed("Đây là một bức thư"u8.ToArray()))));
        Assert.Equal("P-501", Openings.Code(await Open(Packed([]))));
        var noise = new byte[8000];
        new Random(1).NextBytes(noise);
        var whole = Packed(new RawTar().Add("a", noise).Ended());
        foreach (var length in new[] { 10, 300, whole.Length / 2, whole.Length - 20 })
            Assert.Contains(Openings.Code(await Open(whole[..length])), new[] { "A-106", "P-501" });
        whole[whole.Length / 2] ^= 1;
        Assert.Equal("A-106", Openings.Code(await Open(whole)));
    }

    [Fact]
    public async Task As_many_entries_as_the_limit_are_taken_and_not_one_more()
    {
        Assert.Equal(2, (await Openings.Opened(RawTar.Of(("a", ""), ("b", "")), new PackageLimits(Entries: 2))).Paths.Count);
        Assert.Equal("P-502", await Openings.Refused(RawTar.Of(("a", ""), ("b", ""), ("c", "")), new PackageLimits(Entries: 2)));
    }

    private static byte[] Packed(byte[] tar)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            gzip.Write(tar);
        return packed.ToArray();
    }

    private Task<PackageOpening> Open(byte[] packed, PackageLimits? limits = null) => Openings.Open(new MemoryStream(packed, writable: false), limits, work.FullName);
}
