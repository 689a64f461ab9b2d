using Archive.Packages.Reading;

namespace Archive.Tests.Packages.Reading;

/// <summary>Whatever bytes come, a package is opened or refused: nothing else is thrown, and no content is taken that is not what was declared.</summary>
public sealed class ChangedBytesTests
{
    private static readonly Dictionary<string, byte[]> Sound = new(StringComparer.Ordinal)
    {
        ["zip"] = RawZip.Of(RawEntry.Deflated("bag/Kế hoạch.txt", "nội dung nội dung nội dung"u8.ToArray()), new RawEntry("bag/b", [1, 2, 3]), new RawEntry("bag/trống/", [])),
        ["tar"] = new RawTar().Add("bag/", [], '5').Pax("path", "bag/Kế hoạch.txt").Add("bag/a", [1, 2, 3]).Add("bag/b", [], size: 0, large: true).Ended(),
    };

    [Theory]
    [InlineData("zip")]
    [InlineData("tar")]
    public async Task Whichever_byte_is_another_nothing_is_thrown_but_what_says_so(string kind)
    {
        var (opened, refused) = (0, 0);
        for (var at = 0; at < Sound[kind].Length; at++)
        {
            foreach (var flipped in new byte[] { 0x01, 0x40, 0xFF })
            {
                byte[] changed = [.. Sound[kind]];
                changed[at] ^= flipped;
                if (await Openings.Open(changed) is not PackageOpening.Opened { Package: var package })
                    refused++;
                else if (await IsRead(package))
                    opened++;
            }
        }

        Assert.True(refused > 100 && opened > 10, $"{refused} refused, {opened} read");
    }

    [Theory]
    [InlineData("zip")]
    [InlineData("tar")]
    public async Task Wherever_it_is_cut_off_it_is_refused(string kind)
    {
        var needed = kind == "tar" ? Sound[kind].Length - 512 : Sound[kind].Length;
        for (var length = 0; length < needed; length++)
            Assert.NotEqual("opened", await Openings.Refused(Sound[kind][..length]));
    }

    private static async Task<bool> IsRead(OpenedPackage package)
    {
        try
        {
            foreach (var path in package.Paths)
                await package.Content(path);
            return true;
        }
        catch (PackageBrokenException)
        {
            return false;
        }
        finally
        {
            await package.DisposeAsync();
        }
    }
}
