using Archive.Accession;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using EmbeddedHost.Hosting;

namespace EmbeddedHost.Samples;

/// <summary>Uploads the sample records into an empty archive, as their agencies would, and reports while they are admitted.</summary>
internal sealed class SampleLoad(string? folder, string archiveConnection, Holdings holdings, TextWriter progress, TimeProvider clock)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>The samples of the repository, or null for a published host.</summary>
    public static string? DefaultFolder => RepositoryRoot.Find() is { } root ? Path.Combine(root, "tests", "samples", "records") : null;

    /// <summary>Returns when all are admitted, or when for two minutes no further one was. Does nothing in an archive that holds anything.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        if (!await holdings.IsEmpty(stop))
            return;

        var files = Files();
        if (files.Count == 0)
        {
            await progress.WriteLineAsync($"No sample records: {folder ?? "tests/samples/records"} is missing or empty. The archive starts empty.");
            return;
        }

        await UploadAsync(files, stop);
        await ReportAsync(files.Count(file => !IsSidecar(file)), stop);
    }

    /// <summary>Paths below the folder, sidecars first, so that what an agency says of a document is there when the document arrives.</summary>
    private List<string> Files() => !Directory.Exists(folder) ? [] :
    [
        .. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(folder, file).Replace(Path.DirectorySeparatorChar, '/'))
            .Where(file => file.Contains('/', StringComparison.Ordinal)) // The first level is the agency: a file there belongs to none.
            .OrderBy(file => IsSidecar(file) ? 0 : 1).ThenBy(file => file, StringComparer.Ordinal),
    ];

    private async Task UploadAsync(List<string> files, CancellationToken stop)
    {
        var inbox = new BlobContainerClient(archiveConnection, "inbox");
        await inbox.CreateIfNotExistsAsync(cancellationToken: stop);
        await progress.WriteLineAsync($"Loading {files.Count} sample files into the inbox ...");
        foreach (var file in files)
            await inbox.GetBlobClient(file).UploadAsync(Path.Combine(folder!, file), new BlobUploadOptions(), stop);
    }

    private async Task ReportAsync(int expected, CancellationToken stop)
    {
        var (told, since) = (-1, clock.GetTimestamp());
        while (clock.GetElapsedTime(since) < Patience)
        {
            var admitted = await holdings.Admitted(stop);
            if (admitted != told)
            {
                await progress.WriteLineAsync($"  {admitted} of {expected} samples admitted");
                (told, since) = (admitted, clock.GetTimestamp());
            }

            if (admitted >= expected)
                return;
            await Task.Delay(Pause, clock, stop);
        }

        await progress.WriteLineAsync($"  {expected - told} samples are not admitted yet; the list of uploads says why.");
    }

    private static bool IsSidecar(string file) => UploadName.DocumentOf(file) is not null;
}
