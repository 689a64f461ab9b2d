using System.IO.Compression;
using Archive.Accession;
using Archive.Packages.Rules;
using ArchiveFunctions.Accession;
using ArchiveFunctions.Records;
using ArchiveFunctions.Tests.Stories;
using Azure;
using Azure.Storage.Blobs;

namespace ArchiveFunctions.Tests.Accession;

/// <summary>What is kept of a package is there whole or not at all, whatever happens to the package while it is read.</summary>
[Collection(StoryCollection.Name)]
public sealed class SubmissionsTests(RunningArchive archive)
{
    private static readonly ETag Read = new("\"1\"");

    [Fact]
    public async Task A_package_that_goes_while_it_is_read_leaves_no_half_of_its_description()
    {
        var upload = Upload.Seen("u-half", (await archive.NewAgency()).Code.Value, "a.zip", TimeProvider.System.GetUtcNow());
        await Assert.ThrowsAnyAsync<Exception>(() => Keep(upload, new Source(Goes: true)));
        Assert.False(await Description(upload).ExistsAsync());
    }

    [Fact]
    public async Task A_second_run_that_sees_it_go_leaves_what_the_first_has_kept()
    {
        var upload = Upload.Seen("u-kept", (await archive.NewAgency()).Code.Value, "a.zip", TimeProvider.System.GetUtcNow());
        await Keep(upload, new Source(Goes: false));
        await Assert.ThrowsAnyAsync<Exception>(() => Keep(upload, new Source(Goes: true)));

        await using var zip = new ZipArchive((await Description(upload).DownloadContentAsync()).Value.Content.ToStream());
        Assert.Equal(["a/METS.xml", "a/metadata/EAD.xml"], zip.Entries.Select(entry => entry.FullName));
    }

    private Task Keep(Upload upload, IPackageSource source) => archive.Get<Submissions>().KeepDescription(upload, Read, source, new HashSet<string>(), CancellationToken.None);

    private BlobClient Description(Upload upload) =>
        archive.Get<BlobServiceClient>().GetBlobContainerClient(StorageNames.Submissions).GetBlobClient($"{upload.Folder}/{upload.Id}/1/description.zip");

    /// <summary>A package of two files, the second of which may be gone when its turn comes.</summary>
    private sealed record Source(bool Goes) : IPackageSource
    {
        public IReadOnlyList<string> Paths => ["a/METS.xml", "a/metadata/EAD.xml"];

        public Task<Stream> OpenAsync(string path, CancellationToken stop) => Goes && path == Paths[1]
            ? throw new FileNotFoundException(path)
            : Task.FromResult<Stream>(new MemoryStream("<a/>"u8.ToArray(), writable: false));
    }
}
