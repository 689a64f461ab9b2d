namespace Browser.Tests.Browsing;

public sealed class InstalledChromiumTests
{
    private static readonly string Path = $"/opt/a{System.IO.Path.PathSeparator}/opt/b";

    [Theory]
    [InlineData(null, "/usr/bin/chromium", "/usr/bin/chromium")]
    [InlineData("", "/usr/bin/chromium", "/usr/bin/chromium")]
    [InlineData("/home/a/chrome", "/home/a/chrome", "/home/a/chrome")]
    [InlineData(null, "/opt/b/google-chrome", "/opt/b/google-chrome")]
    public void A_browser_is_the_named_one_or_the_first_there_is(string? named, string there, string found) =>
        Assert.Equal(found, InstalledChromium.Find(named, Path, file => file.Replace('\\', '/') == there)?.Replace('\\', '/'));

    [Fact]
    public void A_named_browser_that_is_not_there_is_not_replaced_by_another() =>
        Assert.Null(InstalledChromium.Find("/home/a/chrome", Path, file => file == "/usr/bin/chromium"));

    [Fact]
    public void Without_a_browser_none_is_found() => Assert.Null(InstalledChromium.Find(null, null, _ => false));
}
