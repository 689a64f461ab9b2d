using EmbeddedHost.Identity;

namespace EmbeddedHost.Tests.Identity;

public sealed class SigningKeyTests
{
    [Fact]
    public void The_key_is_kept_for_its_owner_alone_and_stays_the_same()
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "key.pem");
        using var first = SigningKey.Open(file);
        using var second = SigningKey.Open(file);

        Assert.Equal(first.Published, second.Published);
        Assert.Equal([file], Directory.GetFiles(folder.Path));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
    }
}
