using Archive.Records;
using ArchiveFunctions.Catalogue;
using ArchiveFunctions.Records;
using Azure.Storage.Blobs;
using Microsoft.Extensions.Logging;

namespace ArchiveFunctions.ReadingRoom;

/// <summary>Whether the services the archive stands on answer. Asked by probes, often: an answer is good for a second, and one question serves all.</summary>
public sealed class Health(RecordTable records, BlobServiceClient blobs, CatalogueIndex index, TimeProvider clock, ILogger<Health> log)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(1);

    /// <summary>An id no record has, so that asking costs one empty point read.</summary>
    private static readonly RecordId NoRecord = RecordId.Parse("r" + new string('0', 26));

    private readonly Lock gate = new();
    private long began;
    private Task<IReadOnlyList<string>>? latest;

    /// <summary>What is down: <c>storage</c>, <c>search</c>, both, or nothing.</summary>
    public Task<IReadOnlyList<string>> Down()
    {
        lock (gate)
        {
            if (latest is null || (latest.IsCompleted && clock.GetElapsedTime(began) >= Lifetime))
                (began, latest) = (clock.GetTimestamp(), Ask());
            return latest;
        }
    }

    private async Task<IReadOnlyList<string>> Ask()
    {
        var answers = await Task.WhenAll(
            Answers("storage", async stop => await records.Find(NoRecord, stop)),
            Answers("storage", async stop => await blobs.GetBlobContainerClient(StorageNames.Vault).ExistsAsync(stop)),
            Answers("search", index.Ping));
        return [.. answers.OfType<string>().Distinct()];
    }

    private async Task<string?> Answers(string service, Func<CancellationToken, Task> question)
    {
        try
        {
            return await Limit.Within<string?>(
                async stop =>
                {
                    await question(stop);
                    return null;
                },
                clock,
                CancellationToken.None);
        }
        catch (Exception silent) when (silent is not OutOfMemoryException)
        {
            // Whatever the reason, the archive cannot serve; the log has it.
            log.Unreachable(service, silent);
            return service;
        }
    }
}
