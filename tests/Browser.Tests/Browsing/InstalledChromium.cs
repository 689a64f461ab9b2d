namespace Browser.Tests.Browsing;

/// <summary>The Chromium of this machine. None is downloaded: a browser comes from the system's packages, where it is kept up to date.</summary>
internal static class InstalledChromium
{
    /// <summary>What a person without one is told.</summary>
    public const string HowToInstall =
        "No Chromium or Google Chrome on this machine, so nothing was tried in a browser. Install one (Debian: apt-get install chromium fonts-noto-core) or name it in PLAYWRIGHT_CHROMIUM.";

    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome.exe"];

    private static readonly string[] Places =
    [
        "/usr/bin/chromium",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        @"C:\Program Files\Google\Chrome\Application\chrome.exe",
    ];

    /// <summary>Its path, or null.</summary>
    /// <param name="named">What <c>PLAYWRIGHT_CHROMIUM</c> says; where it says anything, that is taken or none is.</param>
    /// <param name="path">The folders programs are looked for in.</param>
    /// <param name="exists">Whether there is a file.</param>
    public static string? Find(string? named, string? path, Func<string, bool> exists) => string.IsNullOrEmpty(named)
        ? Places.Concat((path ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries).SelectMany(folder => Names.Select(name => Path.Combine(folder, name)))).FirstOrDefault(exists)
        : exists(named) ? named : null;

    /// <summary>That of this machine, or null.</summary>
    public static string? Find() => Find(Environment.GetEnvironmentVariable("PLAYWRIGHT_CHROMIUM"), Environment.GetEnvironmentVariable("PATH"), File.Exists);

    /// <summary>Skips the test where there is no browser; where the build is checked (CI=true), that is a failure.</summary>
    public static void Require(bool isThere)
    {
        if (!isThere && Environment.GetEnvironmentVariable("CI") == "true")
            Assert.Fail(HowToInstall);
        Assert.SkipUnless(isThere, HowToInstall);
    }
}
