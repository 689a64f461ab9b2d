using System.IO.Compression;
using Archive.Packages;
using Archive.Packages.Rules;

namespace Archive.Tests.Packages;

public sealed class PackageRulesTests
{
    [Theory]
    [InlineData(PackageKind.Dossier)]
    [InlineData(PackageKind.LooseBatch)]
    public async Task A_package_as_written_keeps_every_rule(PackageKind kind) => Assert.Empty(await (await BlobPackage.Of(kind)).Check());

    [Fact]
    public async Task A_package_is_read_alike_from_a_folder_and_from_a_zip()
    {
        var package = await BlobPackage.Of();
        package.Blobs.Remove(BlobPackage.Data);
        var expected = await package.Check();
        var folder = Directory.CreateTempSubdirectory("package-");
        try
        {
            using var bytes = new MemoryStream();
            await using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
            {
                foreach (var (path, content) in package.Blobs)
                {
                    var file = Path.Combine(folder.FullName, package.Folder, path);
                    Directory.CreateDirectory(Path.GetDirectoryName(file)!);
                    await File.WriteAllBytesAsync(file, content, TestContext.Current.CancellationToken);
                    await using var entry = await zip.CreateEntry($"{package.Folder}/{path}").OpenAsync(TestContext.Current.CancellationToken);
                    await entry.WriteAsync(content, TestContext.Current.CancellationToken);
                }
            }

            await using var read = new ZipArchive(bytes, ZipArchiveMode.Read);
            Assert.NotEmpty(expected);
            Assert.Equal(expected, await PackageRules.CheckAsync(new FolderPackage(Path.Combine(folder.FullName, package.Folder)), TestContext.Current.CancellationToken));
            Assert.Equal(expected, await PackageRules.CheckAsync(new ZipPackage(read), TestContext.Current.CancellationToken));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
