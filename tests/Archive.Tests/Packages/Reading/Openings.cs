using Archive.Packages.Reading;
using Archive.Packages.Rules;

namespace Archive.Tests.Packages.Reading;

/// <summary>Opening packages, and reading what they hold.</summary>
internal static class Openings
{
    public static Task<PackageOpening> Open(Stream packed, PackageLimits? limits = null, string? workArea = null) =>
        PackageOpener.OpenAsync(packed, workArea ?? NoWorkArea, limits ?? PackageLimits.Default, TestContext.Current.CancellationToken);

    public static Task<PackageOpening> Open(byte[] packed, PackageLimits? limits = null) => Open(new MemoryStream(packed, writable: false), limits);

    public static async Task<OpenedPackage> Opened(byte[] packed, PackageLimits? limits = null) =>
        Assert.IsType<PackageOpening.Opened>(await Open(packed, limits)).Package;

    /// <summary>The code of a refusal, and what it says.</summary>
    public static async Task<string> Refused(byte[] packed, PackageLimits? limits = null) => Code(await Open(packed, limits));

    public static string Code(PackageOpening opening) => opening switch
    {
        PackageOpening.Refused refused => refused.Finding.Code,
        _ => "opened",
    };

    public static async Task<byte[]> Content(this IPackageSource package, string path)
    {
        await using var stream = await package.OpenAsync(path, TestContext.Current.CancellationToken);
        using var bytes = new MemoryStream();
        await stream.CopyToAsync(bytes, TestContext.Current.CancellationToken);
        return bytes.ToArray();
    }

    /// <summary>A folder that is not there: whoever writes to it fails.</summary>
    private static string NoWorkArea => Path.Combine(Path.GetTempPath(), "there-is-no-such-work-area");
}
