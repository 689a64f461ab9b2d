using Archive.Transfer.Receipts;
using EmbeddedHost.Hosting;
using EmbeddedHost.Receipts;

namespace EmbeddedHost.Tests.Receipts;

public sealed class ReceiptKeyFilesTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_keys_stay_the_same_and_are_for_their_owner_alone()
    {
        var first = ReceiptKeyFiles.Open(folder.Path);
        Assert.Equal(first, ReceiptKeyFiles.Open(folder.Path));
        Assert.Equal([Party.Agency, Party.City], Published().Select(key => key.Party));
        if (!OperatingSystem.IsWindows())
        {
            foreach (var file in Directory.GetFiles(folder.Path, "*.pem"))
                Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        }
    }

    [Fact]
    public void A_key_that_was_replaced_can_still_be_checked_with()
    {
        ReceiptKeyFiles.Open(folder.Path);
        var before = Published().Select(key => key.Id).ToList();
        File.Delete(Path.Combine(folder.Path, "receipts-city.pem"));
        ReceiptKeyFiles.Open(folder.Path);
        Assert.Equal(3, Published().Count);
        Assert.Subset(Published().Select(key => key.Id).ToHashSet(), before.ToHashSet());
    }

    [Fact]
    public void A_set_of_public_keys_that_cannot_be_read_is_not_written_over()
    {
        ReceiptKeyFiles.Open(folder.Path);
        File.WriteAllText(ReceiptKeyFiles.PublicKeysIn(folder.Path), "{");
        Assert.Throws<StartRefusedException>(() => ReceiptKeyFiles.Open(folder.Path));
        Assert.Equal("{", File.ReadAllText(ReceiptKeyFiles.PublicKeysIn(folder.Path)));
    }

    private IReadOnlyList<PublicKey> Published() => PublicKeyFile.Read(File.ReadAllText(ReceiptKeyFiles.PublicKeysIn(folder.Path)))!;
}
