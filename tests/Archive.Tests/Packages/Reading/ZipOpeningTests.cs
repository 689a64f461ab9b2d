using System.IO.Compression;
using System.Text;
using Archive.Packages;
using Archive.Packages.Reading;

namespace Archive.Tests.Packages.Reading;

public sealed class ZipOpeningTests
{
    private static readonly byte[] Some = "nội dung"u8.ToArray();
    private static readonly byte[] Zeros = new byte[1 << 20];

    private static readonly Dictionary<string, (string Code, Func<byte[]> Zip)> Bad = new(StringComparer.Ordinal)
    {
        ["no archive"] = ("P-501", () => "Đây là một bức thư"u8.ToArray()),
        ["7-Zip"] = ("P-501", () => [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C, 0, 4]),
        ["nothing"] = ("P-501", () => []),
        ["one of two entries counted"] = ("P-505", () => new RawZip().Add(File("a")).Add(File("b")).Ended(count: 1)),
        ["three of two entries counted"] = ("A-106", () => new RawZip().Add(File("a")).Add(File("b")).Ended(count: 3)),
        ["encrypted"] = ("A-105", () => RawZip.Of(File("a") with { Flags = 0x801 })),
        ["strongly encrypted"] = ("A-105", () => RawZip.Of(File("a") with { Flags = 0x841 })),
        ["AES"] = ("A-105", () => RawZip.Of(File("a") with { Method = 99 })),
        ["LZMA"] = ("P-506", () => RawZip.Of(File("a") with { Method = 14 })),
        ["the same name twice"] = ("P-503", () => RawZip.Of(File("bag/a.txt"), File("bag/a.txt"))),
        ["names differing in case"] = ("P-503", () => RawZip.Of(File("bag/Đơn.txt"), File("bag/đơn.txt"))),
        ["folders differing in case"] = ("P-503", () => RawZip.Of(File("bag/Data/a"), File("bag/data/b"))),
        ["names differing in form"] = ("P-503", () => RawZip.Of(File("Kế hoạch".Normalize(NormalizationForm.FormC)), File("Kế hoạch".Normalize(NormalizationForm.FormD)))),
        ["folders differing in form"] = ("P-503", () => RawZip.Of(File("ế/1".Normalize(NormalizationForm.FormC)), File("ế/2".Normalize(NormalizationForm.FormD)))),
        ["a folder of a file's name"] = ("P-503", () => RawZip.Of(File("bag/a"), File("bag/a b"), File("bag/a/b"))),
        ["a folder entry of a file's name"] = ("P-503", () => RawZip.Of(File("bag/a"), File("bag/A/") with { Content = [] })),
        ["absolute"] = ("A-112", () => RawZip.Of(File("/etc/passwd"))),
        ["drive"] = ("A-112", () => RawZip.Of(File("C:/Windows/a"))),
        ["drive without a separator"] = ("A-112", () => RawZip.Of(File("C:a"))),
        ["UNC"] = ("A-112", () => RawZip.Of(File("//server/share/a"))),
        ["UNC with backslashes"] = ("A-112", () => RawZip.Of(File(@"\\server\share\a"))),
        ["upwards"] = ("A-112", () => RawZip.Of(File("bag/../../a"))),
        ["backslash"] = ("A-112", () => RawZip.Of(File(@"bag\..\a"))),
        ["NUL"] = ("A-112", () => RawZip.Of(File("bag/a.txt\0.exe"))),
        ["alternate stream"] = ("A-112", () => RawZip.Of(File("bag/a.txt:b"))),
        ["device"] = ("A-112", () => RawZip.Of(File("bag/con.txt"))),
        ["dot at the end"] = ("A-112", () => RawZip.Of(File("bag/a./b"))),
        ["space at the end"] = ("A-112", () => RawZip.Of(File("bag/a "))),
        ["empty part"] = ("A-112", () => RawZip.Of(File("bag//a"))),
        ["a name of a thousand letters"] = ("A-112", () => RawZip.Of(File(string.Join('/', Enumerable.Repeat("thư mục", 200))))),
        ["a part too long for any disk"] = ("A-112", () => RawZip.Of(File(new string('ă', 128)))),
        ["a name that says UTF-8 and is none"] = ("A-112", () => RawZip.Of(File("x") with { RawName = [0x61, 0xFF] })),
        ["an unsafe name for Unicode only"] = ("A-112", () => RawZip.Of(File("safe") with { Flags = 0, Extra = UnicodePath("safe", "../x") })),
        ["symbolic link"] = ("P-504", () => RawZip.Of(File("a") with { Attributes = 0xA1FF0000 })),
        ["device file"] = ("P-504", () => RawZip.Of(File("a") with { Attributes = 0x21B60000 })),
        ["Windows link"] = ("P-504", () => RawZip.Of(File("a") with { Attributes = 0x420 })),
        ["two entries of the same bytes"] = ("P-505", () => RawZip.Of(File("a"), File("b") with { Offset = 0, LocalName = "b" })),
        ["an entry within another"] = ("P-505", Nested),
        ["another name before the content"] = ("P-505", () => RawZip.Of(File("a.txt") with { LocalName = "a.exe" })),
        ["another size before the content"] = ("P-505", () => RawZip.Of(RawEntry.Deflated("a", Some) with { LocalSize = 3 })),
        ["another checksum before the content"] = ("P-505", () => RawZip.Of(File("a") with { LocalChecksum = 1 })),
        ["another method before the content"] = ("P-505", () => RawZip.Of(RawEntry.Deflated("a", Some) with { LocalMethod = 0 })),
        ["stored in fewer bytes than it has"] = ("P-505", () => RawZip.Of(File("a") with { Size = 100 })),
        ["a folder with content"] = ("P-505", () => RawZip.Of(File("a/"))),
        ["something after the end"] = ("P-505", () => new RawZip().Add(File("a")).Ended(trailing: [1])),
        ["something before the beginning"] = ("P-501", () => [.. "MZ"u8, .. RawZip.Of(File("a"))]),
        ["an entry outside the file"] = ("A-106", () => RawZip.Of(File("a") with { Offset = 1 << 30 })),
        ["no entry where it is said to be"] = ("A-106", () => RawZip.Of(File("a") with { Offset = 3 })),
        ["cut off in the directory"] = ("A-106", () => new RawZip().Add(File("a")).Ended(cut: 30)),
        ["cut off in the content"] = ("A-106", () => RawZip.Of(File("a"))[..35]),
        ["a bomb by its ratio"] = ("A-113", () => RawZip.Of([.. Enumerable.Range(0, 40).Select(number => RawEntry.Deflated($"{number}", Zeros))])),
        ["a bomb whose sizes wrap around"] = ("A-113", () => RawZip.Of([.. Enumerable.Range(0, 4).Select(number => RawEntry.Deflated($"{number}", Some) with { Size = 1L << 62 })])),
        ["a bomb by what it declares"] = ("A-113", () => RawZip.Of(RawEntry.Deflated("a", Some) with { Size = 200L << 30 })),
    };

    public static TheoryData<string> Cases() => [.. Bad.Keys];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_bad_ZIP_is_refused_with_its_code(string what) => Assert.Equal(Bad[what].Code, await Openings.Refused(Bad[what].Zip()));

    [Fact]
    public async Task A_million_entries_are_refused_at_their_count_alone()
    {
        var tail = new RawZip { Unwritten = 4 + (100 << 20) }.Ended(count: 1_000_000);
        await using var zip = new SparseStream("PK\x03\x04"u8.ToArray(), 100 << 20, tail);
        Assert.Equal("P-502", Openings.Code(await Openings.Open(zip)));
        Assert.True(zip.BytesRead < 128 << 10, $"{zip.BytesRead}");
    }

    [Fact]
    public async Task As_many_entries_as_the_limit_are_taken_and_not_one_more()
    {
        var limits = new PackageLimits(Entries: 3);
        Assert.Equal(3, (await Openings.Opened(RawZip.Of(File("a"), File("b"), File("c")), limits)).Paths.Count);
        Assert.Equal("P-502", await Openings.Refused(RawZip.Of(File("a"), File("b"), File("c"), File("d")), limits));
    }

    [Theory]
    [InlineData(5)]
    [InlineData(50)]
    public async Task An_entry_of_many_gigabytes_is_opened_and_only_what_is_asked_for_is_read(long gigabytes)
    {
        var size = gigabytes << 30;
        var written = new RawZip().Add(new RawEntry("phim.mov", []) { Size = size, Checksum = 0 }, unwritten: size);
        var head = (int)(written.At - size);
        var bytes = written.Ended();
        await using var zip = new SparseStream(bytes[..head], size, bytes[head..]);
        var package = Assert.IsType<PackageOpening.Opened>(await Openings.Open(zip)).Package;
        Assert.Equal(size, package.Bytes);
        Assert.True(zip.BytesRead < 256 << 10, $"{zip.BytesRead}");

        await using var film = await package.OpenAsync("phim.mov", TestContext.Current.CancellationToken);
        await film.ReadExactlyAsync(new byte[1 << 20], TestContext.Current.CancellationToken);
        Assert.True(zip.BytesRead < 2 << 20, $"{zip.BytesRead}");
    }

    [Fact]
    public async Task What_the_runtime_writes_is_read_as_it_was_written()
    {
        using var bytes = new MemoryStream();
        await using (var zip = new ZipArchive(new PassedOnStream(bytes), ZipArchiveMode.Create, leaveOpen: true))
        {
            await using (var entry = await zip.CreateEntry("bag/Kế hoạch.txt", CompressionLevel.Optimal).OpenAsync(TestContext.Current.CancellationToken))
                await entry.WriteAsync(Some, TestContext.Current.CancellationToken);
            zip.CreateEntry("bag/trống/");
            await using (var entry = await zip.CreateEntry("bag/b", CompressionLevel.NoCompression).OpenAsync(TestContext.Current.CancellationToken))
                await entry.WriteAsync(Zeros, TestContext.Current.CancellationToken);
        }

        var package = await Openings.Opened(bytes.ToArray());
        Assert.Equal(["bag/Kế hoạch.txt", "bag/b"], package.Paths);
        Assert.Equal(["bag/trống"], package.EmptyFolders);
        Assert.Equal(Some, await package.Content("bag/Kế hoạch.txt"));
        Assert.Equal(Zeros, await package.Content("bag/b"));
    }

    [Theory]
    [InlineData("h\u00E9l\u00E8ne", 0, new byte[] { 0x68, 0x82, 0x6C, 0x8A, 0x6E, 0x65 })]
    [InlineData("Kế", 0, new byte[] { 0x4B, 0xE1, 0xBA, 0xBF })]
    [InlineData("Kế", 0x800, new byte[] { 0x4B, 0xE1, 0xBA, 0xBF })]
    public async Task A_name_is_read_in_UTF8_or_else_in_code_page_437(string name, int flags, byte[] raw) =>
        Assert.Equal([name], (await Openings.Opened(RawZip.Of(File("x") with { RawName = raw, Flags = (ushort)flags }))).Paths);

    [Fact]
    public async Task Another_name_for_Unicode_is_believed_where_it_was_made_for_the_name()
    {
        Assert.Equal(["Kế"], (await Openings.Opened(RawZip.Of(File("Ke") with { Flags = 0, Extra = UnicodePath("Ke", "Kế") }))).Paths);
        Assert.Equal(["Ke"], (await Openings.Opened(RawZip.Of(File("Ke") with { Flags = 0, Extra = UnicodePath("another", "Kế") }))).Paths);
    }

    /// <summary>A block that is stored is the same in Deflate and Deflate64: its length, that inverted, its bytes.</summary>
    [Fact]
    public async Task What_Windows_packs_by_Deflate64_is_unpacked()
    {
        byte[] block = [1, (byte)Some.Length, 0, (byte)~Some.Length, 0xFF, .. Some];
        var entry = new RawEntry("phim.mov", block) { Method = 9, Size = Some.Length, Checksum = RawEntry.Sum(Some) };
        Assert.Equal(Some, await (await Openings.Opened(RawZip.Of(entry))).Content("phim.mov"));
    }

    [Fact]
    public async Task An_archive_file_in_the_package_is_content_and_stays_closed()
    {
        var inner = RawZip.Of(File("../../out"), File("a") with { Flags = 0x801 });
        Assert.Equal(inner, await (await Openings.Opened(RawZip.Of(new RawEntry("bag/data/goi.zip", inner)))).Content("bag/data/goi.zip"));
    }

    [Theory]
    [InlineData("checksum")]
    [InlineData("size")]
    [InlineData("nonsense")]
    public async Task Bytes_that_are_not_what_was_declared_are_not_taken_for_it(string what)
    {
        var entry = RawEntry.Deflated("a", Zeros);
        var package = await Openings.Opened(RawZip.Of(what switch
        {
            "checksum" => entry with { Checksum = 7 },
            "size" => entry with { Size = Zeros.Length - 1 },
            _ => entry with { Content = [.. Enumerable.Repeat((byte)0xFF, 50)] },
        }));
        var broken = await Assert.ThrowsAsync<PackageBrokenException>(() => package.Content("a"));
        Assert.Equal(("A-106", "a"), (broken.Finding.Code, broken.Finding.Where));
    }

    private static RawEntry File(string name) => new(name, Some);

    /// <summary>A stored entry whose content is an entry that the directory lists as well.</summary>
    private static byte[] Nested()
    {
        var inner = RawZip.Of(File("b"));
        var entry = inner[..(inner.AsSpan().IndexOf("PK\x01\x02"u8))];
        return RawZip.Of(new RawEntry("a", entry), File("b") with { Offset = 31 });
    }

    private static byte[] UnicodePath(string of, string name)
    {
        var text = Encoding.UTF8.GetBytes(name);
        return [0x75, 0x70, (byte)(text.Length + 5), 0, 1, .. BitConverter.GetBytes(RawEntry.Sum(Encoding.UTF8.GetBytes(of))), .. text];
    }
}
