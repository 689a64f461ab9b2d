namespace Archive.Tests.Packages.Bags;

/// <summary>Whatever is changed of what a sound bag says of its files, some rule misses it.</summary>
public sealed class BagMutationTests
{
    [Theory]
    [InlineData("manifest-sha256.txt")]
    [InlineData("manifest-md5.txt")]
    [InlineData("tagmanifest-sha256.txt")]
    [InlineData("bagit.txt")]
    public async Task Whichever_byte_of_a_manifest_is_another_some_rule_is_broken(string file)
    {
        // Without tag manifests where the payload's are changed: those would miss any change of them.
        var bag = Bag.Of(algorithms: ["sha256", "md5"]);
        if (file.StartsWith("tag", StringComparison.Ordinal))
            bag = Bag.Tagged(bag);
        Assert.Empty(await bag.Broken());
        Assert.Empty(await Unmissed(bag, file, 0, bag[file].Length));
    }

    [Fact]
    public async Task Whichever_byte_of_the_sum_of_sizes_is_another_some_rule_is_broken()
    {
        var bag = Bag.Of();
        var at = bag["bag-info.txt"].AsSpan().IndexOf("Oxum: "u8) + 5;
        Assert.Empty(await Unmissed(bag, "bag-info.txt", at, bag["bag-info.txt"].Length - at));
    }

    [Fact]
    public async Task Whichever_letter_of_a_files_name_is_another_some_rule_is_broken()
    {
        foreach (var path in Bag.Payload.Keys)
        {
            for (var at = 0; at < path.Length; at++)
            {
                var renamed = Bag.Of().ToDictionary(file => file.Key == path ? string.Concat(path.AsSpan(0, at), "ô", path.AsSpan(at + 1)) : file.Key, file => file.Value);
                Assert.True((await renamed.Broken()).Count > 0, $"{path} at {at}");
            }
        }
    }

    [Fact]
    public async Task Whichever_byte_of_a_file_is_another_its_checksums_miss_it()
    {
        foreach (var (path, content) in Bag.Payload)
            Assert.Empty(await Unmissed(Bag.Of(), path, 0, content.Length));
    }

    /// <summary>Places where a change goes unnoticed. Digits of a checksum may be of either case, and one space or tab is as good as another.</summary>
    private static async Task<IReadOnlyList<string>> Unmissed(Dictionary<string, byte[]> bag, string file, int from, int count)
    {
        var unmissed = new List<string>();
        for (var at = from; at < from + count; at++)
        {
            foreach (var flipped in new byte[] { 0x01, 0x10 })
            {
                var changed = new Dictionary<string, byte[]>(bag) { [file] = [.. bag[file]] };
                changed[file][at] ^= flipped;
                if ((await changed.Broken()).Count == 0)
                    unmissed.Add($"{file} at {at}: {(char)bag[file][at]} to {(char)changed[file][at]}");
            }
        }

        return unmissed;
    }
}
