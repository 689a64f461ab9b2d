using System.Text;
using Archive.Packages.Bags;
using Archive.Packages.Rules;

namespace Archive.Tests.Packages.Bags;

public sealed class BagCheckTests
{
    [Theory]
    [InlineData("1.0", "UTF-8")]
    [InlineData("0.97", "UTF-8")]
    [InlineData("0.97", "UTF-16")]
    [InlineData("1.0", "utf-16BE")]
    [InlineData("1.0", "windows-1258")]
    public async Task A_sound_bag_breaks_nothing_in_any_version_and_encoding(string version, string encoding)
    {
        var ascii = encoding == "windows-1258" ? Bag.Payload.ToDictionary(file => Archive.Records.Vietnamese.Fold(file.Key), file => file.Value) : Bag.Payload;
        var report = await Bag.Of(ascii, version, encoding, ["md5", "sha1", "sha256", "sha384", "sha512"]).Check();
        Assert.Equal(encoding == "UTF-8" ? [] : ["BAG-2.1.1-5"], report.Findings.Select(finding => finding.RuleId));
        Assert.Equal((new Specification("bagit", version), new BagAnswers(true, true), PackageVerdict.Valid), (report.Specification, report.Bag, report.Verdict));
        Assert.Equal(9, report.Files);
    }

    [Fact]
    public async Task The_bag_says_its_version_and_whoever_asks_for_another_gets_that()
    {
        var old = Bag.Of(version: "0.97");
        old["manifest-md5.txt"] = Encoding.UTF8.GetBytes(Bag.Manifest(Bag.Payload.Take(1), "MD5"));
        Assert.Empty(await old.Broken());
        Assert.Equal(["BAG-2.1.3-5"], await old.Broken(Specification.Bag10));
        Assert.Equal(Specification.Bag097, Specification.Find("bagit-0.97"));
    }

    [Fact]
    public async Task Manifests_of_no_known_algorithm_or_of_another_spelling_are_named_and_not_read()
    {
        var bag = Bag.Of();
        bag["manifest-SHA-256.txt"] = bag["manifest-sha_256.txt"] = bag["manifest-crc32.txt"] = "không phải bảng kê\n"u8.ToArray();
        Assert.Equal(
            [("BAG-2.4-1", "manifest-SHA-256.txt"), ("BAG-2.4-1", "manifest-sha_256.txt"), ("BAG-2.4-2", "manifest-crc32.txt")],
            (await bag.Check()).Findings.Select(finding => (finding.RuleId, finding.File)));
    }

    [Fact]
    public async Task What_is_no_bag_is_one_that_lacks_everything_when_it_is_asked_to_be_one() =>
        Assert.Equal(["BAG-2.1.1-1", "BAG-2.1.2-1", "BAG-2.1.3-1"], await new Dictionary<string, byte[]> { ["x/thư.txt"] = [1] }.Broken(Specification.Bag10));

    [Fact]
    public async Task A_package_of_another_kind_is_no_bag()
    {
        Assert.False(BagPlace.IsBag(await BlobPackage.Of()));
        Assert.Equal(Specification.CircularAip, (await PackageCheck.CheckAsync(await BlobPackage.Of(), null, TestContext.Current.CancellationToken)).Specification);
        Assert.True(BagPlace.IsBag(new MemoryPackage(Bag.Of())));
        Assert.True(BagPlace.IsBag(new MemoryPackage(Bag.Of().Where(file => file.Key != "bagit.txt"))));
    }

    [Fact]
    public async Task Names_with_a_percent_sign_are_found_as_their_version_writes_them()
    {
        var payload = new Dictionary<string, byte[]> { ["data/50%0A.txt"] = [1], ["data/50%.txt"] = [2] };
        var bag = Bag.Of(payload);
        bag["manifest-sha256.txt"] = Encoding.UTF8.GetBytes(Bag.Manifest(payload, "SHA256").Replace("%", "%25", StringComparison.Ordinal));
        Assert.Empty(await bag.Broken());

        var old = new Dictionary<string, byte[]> { ["data/50%25.txt"] = [1], ["data/50%.txt"] = [2] };
        Assert.Empty(await Bag.Of(old, "0.97").Broken());
    }

    [Fact]
    public async Task Names_with_line_ends_are_found_though_Windows_could_not_hold_them()
    {
        var payload = new Dictionary<string, byte[]> { ["data/a\r\nb"] = [1] };
        var bag = Bag.Of(payload);
        bag["manifest-sha256.txt"] = Encoding.UTF8.GetBytes(Bag.Manifest(payload, "SHA256").Replace("a\r\nb", "a%0D%0ab", StringComparison.Ordinal));
        Assert.Equal(["BAG-6.1-3"], await bag.Broken());
    }

    [Fact]
    public async Task A_name_in_another_form_is_found_and_its_checksum_verified_all_the_same()
    {
        var bag = Bag.Of();
        var composed = Encoding.UTF8.GetString(bag["manifest-sha256.txt"]);
        bag["manifest-sha256.txt"] = Encoding.UTF8.GetBytes(composed.Normalize(NormalizationForm.FormD));
        Assert.Equal(["BAG-6.1-1"], await bag.Broken());
        Assert.Equal(new BagAnswers(true, true), (await bag.Check()).Bag);

        bag["data/Kế hoạch.txt"] = "Kế hoạch số 68"u8.ToArray();
        Assert.Equal(["BAG-3-3", "BAG-6.1-1"], await bag.Broken());
    }

    [Fact]
    public async Task Files_to_be_fetched_are_named_and_their_addresses_are_not()
    {
        var bag = Bag.Of();
        bag["fetch.txt"] = "https://an:matkhau@tep.example/ke-hoach 19 data/Kế hoạch.txt\n"u8.ToArray();
        bag.Remove("data/Kế hoạch.txt");
        var report = await bag.Check();
        Assert.Equal(("BAG-2.2.3-4", "data/Kế hoạch.txt", "fetch.txt, line 1"), report.Findings.Select(finding => (finding.RuleId, finding.File, finding.Where)).Single());
        Assert.DoesNotContain("matkhau", string.Join(' ', report.Findings), StringComparison.Ordinal);
        Assert.Equal(new BagAnswers(false, false), report.Bag);
    }

    [Theory]
    [InlineData("/etc/passwd")]
    [InlineData("data/../../x")]
    [InlineData("../x")]
    [InlineData("~root/x")]
    [InlineData(@"data\x")]
    [InlineData(@"\\?\C:\x")]
    [InlineData("C:/x")]
    [InlineData("//server/x")]
    [InlineData("./data/x")]
    public async Task A_path_that_leads_out_of_the_bag_is_named_wherever_it_stands_and_nothing_is_asked_for_there(string path)
    {
        foreach (var file in new[] { "manifest-sha256.txt", "tagmanifest-sha256.txt", "fetch.txt" })
        {
            var bag = Bag.Tagged(Bag.Of());
            if (file == "fetch.txt")
                bag[file] = Encoding.UTF8.GetBytes($"https://tep.example/x - {path}\n");
            else
                bag[file] = [.. bag[file], .. Encoding.UTF8.GetBytes($"{new string('0', 64)}  {path}\n")];
            var findings = (await bag.Check()).Findings.Where(finding => finding.RuleId is not ("BAG-3-4" or "BAG-2.2.1-4"));
            Assert.Equal([("BAG-5.1-1", file)], findings.Select(finding => (finding.RuleId, finding.File)));
        }
    }

    [Theory]
    [InlineData("0.97", "Source-Organization:Sở\n", true)]
    [InlineData("0.97", "Source-Organization \t : \t Sở\n", true)]
    [InlineData("1.0", "Source-Organization:Sở\n", false)]
    [InlineData("1.0", "Source-Organization:\tSở\n", true)]
    [InlineData("1.0", "Source-Organization: \n", true)]
    [InlineData("1.0", "  tiếp theo không có gì\n", false)]
    [InlineData("1.0", "không có dấu hai chấm\n", false)]
    [InlineData("1.0", ": không có nhãn\n", false)]
    [InlineData("1.0", "Nhãn: giá trị\r  tiếp\r\n\ttiếp nữa\n", true)]
    public async Task An_element_is_read_as_its_version_writes_it(string version, string text, bool sound)
    {
        var bag = Bag.Of(version: version);
        bag["bag-info.txt"] = Encoding.UTF8.GetBytes(text);
        Assert.Equal(sound ? [] : ["BAG-2.2.2-1"], await bag.Broken());
    }

    [Fact]
    public async Task Values_go_on_on_indented_lines_and_keep_their_order()
    {
        var lines = new[] { "Ghi-chú: một", "  hai", "\tba ", "ghi-chú: bốn" }.Select((text, at) => (at + 1, text)).ToAsyncEnumerable();
        var info = await BagInfo.ReadAsync(lines, strict: true);
        Assert.Equal([("Ghi-chú", "một\nhai\nba", 1), ("ghi-chú", "bốn", 4)], info.Elements);
        Assert.Equal(2, info.Of("GHI-CHÚ").Count());
    }

    [Theory]
    [InlineData("BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n", true)]
    [InlineData("BagIt-Version: 1.0\r\nTag-File-Character-Encoding: UTF-8\r\n", true)]
    [InlineData("BagIt-Version : 1.0\nTag-File-Character-Encoding: UTF-8\n", false)]
    [InlineData("BagIt-Version:  1.0\nTag-File-Character-Encoding: UTF-8\n", false)]
    [InlineData(" BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n", false)]
    [InlineData("BagIt-Version: 1.0 \nTag-File-Character-Encoding: UTF-8\n", false)]
    [InlineData("Tag-File-Character-Encoding: UTF-8\nBagIt-Version: 1.0\n", false)]
    [InlineData("BagIt-Version: 1.0\n\nTag-File-Character-Encoding: UTF-8\n", false)]
    [InlineData("BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n\n", false)]
    [InlineData("BagIt-Version: 1.0\n", false)]
    [InlineData("", false)]
    public async Task A_declaration_is_two_lines_and_no_letter_more(string text, bool sound)
    {
        var bag = Bag.Of();
        bag["bagit.txt"] = Encoding.UTF8.GetBytes(text);
        Assert.Equal(sound ? [] : ["BAG-2.1.1-2"], await bag.Broken());
    }
}
